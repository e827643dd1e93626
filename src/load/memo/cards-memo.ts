import type { Card, KnownFields } from '../../model/card.ts'
import type { Clue } from '../../model/clue.ts'
import type { Finding } from '../../model/finding.ts'
import type { Omissions } from '../../model/omissions.ts'
import type { CacheUse } from './cache.ts'
import { Column } from './column.ts'
import { type ComparedFiles, compareFiles } from './file-rows.ts'
import { MemoFile } from './memo-file.ts'
import type { Stamps } from './stamps.ts'

/** What is found of one file that is or should be a card. */
export interface FileContent {
  readonly card: Card | undefined
  readonly findings: readonly Finding[]
  readonly omissions: Omissions
}

/** A file that holds no card has no shape. */
export const NO_CARD = 0xffff

/** The name of the file. */
export const CARDS_MEMO = 'cards.memo'

/**
 * The cards of a library as they were read, so that they need not be parsed again. They are kept by column, as all the
 * titles, all the dates: who asks for a few fields of 100,000 cards reads no others. A card's shape is which fields it
 * has, in their order.
 */
export class CardsMemo {
  private readonly file: MemoFile
  private readonly about: About
  private readonly shapeOf: Uint16Array
  private readonly problems: ReadonlyMap<number, Problems>
  /** The fields that any card has. */
  private readonly names: ReadonlySet<string>
  private readonly columns = new Map<string, Column>()

  private constructor(file: MemoFile, about: About, shapeOf: Uint16Array) {
    this.file = file
    this.about = about
    this.shapeOf = shapeOf
    this.problems = new Map(about.problems)
    this.names = new Set(about.shapes.flat())
  }

  /** @param made all that the cards depend on besides the files and the program's version */
  static open({ cache, version }: CacheUse, made: string): CardsMemo | undefined {
    const file = MemoFile.open(cache, CARDS_MEMO, `${version} ${made}`)
    const about = file?.json('about')
    const shapeOf = file?.section('shape-of')
    if (!file || !about || !shapeOf) return undefined
    const shapes = new Uint16Array(shapeOf.buffer, shapeOf.byteOffset, shapeOf.length / 2)
    return new CardsMemo(file, about as About, shapes)
  }

  /** Whether all IDs are different, also without regard to case. */
  get hasDistinctIds(): boolean {
    return this.about.hasDistinctIds
  }

  compare(paths: readonly string[], stamps: Stamps): ComparedFiles | undefined {
    return compareFiles(this.file, paths, stamps)
  }

  /** The hashes of the files' contents; undefined when they are damaged. */
  hashes(): Uint8Array | undefined {
    return this.file.section('hashes')
  }

  /** What is wrong with the files, by row; most have nothing. */
  problemsOf(row: number): Problems {
    return this.problems.get(row) ?? NO_PROBLEMS
  }

  hasCard(row: number): boolean {
    return this.shapeOf[row] !== NO_CARD
  }

  /**
   * Goes through the rows that have cards, and gives the fields of each.
   * @param wanted the fields that are needed besides the ID; all of them when left out
   * @param clues rows that surely are without one of these are left out
   * @returns undefined when the memo is damaged
   */
  rows(wanted: ReadonlySet<string> | undefined, clues: readonly Clue[]): Iterable<Row> | undefined {
    const rows = this.rowsWith(clues)
    return rows && this.fieldsOf(rows, wanted)
  }

  /**
   * The fields of some rows that have cards.
   * @param rows ascending, each once
   * @param wanted as above
   * @returns undefined when the memo is damaged
   */
  fieldsOf(rows: readonly number[], wanted: ReadonlySet<string> | undefined): Iterable<Row> | undefined {
    const readers = new Map<string, ColumnReader>()
    for (const field of this.names) {
      if (field !== 'id' && wanted && !wanted.has(field)) continue
      const column = this.column(field)
      if (!column) return undefined
      readers.set(field, { field, values: column.valuesAt(this.placesIn(field, rows)), next: 0 })
    }
    return this.eachRow(rows, readers)
  }

  /** Every column gives its values to the rows that have one, in turn. */
  private *eachRow(rows: readonly number[], readers: ReadonlyMap<string, ColumnReader>): Iterable<Row> {
    const shapes = this.about.shapes.map(names => names.flatMap(name => readers.get(name) ?? []))
    for (const row of rows) {
      const fields: Record<string, unknown> = {}
      for (const reader of shapes[this.shapeOf[row] as number] ?? [])
        fields[reader.field] = reader.values[reader.next++]
      yield [row, fields as unknown as KnownFields]
    }
  }

  /** The rows that have cards and may have what all of some clues say; undefined when the memo is damaged. */
  private rowsWith(clues: readonly Clue[]): number[] | undefined {
    const { shapeOf } = this
    // For each row how many of the clues it has met, if it has met all before.
    const met = new Uint32Array(shapeOf.length)
    for (const [clue, { fields, texts }] of clues.entries())
      for (const field of fields) {
        if (!this.names.has(field)) continue
        const column = this.column(field)
        if (!column) return undefined
        // To be read again, when the cards are made.
        this.columns.set(field, column)
        const hits = column.placesWith(texts)
        const has = this.shapesWith(field)
        let place = 0
        for (let row = 0; row < shapeOf.length; row++)
          if (has[shapeOf[row] as number] && hits[place++] && met[row] === clue) met[row] = clue + 1
      }
    const rows: number[] = []
    for (let row = 0; row < shapeOf.length; row++)
      if (met[row] === clues.length && shapeOf[row] !== NO_CARD) rows.push(row)
    return rows
  }

  /** Where the values of a field stand in its column, of those of some rows that have one. */
  private placesIn(field: string, rows: readonly number[]): number[] {
    const { shapeOf } = this
    const has = this.shapesWith(field)
    const places: number[] = []
    let place = 0
    let next = 0
    for (let row = 0; row < shapeOf.length && next < rows.length; row++) {
      const isHere = has[shapeOf[row] as number] as number
      if (rows[next] === row) {
        if (isHere === 1) places.push(place)
        next++
      }
      place += isHere
    }
    return places
  }

  /** For each shape whether it has a field. */
  private shapesWith(field: string): Uint8Array {
    const has = new Uint8Array(NO_CARD + 1)
    for (const [shape, names] of this.about.shapes.entries()) if (names.includes(field)) has[shape] = 1
    return has
  }

  /** Undefined for one that is damaged. */
  private column(field: string): Column | undefined {
    return this.columns.get(field) ?? Column.read(this.file, field)
  }
}

/** A row, and the fields of its card. */
type Row = readonly [row: number, fields: KnownFields]

/** Values of a field, and which of them is next. */
interface ColumnReader {
  readonly field: string
  readonly values: readonly unknown[]
  next: number
}

/** What is kept of all files together. */
export interface About {
  readonly shapes: readonly (readonly string[])[]
  readonly hasDistinctIds: boolean
  /** By row, of the files that have any. */
  readonly problems: readonly (readonly [number, Problems])[]
}

export type Problems = Pick<FileContent, 'findings' | 'omissions'>
const NO_PROBLEMS: Problems = { findings: [], omissions: [] }
