import type { Comments, Converted, Dropped, Unreadable } from './import-report.ts'
import type { ImportBatch, ImportedCard, ImportOptions, Origin } from './importer.ts'

/** Collects what an importer has to say of the files that it reads, in the order in which it reads them. */
export class ImportLog {
  private records = 0
  private readonly progress: ImportOptions['progress']
  emptyValues = 0
  readonly dropped: Dropped[] = []
  readonly converted: Converted[] = []
  readonly comments: Comments[] = []
  readonly unreadable: Unreadable[] = []

  constructor(progress?: ImportOptions['progress']) {
    this.progress = progress
  }

  /** That another record is being read. */
  record(): void {
    this.records++
    if (this.records % 500 === 0) this.progress?.(this.records)
  }

  /** A file, or an entry of one, of which nothing could be used. */
  refuse({ file, line }: Origin, why: string, recordId?: string): void {
    this.unreadable.push({ file, line, ...(recordId === undefined ? {} : { record_id: recordId }), why })
  }

  /** What was read, with all that was said of it. */
  batch(
    cards: readonly ImportedCard[],
    others: Partial<Pick<ImportBatch, 'venues' | 'pages'>> = {},
  ): ImportBatch {
    const { emptyValues, dropped, converted, comments, unreadable } = this
    return { cards, venues: [], pages: [], ...others, emptyValues, dropped, converted, comments, unreadable }
  }

  /** For remarks on one field of one record. */
  field(place: FieldPlace): FieldLog {
    const { key, file, recordId } = place
    const where = (item?: number) => ({
      file,
      line: place.lineOf(item),
      ...(recordId === undefined ? {} : { record_id: recordId }),
      key,
    })
    return {
      drop: (why, item) => this.dropped.push({ ...where(item), why }),
      convert: (from, to, item) => this.converted.push({ ...where(item), from, to }),
      empty: () => {
        this.emptyValues++
      },
    }
  }
}

export interface FieldPlace {
  readonly file: string
  readonly recordId: string | undefined
  readonly key: string
  /** The 1-based line of the field, or of one item of its list. */
  lineOf(item?: number): number
}

/** Takes remarks on one field; `item` counts from 0. */
export interface FieldLog {
  /** The value, or an item of it, is not carried over. */
  drop(why: string, item?: number): void
  /** It is carried over in another form. */
  convert(from: string, to: string, item?: number): void
  /** There is nothing to carry over. */
  empty(): void
}
