import type { Card, KnownFields } from '../../model/card.ts'
import { mapped } from '../../model/chunks.ts'
import type { Finding } from '../../model/finding.ts'
import type { Omissions } from '../../model/omissions.ts'
import { foldId } from '../../model/stable-id.ts'
import type { CacheUse } from './cache.ts'
import { Column, columnSections } from './column.ts'
import { type ComparedFiles, compareFiles, type FileRows, rowSections } from './file-rows.ts'
import { MemoFile, memoBytes, type Section } from './memo-file.ts'
import type { Stamps } from './stamps.ts'

/** What is found of one file that is or should be a card. */
export interface FileContent {
  readonly card: Card | undefined
  readonly findings: readonly Finding[]
  readonly omissions: Omissions
}

/** A file that holds no card has no shape. */
const NO_CARD = 0xffff

const NAME = 'cards.memo'

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

  private constructor(file: MemoFile, about: About, shapeOf: Uint16Array) {
    this.file = file
    this.about = about
    this.shapeOf = shapeOf
    this.problems = new Map(about.problems)
  }

  /** @param made all that the cards depend on besides the files and the program's version */
  static open({ cache, version }: CacheUse, made: string): CardsMemo | undefined {
    const file = MemoFile.open(cache, NAME, `${version} ${made}`)
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
   * @returns undefined when the memo is damaged
   */
  rows(
    wanted: ReadonlySet<string> | undefined,
  ): Iterable<readonly [row: number, fields: KnownFields]> | undefined {
    const readers = this.readers(wanted)
    if (!readers) return undefined
    // All values are faster had together.
    for (const { column } of readers.values()) column.all()
    return mapped(this.eachRow(readers), ([row, here]) => [row, fieldsFrom(here)] as const)
  }

  /**
   * The fields of a few rows.
   * @param rows for each, whether it is wanted
   * @returns by row; undefined when the memo is damaged
   */
  fieldsOf(rows: Uint8Array, wanted: ReadonlySet<string>): Map<number, KnownFields> | undefined {
    const readers = this.readers(wanted)
    if (!readers) return undefined
    const found = new Map<number, KnownFields>()
    for (const [row, here] of this.eachRow(readers)) if (rows[row]) found.set(row, fieldsFrom(here))
    return found
  }

  /** The columns of some fields; undefined when one is damaged. */
  private readers(wanted: ReadonlySet<string> | undefined): Map<string, ColumnReader> | undefined {
    const readers = new Map<string, ColumnReader>()
    for (const name of new Set(this.about.shapes.flat())) {
      if (name !== 'id' && wanted && !wanted.has(name)) continue
      const column = Column.read(this.file, name)
      if (!column) return undefined
      readers.set(name, { column, next: 0 })
    }
    return readers
  }

  /** Every column gives its values to the rows that have one, in turn. */
  private *eachRow(
    readers: ReadonlyMap<string, ColumnReader>,
  ): Iterable<readonly [row: number, readers: readonly ColumnReader[]]> {
    const shapes = this.about.shapes.map(names => names.flatMap(name => readers.get(name) ?? []))
    for (let row = 0; row < this.shapeOf.length; row++) {
      const here = shapes[this.shapeOf[row] ?? NO_CARD]
      if (here === undefined) continue
      yield [row, here]
      for (const reader of here) reader.next++
    }
  }
}

/** A column, and which of its values is next. */
interface ColumnReader {
  readonly column: Column
  next: number
}

function fieldsFrom(readers: readonly ColumnReader[]): KnownFields {
  const fields: Record<string, unknown> = {}
  for (const { column, next } of readers) fields[column.field] = column.at(next)
  return fields as unknown as KnownFields
}

/** What is kept of all files together. */
interface About {
  readonly shapes: readonly (readonly string[])[]
  readonly hasDistinctIds: boolean
  /** By row, of the files that have any. */
  readonly problems: readonly (readonly [number, Problems])[]
}

type Problems = Pick<FileContent, 'findings' | 'omissions'>
const NO_PROBLEMS: Problems = { findings: [], omissions: [] }

/**
 * Keeps what was found of the files of a library.
 * @param contents in the order of the rows
 */
export async function keepCards(
  { cache, version }: CacheUse,
  made: string,
  rows: FileRows,
  contents: readonly FileContent[],
): Promise<void> {
  const fields = contents.map(({ card }) => card?.fields)
  const shapes = new Map<string, number>()
  const shapeOf = Uint16Array.from(fields, known => (known ? shapeIn(shapes, known) : NO_CARD))
  // JSON has no such numbers, and nobody has so many shapes: such a library is read each time.
  if (fields.some(hasOddNumber) || shapes.size >= NO_CARD) return
  const ids = fields.flatMap(known => (known ? foldId(known.id) : []))
  const about: About = {
    shapes: [...shapes.keys()].map(shape => shape.split('\0')),
    hasDistinctIds: new Set(ids).size === ids.length,
    problems: contents.flatMap(({ findings, omissions }, row): [number, Problems][] =>
      findings.length + omissions.length === 0 ? [] : [[row, { findings, omissions }]],
    ),
  }
  await cache.write(NAME, memoBytes(`${version} ${made}`, sections(rows, contents, about, shapeOf)))
}

/** The number of a card's shape, which is a new one for a shape that is new. */
function shapeIn(shapes: Map<string, number>, fields: KnownFields): number {
  const shape = Object.keys(fields).join('\0')
  const number = shapes.get(shape) ?? shapes.size
  shapes.set(shape, number)
  return number
}

function* sections(
  rows: FileRows,
  contents: readonly FileContent[],
  about: About,
  shapeOf: Uint16Array,
): Iterable<Section> {
  yield* rowSections(rows)
  yield ['about', json(about)]
  yield ['shape-of', new Uint8Array(shapeOf.buffer)]
  for (const name of new Set(about.shapes.flat()))
    yield* columnSections(name, valuesOf(contents, name as keyof KnownFields))
}

function valuesOf(contents: readonly FileContent[], name: keyof KnownFields): unknown[] {
  return contents.flatMap(({ card }) => (card && Object.hasOwn(card.fields, name) ? [card.fields[name]] : []))
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), 'utf8')
}

/** The fields that can hold numbers. */
const NUMBERED = ['credibility', 'forum', 'fetch', 'preview', 'extra'] as const

function hasOddNumber(fields: KnownFields | undefined): boolean {
  return NUMBERED.some(name => fields?.[name] !== undefined && isOdd(fields[name]))
}

function isOdd(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Object.is(value, -0)
  return typeof value === 'object' && value !== null && Object.values(value).some(isOdd)
}
