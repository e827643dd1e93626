import type { Card } from '../model/card.ts'
import { neutralLine } from '../model/neutral.ts'
import type { Context } from './command.ts'
import { texts } from './option.ts'
import { unknownLine } from './unknown-line.ts'

/** The option by which `list` and `export` take the cards that documents cite. A comma may belong to a glob. */
export const citedInOption = {
  citedIn: texts(
    '--cited-in <documents>',
    "cited in these documents, as 'docs/**/*.md'; several: any of them",
    {
      splits: false,
    },
  ),
}

/** The cards in use that documents cite. */
export interface CitedCards {
  has(card: Card): boolean
  /** The citation keys that documents look up in a bibliography, each with the card in use that it means. */
  readonly keys: ReadonlyMap<string, Card>
  /** Which cards stand for retired ones, and how many files were passed over that are no documents. */
  readonly notes: readonly string[]
  /** Citations that lead to no card in use, and documents that could not be read: the answer is incomplete. */
  readonly complaints: readonly string[]
}

/**
 * Finds what documents cite; undefined when none are asked for.
 * @param key the scheme of the citation keys that they may use, besides ours
 * @throws CardsError `io` for a pattern that leads to no file
 */
export async function citedCards(
  context: Context,
  patterns: readonly string[],
  key?: string,
): Promise<CitedCards | undefined> {
  if (patterns.length === 0) return undefined
  // Only when it is asked for, as it would make every list start later.
  const { scanDocuments } = await import('./scan-documents.ts')
  const { documents, notes: passedOver, complaints } = await scanDocuments(context, patterns, key)
  const paths = new Set<string>()
  const keys = new Map<string, Card>()
  const notes = new Set<string>(passedOver)
  const lost = new Set<string>()
  let unknown = 0
  for (const { name, citations } of documents)
    for (const { text, target, isLookedUp } of citations) {
      const card = target.kind === 'card' ? target.card : target.kind === 'retired' && target.replacement
      if (card) {
        paths.add(card.path)
        if (isLookedUp) keys.set(text, card)
      }
      if (target.kind === 'unknown') unknown++
      else if (target.kind === 'card') continue
      else if (target.replacement)
        notes.add(`${neutralLine(text)} is retired; its replacement is taken, ${target.replacement.id}.`)
      else lost.add(neutralLine(`${name} cites ${text}, which is retired, and no card replaces it.`))
    }
  return {
    has: ({ path }) => paths.has(path),
    keys,
    notes: [...notes],
    complaints: [...complaints, ...lost, ...unknownLine(unknown)],
  }
}
