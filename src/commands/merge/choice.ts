import { CHOSEN, UNITED } from '../../edit/operations/merge.ts'
import type { MergeTask } from '../../edit/operations/merged-values.ts'
import type { Card } from '../../model/card.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import { namedCards } from '../named-cards.ts'

/** Whose values a merge is to prefer where cards differ: references to cards. */
export interface Choice {
  readonly prefer: string | undefined
  /** By field. */
  readonly take: ReadonlyMap<string, string>
}

/**
 * Reads `--prefer REF` and `--take FIELD=REF`.
 * @throws CardsError `usage` for a field that cards do not have, or that is not a matter of choice
 */
export function readChoice(prefer: string | undefined, take: readonly string[]): Choice {
  return { prefer, take: new Map(take.map(readTake)) }
}

function readTake(given: string): [field: string, reference: string] {
  const [, name = '', reference] = /^([^=]+)=(.+)$/s.exec(given) ?? []
  if (reference === undefined)
    throw new CardsError(
      'usage',
      `--take \`${given}\` does not say which field and from which card.`,
      'For example: --take title=AbC123dEf4',
    )
  const field = name.trim().replaceAll('-', '_')
  if (CHOSEN.includes(field) || /^extra\../.test(field)) return [field, reference.trim()]
  if ((UNITED as readonly string[]).includes(field))
    throw new CardsError(
      'usage',
      `\`${field}\` is not a matter of choice: what all the cards have is put together.`,
      'Remove afterwards what should not be there: cards edit KEEP --remove',
    )
  const hint = didYouMean(field, CHOSEN, `The fields are ${CHOSEN.join(', ')}.`)
  throw new CardsError('usage', `--take cannot choose \`${field}\`.`, hint)
}

/** The cards that a choice names. */
export interface ChosenCards {
  readonly prefer: Card | undefined
  readonly take: ReadonlyMap<string, Card>
}

/**
 * Finds the cards that a choice names.
 * @param merged all cards that are merged, or have been
 * @throws CardsError `usage` when one is not among them, or has no such value
 */
export async function chosenCards(
  choice: Choice,
  merged: readonly Card[],
  context: Context,
): Promise<ChosenCards> {
  const find = async (option: string, reference: string): Promise<Card> => {
    const [named] = await namedCards(context, [reference])
    const card = merged.find(({ path }) => path === named?.card.path)
    if (card) return card
    throw new CardsError(
      'usage',
      `${option} names ${named?.card.id ?? reference}, which is not among the cards to merge.`,
      'Nothing was written.',
    )
  }
  const take = new Map<string, Card>()
  for (const [field, reference] of choice.take) {
    const card = await find('--take', reference)
    if (fieldValue(card, field) === undefined)
      throw new CardsError('usage', `${card.id} has no \`${field}\` to take.`, 'Nothing was written.')
    take.set(field, card)
  }
  const prefer = choice.prefer === undefined ? undefined : await find('--prefer', choice.prefer)
  return { prefer, take }
}

/** What of the chosen cards matters to one group. */
export function choiceIn(
  { prefer, take }: ChosenCards,
  group: readonly Card[],
): Pick<MergeTask, 'prefer' | 'take'> {
  return {
    prefer: prefer && group.includes(prefer) ? prefer.id : undefined,
    take: new Map([...take].flatMap(([field, card]) => (group.includes(card) ? [[field, card.id]] : []))),
  }
}

function fieldValue({ fields }: Card, field: string): unknown {
  const [, key] = /^extra\.(.*)$/s.exec(field) ?? []
  if (key === undefined) return new Map<string, unknown>(Object.entries(fields)).get(field)
  return new Map(Object.entries(fields.extra ?? {})).get(key)
}
