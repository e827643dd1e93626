/** A record of a JSON file, and the 1-based lines on which it and its keys stand. */
export interface JsonRecord {
  readonly value: unknown
  readonly line: number
  lineOf(key: string): number
  /** Keys that it has again: the last of each counts. */
  readonly repeated?: readonly string[]
}

/** Deeper than any card or bibliography is; JSON that goes deeper has been made to exhaust the stack. */
const DEEPEST = 60

interface Place {
  readonly line: number
  readonly keys: Map<string, number>
  readonly repeated: Set<string>
}

/**
 * The records of a JSON text: the items of a list, those of the list under `items`, or the one object that it is.
 * @returns what is wrong, and the line, for what is no JSON or holds no records
 */
export function jsonRecords(text: string): JsonRecord[] | { readonly line: number; readonly why: string } {
  const json = text.replace(/^\ufeff/, '')
  const scan = new Scan(json)
  scan.run()
  if (scan.depth > DEEPEST) return { line: scan.line, why: 'It is nested too deeply to be read.' }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { line: scan.line, why: 'It is no JSON: from this line on it cannot be read.' }
  }
  const items = itemsOf(value)
  if (items === undefined)
    return { line: 1, why: 'It holds no records: a list of them, or one, belongs here.' }
  return items.map((item, i) => {
    const { line, keys, repeated } = scan.places[i] ?? placeAt(1)
    const record = { value: item, line, lineOf: (key: string) => keys.get(key) ?? line }
    return repeated.size === 0 ? record : { ...record, repeated: [...repeated] }
  })
}

function placeAt(line: number): Place {
  return { line, keys: new Map(), repeated: new Set() }
}

/** What the log is told of a key that a record has again. */
export const REPEATED_KEY = 'The record has this key twice: the last counts.'

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return undefined
  const { items } = value as { items?: unknown }
  return Array.isArray(items) ? items : [value]
}

/** What has to come. */
type Next = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'end'

/** Notes where the records stand, and stops where the text can no longer be JSON. */
class Scan {
  line = 1
  depth = 0
  places: Place[] = []
  private readonly text: string
  /** The containers around: their signs, and the latest key of objects. */
  private readonly around: { sign: string; key: string }[] = []
  private at = 0
  /** Whether the records are the list under `items`. */
  private isList = false

  constructor(text: string) {
    this.text = text
  }

  run(): void {
    const token = /[ \t\r\n]+|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y
    let next: Next = 'value'
    for (;;) {
      token.lastIndex = this.at
      const found = token.exec(this.text)?.[0]
      if (found === undefined) return
      const start = this.at
      this.at += found.length
      if (/^\s/.test(found)) {
        for (const sign of found) if (sign === '\n') this.line++
        continue
      }
      if (found === '"' && !this.string()) return
      const after = this.step(found, next, start)
      if (after === undefined || this.depth > DEEPEST) return
      next = after
    }
  }

  /** What may come after a token; undefined when it may not stand there itself. */
  private step(found: string, next: Next, start: number): Next | undefined {
    const inner = this.around.at(-1)
    const isClosing = found === '}' || found === ']'
    if (isClosing) {
      const isDue = next === 'end' || next === (found === '}' ? 'first key' : 'first value')
      if (!isDue || inner?.sign !== (found === '}' ? '{' : '[')) return undefined
      this.around.pop()
      return 'end'
    }
    switch (next) {
      case 'end':
        return found !== ',' || inner === undefined ? undefined : inner.sign === '{' ? 'key' : 'value'
      case 'colon':
        return found === ':' ? 'value' : undefined
      case 'key':
      case 'first key':
        if (found !== '"' || inner === undefined) return undefined
        inner.key = this.keyText(start)
        if (this.isRecord(this.around.length - 1)) this.noteKey(inner.key)
        return 'colon'
      default:
        if (found === ',' || found === ':') return undefined
        this.value(found)
        if (found !== '{' && found !== '[') return 'end'
        this.around.push({ sign: found, key: '' })
        this.depth = Math.max(this.depth, this.around.length)
        return found === '{' ? 'first key' : 'first value'
    }
  }

  /** A value begins: is it a record? */
  private value(sign: string): void {
    const [outer, second] = this.around
    // An object with `items` is no record itself.
    if (this.around.length === 2 && outer?.key === 'items' && second?.sign === '[' && !this.isList) {
      this.isList = true
      this.places = []
    }
    const isRecord = outer === undefined ? sign === '{' : this.isRecord(this.around.length)
    if (isRecord) this.places.push(placeAt(this.line))
  }

  private noteKey(key: string): void {
    const place = this.places.at(-1)
    if (place?.keys.has(key)) place.repeated.add(key)
    place?.keys.set(key, this.line)
  }

  /** Whether what is in so many containers is a record. */
  private isRecord(depth: number): boolean {
    const [outer] = this.around
    if (outer === undefined) return false
    if (outer.sign === '[') return depth === 1
    return outer.key === 'items' && this.isList ? depth === 2 : depth === 0
  }

  /** From behind its first quote to behind its last; false when there is none. */
  private string(): boolean {
    for (;;) {
      const end = this.text.indexOf('"', this.at)
      if (end === -1 || this.text.slice(this.at, end).includes('\n')) return false
      let slashes = 0
      while (this.text[end - 1 - slashes] === '\\') slashes++
      this.at = end + 1
      if (slashes % 2 === 0) return true
    }
  }

  private keyText(start: number): string {
    try {
      return String(JSON.parse(this.text.slice(start, this.at)))
    } catch {
      return ''
    }
  }
}
