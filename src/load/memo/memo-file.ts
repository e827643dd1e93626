import type { Cache, CachedFile } from './cache.ts'
import { checksum } from './checksum.ts'

/** A part of a memo file, by name. */
export type Section = readonly [name: string, bytes: Uint8Array]

/**
 * A file of sections with their checksums, of which a reader takes what it needs. The table of the sections stands at
 * the end, so that a section can be made, written and forgotten before the next.
 */
export class MemoFile {
  /** A name for all that is in it: its last bytes, which no other content has. */
  readonly identity: string
  private readonly file: CachedFile
  private readonly table: ReadonlyMap<string, Place>

  private constructor(file: CachedFile, table: ReadonlyMap<string, Place>, identity: string) {
    this.file = file
    this.table = table
    this.identity = identity
  }

  /**
   * @param made by what it has to be made: all that its content depends on besides the library's files
   * @returns undefined for one that is not there, damaged, or made by something else
   */
  static open(cache: Cache, name: string, made: string): MemoFile | undefined {
    const file = cache.open(name)
    if (!file) return undefined
    const end = lastBytes(file)
    const table = readTable(file, end, made)
    if (!table) file.close()
    return table && new MemoFile(file, table, end)
  }

  /** The bytes of a section; undefined when there is none, or they are damaged. */
  section(name: string): Uint8Array | undefined {
    const place = this.table.get(name)
    if (!place) return undefined
    const bytes = this.file.read(place.offset, padded(place.length))
    if (bytes.length !== padded(place.length) || checksum(bytes) !== place.sum) return undefined
    return bytes.subarray(0, place.length)
  }

  /** Some bytes of a section, unchecked: for who can check them. */
  part(name: string, start: number, length: number): Uint8Array | undefined {
    const place = this.table.get(name)
    if (!place || start >= place.length) return undefined
    return this.file.read(place.offset + start, Math.min(length, place.length - start))
  }

  /** A section that holds JSON; undefined also when it holds something else. */
  json(name: string): unknown {
    const bytes = this.section(name)
    return bytes && parsed(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'))
  }
}

interface Place {
  readonly offset: number
  readonly length: number
  readonly sum: number
}

/** Numbers are written as this machine has them. */
const BYTE_ORDER = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'little' : 'big'
const FORMAT = 1

/** What the last bytes of a file say: where its table starts and ends, and its checksum. */
const END_LENGTH = 56

/** The bytes of a file that `MemoFile.open` reads. */
export function* memoBytes(made: string, sections: Iterable<Section>): Iterable<Uint8Array> {
  const table: [string, number, number, number][] = []
  let offset = 0
  for (const [name, bytes] of sections) {
    const block = paddedBytes(bytes)
    table.push([name, offset, bytes.length, checksum(block)])
    offset += block.length
    yield block
  }
  const head = Buffer.from(JSON.stringify({ format: FORMAT, order: BYTE_ORDER, made, table }), 'utf8')
  const block = paddedBytes(head)
  yield block
  yield Buffer.from(`memo ${offset} ${head.length} ${checksum(block)}\n`.padStart(END_LENGTH), 'latin1')
}

function lastBytes(file: CachedFile): string {
  return Buffer.from(file.read(Math.max(0, file.size - END_LENGTH), END_LENGTH)).toString('latin1')
}

function readTable(file: CachedFile, end: string, made: string): Map<string, Place> | undefined {
  const [, offset, length, sum] = /^ *memo (\d{1,15}) (\d{1,9}) (\d{1,16})\n$/.exec(end)?.map(Number) ?? []
  if (offset === undefined || length === undefined || sum === undefined) return undefined
  if (offset + padded(length) + END_LENGTH !== file.size) return undefined
  const bytes = file.read(offset, padded(length))
  if (bytes.length !== padded(length) || checksum(bytes) !== sum) return undefined
  const head = parsed(Buffer.from(bytes.subarray(0, length)).toString('utf8'))
  if (!head || head.format !== FORMAT || head.order !== BYTE_ORDER || head.made !== made) return undefined
  const rows = head.table as [string, number, number, number][]
  return new Map(rows.map(row => [row[0], { offset: row[1], length: row[2], sum: row[3] }]))
}

/** What a text says as JSON; undefined when it says nothing. */
// biome-ignore lint/suspicious/noExplicitAny: it is what was written, as its checksum says.
function parsed(text: string): any {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sections start where typed arrays may. */
function padded(length: number): number {
  return Math.ceil(length / 8) * 8
}

function paddedBytes(bytes: Uint8Array): Uint8Array {
  const isAligned = bytes.byteOffset % 4 === 0 && bytes.length % 8 === 0
  if (isAligned) return bytes
  const block = new Uint8Array(padded(bytes.length))
  block.set(bytes)
  return block
}
