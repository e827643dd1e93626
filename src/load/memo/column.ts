import type { MemoFile, Section } from './memo-file.ts'

/** The values of one field of many cards: as JSON, with where each starts, so that a few can be had without the others. */
export class Column {
  readonly field: string
  private readonly text: string
  private readonly starts: Uint32Array
  private values: readonly unknown[] | undefined

  private constructor(field: string, text: string, starts: Uint32Array) {
    this.field = field
    this.text = text
    this.starts = starts
  }

  /** @returns undefined when it is damaged */
  static read(file: MemoFile, field: string): Column | undefined {
    const bytes = file.section(`field ${field}`)
    const starts = file.section(`starts ${field}`)
    if (!bytes || !starts) return undefined
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    return new Column(field, text, new Uint32Array(starts.buffer, starts.byteOffset, starts.length >> 2))
  }

  /** All values, in the order of the rows that have one. */
  all(): readonly unknown[] {
    this.values ??= JSON.parse(`[${this.text}]`) as unknown[]
    return this.values
  }

  /** One value, by its place among all. */
  at(place: number): unknown {
    if (this.values) return this.values[place]
    const start = this.starts[place] ?? 0
    // A comma stands between two.
    const end = place + 1 < this.starts.length ? (this.starts[place + 1] ?? 0) - 1 : this.text.length
    return JSON.parse(this.text.slice(start, end))
  }
}

/** The sections that hold a column. */
export function* columnSections(field: string, values: Iterable<unknown>): Iterable<Section> {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  for (const value of values) {
    const text = asciiJson(value)
    starts.push(length)
    parts.push(text)
    length += text.length + 1
  }
  yield [`field ${field}`, Buffer.from(parts.join(','), 'latin1')]
  yield [`starts ${field}`, new Uint8Array(Uint32Array.from(starts).buffer)]
}

/** JSON in ASCII: one byte a character is the fastest to read, and a place in the text is one in the bytes. */
function asciiJson(value: unknown): string {
  const text = JSON.stringify(value)
  return /[^\0-\x7f]/.test(text)
    ? text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : text
}
