import type { ImportLog } from '../import-log.ts'
import type { ImportedCard } from '../importer.ts'

/** Where an entry stands, and what its file calls it. */
export interface EntryPlace {
  readonly file: string
  readonly line: number
  readonly recordId?: string | undefined
}

/**
 * Fields that are enough for a card, with what stands for a title or a type that an entry does not give. The log is
 * told of an entry that nothing identifies: of that there is no card.
 * @param told what else to say of an entry without an identifier
 */
export function completeFields(
  fields: Partial<ImportedCard['fields']>,
  { file, line, recordId }: EntryPlace,
  log: ImportLog,
  told = '',
): Pick<ImportedCard, 'fields' | 'standIns' | 'isUntitled'> | undefined {
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
  const { title = address, type = url === undefined ? 'other' : 'web' } = fields
  const standIns = (['title', 'type'] as const).filter(key => fields[key] === undefined)
  return {
    fields: { ...fields, title, type },
    ...(standIns.length === 0 ? {} : { standIns }),
    ...(fields.title === undefined ? { isUntitled: true } : {}),
  }
}
