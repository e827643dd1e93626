import type { KnownFields } from '../../model/card.ts'
import { foldId } from '../../model/stable-id.ts'
import type { CacheUse } from './cache.ts'
import { type About, CARDS_MEMO, type FileContent, NO_CARD, type Problems } from './cards-memo.ts'
import { columnSections } from './column.ts'
import { type FileRows, rowSections } from './file-rows.ts'
import { memoBytes, type Section } from './memo-file.ts'

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
  await cache.write(CARDS_MEMO, memoBytes(`${version} ${made}`, sections(rows, contents, about, shapeOf)))
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
