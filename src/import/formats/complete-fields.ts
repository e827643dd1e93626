import type { ImportLog } from '../import-log.ts'
import type { ImportedCard } from '../importer.ts'

/** Where an entry stands, and what its file calls it. */
export interface EntryPlace {
  readonly file: string
  readonly line: number
  readonly recordId?: string | undefined
}

/**
 * Fields that are enough for a card: what stands for a title or a type that an entry does not give is told to the log,
 * and so is an entry that nothing identifies: of that there is no card.
 * @param told what else to say of an entry without an identifier
 */
export function completeFields(
  fields: Partial<ImportedCard['fields']>,
  { file, line, recordId }: EntryPlace,
  log: ImportLog,
  told = '',
): ImportedCard['fields'] | undefined {
  const { url, doi, arxiv, isbn, pmid } = fields
  const address = url ?? doi ?? arxiv ?? isbn ?? pmid
  if (address === undefined) {
    const name = recordId === undefined ? 'This entry' : `Entry ${recordId}`
    log.refuse(
      { file, line },
      `${name} names no url, doi, arXiv id, isbn or pmid.${told && ` ${told}`}`,
      recordId,
    )
    return undefined
  }
  const converted = (key: string, to: string) =>
    log.field({ file, recordId, key, lineOf: () => line }).convert('', to)
  const { title = address, type = url === undefined ? 'other' : 'web' } = fields
  if (fields.title === undefined) converted('title', title)
  if (fields.type === undefined) converted('type', type)
  return { ...fields, title, type }
}
