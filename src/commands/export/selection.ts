import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import { listed } from '../../model/listed.ts'
import { selectCards } from '../../query/select-cards.ts'
import { chosenCards } from '../chosen-cards.ts'
import { checkKey, keylessNotes } from '../citation-key-option.ts'
import { citedCards, type citedInOption } from '../cited-cards.ts'
import type { Context } from '../command.ts'
import type { Values } from '../option.ts'
import { fileProblems, type filterOptions, queryOf } from '../selection.ts'
import { unmatchedKeys } from './unmatched-keys.ts'

/** Which cards are written, and what is to be told of the others. */
export interface ExportSelection {
  readonly cards: readonly Card[]
  readonly notes: readonly string[]
  readonly complaints: readonly string[]
}

/**
 * The cards that a query matches, or that references on standard input name, sorted; of these, if documents are named,
 * those that they cite.
 * @throws CardsError `usage` for `-` beside other words; `io` for documents that there are not
 */
export async function exportSelection(
  context: Context,
  args: readonly string[],
  options: Values<typeof filterOptions & typeof citedInOption> & {
    readonly sort: string | undefined
    readonly key?: string | undefined
    /** Whether the format has citation keys. */
    readonly hasKeys?: boolean | undefined
  },
): Promise<ExportSelection> {
  const named = args.includes('-') ? await referencedCards(context, args) : undefined
  const query = queryOf(context, named ? [] : args, options)
  const cited = await citedCards(context, options.citedIn, options.key)
  // Those that were named stay in the order in which they were.
  const { cards } = await selectCards(context.library, query, { among: named?.cards, sort: options.sort })
  const problems = await fileProblems(context)
  const all = options.hasKeys ? await listed(context.library.cards()) : []
  if (options.hasKeys) checkKey(options.key, all, context.settings)
  const chosen = cited ? cards.filter(card => cited.has(card)) : cards
  const unmatched = options.hasKeys && cited ? unmatchedKeys(cited.keys, all, options.key) : []
  return {
    cards: chosen,
    notes: [
      ...(named?.notes ?? []),
      ...(cited?.notes ?? []),
      ...(options.hasKeys ? keylessNotes(options.key, chosen) : []),
      ...problems.notes,
    ],
    complaints: [
      ...(named?.complaints ?? []),
      ...(cited?.complaints ?? []),
      ...unmatched,
      ...problems.complaints,
    ],
  }
}

async function referencedCards(context: Context, args: readonly string[]): Promise<ExportSelection> {
  if (args.length > 1)
    throw new CardsError(
      'usage',
      'References on standard input (-) and a query exclude each other.',
      'Leave one of them out.',
    )
  return await chosenCards(context, args, undefined)
}
