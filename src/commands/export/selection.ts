import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import { matchQuery } from '../../query/match-query.ts'
import { sortCards } from '../../query/sort-cards.ts'
import type { Context } from '../command.ts'
import type { Values } from '../option.ts'
import { resolveReferences } from '../references.ts'
import { allCards, fileProblems, type filterOptions, queryOf } from '../selection.ts'

/** Which cards are written, and what is to be told of the others. */
export interface ExportSelection {
  readonly cards: readonly Card[]
  readonly notes: readonly string[]
  readonly complaints: readonly string[]
}

/**
 * The cards that a query matches, or that references on standard input name, sorted.
 * @throws CardsError `usage` for `-` beside other words
 */
export async function exportSelection(
  context: Context,
  args: readonly string[],
  options: Values<typeof filterOptions> & { readonly sort: string | undefined },
): Promise<ExportSelection> {
  const named = args.includes('-') ? await referencedCards(context, args) : undefined
  const query = queryOf(context, named ? [] : args, options)
  const { cards, context: queryContext } = await allCards(context)
  const chosen = (named?.cards ?? cards).filter(matchQuery(query, queryContext))
  const problems = await fileProblems(context)
  return {
    // Those that were named stay in the order in which they were.
    cards:
      named && options.sort === undefined ? chosen : sortCards(chosen, options.sort ?? 'id', queryContext),
    notes: [...(named?.notes ?? []), ...problems.notes],
    complaints: [...(named?.complaints ?? []), ...problems.complaints],
  }
}

async function referencedCards(context: Context, args: readonly string[]): Promise<ExportSelection> {
  if (args.length > 1)
    throw new CardsError(
      'usage',
      'References on standard input (-) and a query exclude each other.',
      'Leave one of them out.',
    )
  const resolved = await resolveReferences(context, args)
  return { ...resolved, cards: [...new Map(resolved.cards.map(card => [card.path, card])).values()] }
}
