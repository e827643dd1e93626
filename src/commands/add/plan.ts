import { cardPath } from '../../edit/card-path.ts'
import { cardText } from '../../edit/write-card.ts'
import type { Settings } from '../../load/settings.ts'
import type { Card, CardFields } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import { mintingIdentity } from '../../model/identifier.ts'
import { isStableId, mintStableId } from '../../model/stable-id.ts'
import { type KnownSources, refusalOf } from './known-sources.ts'

/** An ID that a card is to have. */
export interface WantedId {
  readonly id: string
  /** Whether another is minted when it is taken. */
  readonly isOptional: boolean
}

/** A card that is wanted: checked, but for what the library has already. */
export interface WantedCard {
  readonly fields: Omit<CardFields, 'id'>
  /** The ID that it is to have; else one is minted. */
  readonly id: WantedId | undefined
  /** Which of several it is: `card 3`. */
  readonly place: string | undefined
  /** Whether it is added though the library has a card for the same source. */
  readonly isForced: boolean
}

export interface NewCard {
  readonly card: Card
  readonly text: string
}

/** What is to be added, and what is not. */
export interface AddPlan {
  readonly added: readonly NewCard[]
  readonly refused: readonly CardsError[]
  readonly changes: readonly FileChange[]
}

/**
 * Decides by what a library has which of the cards that are wanted are added, under which IDs and where. Each stands
 * alone: what is refused keeps no other out.
 * @param folder where they go, with a slash at its end, or ''
 */
export function planAdd(
  known: KnownSources,
  wanted: readonly WantedCard[],
  folder: string,
  { layout, schemaAddress }: Settings,
): AddPlan {
  const added: NewCard[] = []
  const refused: CardsError[] = []
  const claimed = new Set<string>()
  const isTaken = (id: string) => known.isTaken(id) || claimed.has(id.toLowerCase())
  for (const want of wanted) {
    const error =
      (want.isForced ? undefined : refusalOf(known, want.fields)?.error) ?? idProblem(want, isTaken)
    if (error) {
      refused.push(placed(error, want.place))
      continue
    }
    const given = want.id && !isTaken(want.id.id) ? want.id.id : undefined
    const id = given ?? mintStableId(mintingIdentity(want.fields) ?? '', isTaken)
    const fields: CardFields = { ...want.fields, id }
    const card: Card = { id, path: folder + cardPath(id, layout), fields, findings: [] }
    added.push({ card, text: cardText(fields, { schema: schemaAddress }) })
    known.sources.add(card)
    for (const name of [id, ...(fields.aliases ?? [])]) claimed.add(name.toLowerCase())
  }
  const changes = added.map(
    ({ card: { path }, text }): FileChange => ({ kind: 'create', path, content: text }),
  )
  return { added, refused, changes }
}

/** Why one of several cards is refused, with which it is. */
export function placed(error: CardsError, place: string | undefined): CardsError {
  return place === undefined
    ? error
    : new CardsError(error.code, `Standard input, ${place}: ${error.message}`, error.hint)
}

/** Why a card cannot have the names that it should. */
function idProblem({ id, fields }: WantedCard, isTaken: (id: string) => boolean): CardsError | undefined {
  if (id !== undefined && !id.isOptional && isTaken(id.id))
    return new CardsError(
      'no',
      `The ID ${id.id} is taken: a card has it, or had it once.`,
      `See it: cards show ${id.id}\nWithout an ID, one is made.`,
    )
  const alias = fields.aliases?.find(isTaken)
  if (alias === undefined) return undefined
  return new CardsError(
    'no',
    `The alias ${alias} is taken: another card goes by that name.`,
    `See it: cards show ${alias}`,
  )
}

/**
 * An ID that is given.
 * @throws CardsError `usage` for one of another form
 */
export function givenId(id: string | undefined, from: string): string | undefined {
  if (id === undefined || isStableId(id)) return id
  throw new CardsError(
    'usage',
    `${from}: \`${id}\` is no stable ID.`,
    'An ID is ten letters or digits, such as MDc4MjQ5Yj; without one, it is made.',
  )
}
