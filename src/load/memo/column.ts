import type { MemoFile, Section } from './memo-file.ts'

/** The values of one field of many cards: as JSON, with where each starts, so that a few can be had without the others. */
export class Column {
  private readonly json: Buffer
  private readonly starts: Uint32Array

  private constructor(json: Buffer, starts: Uint32Array) {
    this.json = json
    this.starts = starts
  }

  /** @returns undefined when it is damaged */
  static read(file: MemoFile, field: string): Column | undefined {
    const bytes = file.section(`field ${field}`)
    const starts = file.section(`starts ${field}`)
    if (!bytes || !starts) return undefined
    const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    return new Column(json, new Uint32Array(starts.buffer, starts.byteOffset, starts.length >> 2))
  }

  /**
   * Some values.
   * @param places of each, among all; ascending
   */
  valuesAt(places: readonly number[]): readonly unknown[] {
    // Many are faster had all together.
    if (places.length < this.starts.length * MANY)
      return JSON.parse(`[${places.map(place => this.jsonAt(place)).join()}]`)
    const all: unknown[] = JSON.parse(`[${this.json.toString('latin1')}]`)
    return places.length === all.length ? all : places.map(place => all[place])
  }

  private jsonAt(place: number): string {
    // A comma stands between two.
    const end = place + 1 < this.starts.length ? (this.starts[place + 1] ?? 0) - 1 : this.json.length
    return this.json.toString('latin1', this.starts[place], end)
  }

  /**
   * For each value whether it holds one of some texts, whatever its case. All values are looked through as one text,
   * which is faster than one by one; what has characters beyond ASCII, which may fold to anything, counts as a hit.
   */
  placesWith(texts: readonly string[]): Uint8Array {
    const json = this.json.toString('latin1').toLowerCase()
    const found = new Uint8Array(this.starts.length)
    for (const text of [...texts.map(inJson), '\\u']) {
      let next = 0
      for (let at = json.indexOf(text); at !== -1; at = json.indexOf(text, this.starts[next])) {
        while ((this.starts[next] ?? Number.POSITIVE_INFINITY) <= at) next++
        found[next - 1] = 1
        if (next === found.length) break
      }
    }
    return found
  }
}

/** Of a larger part of all values. */
const MANY = 0.2

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

/** A text as it stands in the JSON of a longer one. */
function inJson(text: string): string {
  return asciiJson(text).slice(1, -1).toLowerCase()
}
