import type { Card } from '../model/card.ts'
import { counted } from '../model/count-text.ts'
import { neutralLine } from '../model/neutral.ts'
import type { Context } from './command.ts'
import { texts } from './option.ts'

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
  /** Which cards stand for retired ones. */
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
  const { documents, complaints } = await scanDocuments(context, patterns, key)
  const paths = new Set<string>()
  const notes = new Set<string>()
  const lost = new Set<string>()
  let unknown = 0
  for (const { name, citations } of documents)
    for (const { text, target } of citations) {
      if (target.kind === 'unknown') unknown++
      else if (target.kind === 'card') paths.add(target.card.path)
      else if (target.replacement) {
        paths.add(target.replacement.path)
        notes.add(`${neutralLine(text)} is retired; its replacement is taken, ${target.replacement.id}.`)
      } else lost.add(neutralLine(`${name} cites ${text}, which is retired, and no card replaces it.`))
    }
  const leads = unknown === 1 ? 'leads' : 'lead'
  return {
    has: ({ path }) => paths.has(path),
    notes: [...notes],
    complaints: [
      ...complaints,
      ...lost,
      ...(unknown > 0
        ? [`${counted(unknown, 'ID')} in the documents ${leads} to no card; cards refs check tells which.`]
        : []),
    ],
  }
}
