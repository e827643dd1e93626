import type { KnownFields } from '../model/card.ts'
import { foldedWords } from '../model/fold.ts'
import { sourceKeys } from '../model/identifier.ts'

/**
 * Every name by which an import knows a source again: its source keys, its PMID, and its ISBN together with its title,
 * since the chapters of a book share the ISBN.
 */
export function sourceNames(fields: Omit<KnownFields, 'id'>): string[] {
  const { isbn, pmid, title } = fields
  const names = sourceKeys(fields)
  if (pmid !== undefined) names.push(`pmid:${pmid}`)
  if (isbn !== undefined && title !== undefined)
    names.push(`isbn:${isbn.replaceAll('-', '').toUpperCase()} ${foldedWords(title).join(' ')}`)
  return names
}
