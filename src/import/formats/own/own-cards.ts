import { ImportLog } from '../../import-log.ts'
import type { ImportBatch, ImportFile, ImportOptions } from '../../importer.ts'
import { type JsonRecord, REPEATED_KEY } from '../json-records.ts'
import { ownCard } from './own-card.ts'

/** What was read of a file. */
export interface Reading {
  readonly records: readonly JsonRecord[]
  readonly problems: readonly { readonly line: number; readonly why: string }[]
  /** The lines of its comments. */
  readonly comments?: readonly number[]
}

/** Makes cards of files that hold records with the fields of cards. */
export function ownCards(
  files: readonly ImportFile[],
  { extra, progress }: ImportOptions,
  read: (file: ImportFile) => Reading,
): ImportBatch {
  const log = new ImportLog(progress)
  const cards = files.flatMap(file => {
    const { records, problems, comments = [] } = read(file)
    for (const { line, why } of problems) log.refuse({ file: file.name, line }, why)
    if (comments.length > 0) log.comments.push({ file: file.name, count: comments.length, lines: comments })
    return records.flatMap(({ value, line, lineOf, repeated = [] }) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        for (const key of repeated)
          log
            .field({ file: file.name, recordId: undefined, key, lineOf: () => lineOf(key) })
            .drop(REPEATED_KEY)
        const values = value as { readonly [key: string]: unknown }
        return ownCard({ file: file.name, line, values, lineOf }, log, extra) ?? []
      }
      log.refuse({ file: file.name, line }, 'This is no card: it has no fields.')
      return []
    })
  })
  return log.batch(
    cards.map(({ card }) => card),
    { pages: withoutRepeats(cards.flatMap(({ pages }) => pages)) },
  )
}

/** Every card that a page cites describes it again. */
function withoutRepeats(pages: ImportBatch['pages']): ImportBatch['pages'] {
  return [...new Map([...pages].reverse().map(page => [JSON.stringify(page.item), page])).values()].reverse()
}
