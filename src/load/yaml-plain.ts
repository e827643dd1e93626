import type { Raw } from './raw.ts'

/**
 * Reads the YAML that cards are mostly written in, with next to no start-up cost: block mappings and lists of plain,
 * quoted and block scalars, each on the lines where they are expected. `undefined` means that the text has anything
 * else in it, good or bad, and a full parser must read it. Never another value than a full parser gives.
 */
export function readPlain(text: string): Raw | undefined {
  if (OUTSIDE.test(text)) return undefined
  const reader = new PlainReader(text.split('\n'))
  try {
    return reader.document()
  } catch (error) {
    if (error === ELSEWHERE) return undefined
    throw error
  }
}

/** Thrown, without the cost of an Error, where the text leaves the subset. */
const ELSEWHERE = Symbol('not in the subset')

/** Controls but LF, what YAML 1.1 takes for line breaks, byte-order marks. */
const OUTSIDE = /[^\n -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/

const SPACE = 0x20
const KEY = /^[A-Za-z][A-Za-z0-9_-]*$/

/** No card is indented so far, or has so long a key. What is may nest too deep, or be no key to other readers. */
const DEEPEST = 40
const LONGEST_KEY = 100

/** Plain text that no YAML reader takes for anything else: it starts with a letter, digit or the like. */
const PLAIN_START = /[A-Za-z0-9(./+\xc0-\u024f\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufaff]/

interface Line {
  /** Columns before the value or its key: the indent and the `- `. */
  readonly indent: number
  readonly dashes: number
  readonly key: string | undefined
  readonly rest: string
}

class PlainReader {
  private readonly lines: readonly string[]
  private at = 0
  private line: Line | undefined

  constructor(lines: readonly string[]) {
    this.lines = lines
  }

  document(): Raw {
    this.next()
    const { line } = this
    if (line === undefined || line.indent !== 0) throw ELSEWHERE
    const value = this.block(0)
    if (this.line !== undefined) throw ELSEWHERE
    return value
  }

  /** A mapping or list whose keys or dashes stand in a column. */
  private block(column: number): Raw {
    const { line } = this
    if (line === undefined) throw ELSEWHERE
    return line.dashes > 0 ? this.list(column) : this.mapping(column)
  }

  private list(column: number): Raw[] {
    const items: Raw[] = []
    for (
      let { line } = this;
      line !== undefined && line.indent === column && line.dashes > 0;
      line = this.line
    ) {
      // What follows a dash is a line of its own, in the column behind it.
      this.line = { indent: column + 2, dashes: line.dashes - 1, key: line.key, rest: line.rest }
      items.push(
        line.dashes > 1 || line.key !== undefined ? this.block(column + 2) : this.scalar(line.rest, column),
      )
      this.endOf(column)
    }
    return items
  }

  private mapping(column: number): { [key: string]: Raw } {
    const map: { [key: string]: Raw } = {}
    for (
      let { line } = this;
      line !== undefined && line.indent === column && line.dashes === 0;
      line = this.line
    ) {
      const { key, rest } = line
      if (key === undefined || Object.hasOwn(map, key)) throw ELSEWHERE
      map[key] = rest === '' ? this.below(column) : this.scalar(rest, column)
      this.endOf(column)
    }
    return map
  }

  /** Nothing may stand between an item and the next in its column. */
  private endOf(column: number): void {
    if (this.line !== undefined && this.line.indent > column) throw ELSEWHERE
  }

  /** What stands on the lines below a key: a list may start in the key's own column. */
  private below(column: number): Raw {
    this.next()
    const { line } = this
    if (line === undefined || line.indent < column || (line.indent === column && line.dashes === 0)) return ''
    return this.block(line.indent)
  }

  private scalar(text: string, column: number): Raw {
    const first = text.charAt(0)
    if (first === '>' || first === '|') return this.blockScalar(text, column)
    this.next()
    if (PLAIN_START.test(first)) return plain(text)
    if (first === '"' || first === "'") return quoted(text, first)
    if (first === '[') return words(text)
    throw ELSEWHERE
  }

  private blockScalar(header: string, column: number): string {
    if (header.length > 2 || (header.length === 2 && header.charAt(1) !== '-')) throw ELSEWHERE
    const margin = /^ */.exec(this.lines[this.at] ?? '')?.[0] ?? ''
    const content = this.blockLines(margin)
    const isStripped = header.endsWith('-')
    // Without a final line break there is none to keep.
    if (margin.length <= column || content.length === 0 || (!isStripped && this.lines.at(-1) !== ''))
      throw ELSEWHERE
    this.next()
    return (header.startsWith('>') ? folded(content) : content.join('\n')) + (isStripped ? '' : '\n')
  }

  /** The lines with a margin; an empty one may stand between them. Lines with more than the margin fold otherwise. */
  private blockLines(margin: string): string[] {
    const content: string[] = []
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] ?? ''
      if (line.endsWith(' ')) throw ELSEWHERE
      if (line !== '' && !line.startsWith(margin)) break
      const inside = line.slice(margin.length)
      if (inside.startsWith(' ') || (inside === '' && content.length === 0)) throw ELSEWHERE
      content.push(inside)
    }
    while (content.at(-1) === '') content.pop()
    return content
  }

  /** Takes the next line that is neither blank nor a comment. */
  private next(): void {
    for (; this.at < this.lines.length; this.at++) {
      const text = this.lines[this.at] ?? ''
      if (/^ *(?:#|$)/.test(text)) continue
      this.at++
      this.line = lineOf(text)
      return
    }
    this.line = undefined
  }
}

function lineOf(text: string): Line {
  // By hand, as a regular expression with groups allocates so much that reading venues.yaml costs a collection.
  let at = 0
  while (text.charCodeAt(at) === SPACE) at++
  const indent = at
  while (text.startsWith('- ', at)) at += 2
  const dashes = (at - indent) / 2
  const colon = text.indexOf(':', at)
  const isKey = colon > at && (colon + 1 === text.length || text.charCodeAt(colon + 1) === SPACE)
  const key = isKey && KEY.test(text.slice(at, colon)) ? text.slice(at, colon) : undefined
  if (key !== undefined) at = colon + 1
  while (key !== undefined && text.charCodeAt(at) === SPACE) at++
  const rest = text.slice(at)
  if (indent + 2 * dashes > DEEPEST || (key !== undefined && key.length > LONGEST_KEY)) throw ELSEWHERE
  if (rest === '-' || (rest === '' && key === undefined) || text.startsWith('---') || text.startsWith('...'))
    throw ELSEWHERE
  return { indent, dashes, key, rest }
}

/** Text without quotes, if nothing in it has a meaning. */
function plain(text: string): string {
  if (text.includes(': ') || text.includes(' #') || text.endsWith(':') || text.endsWith(' ')) throw ELSEWHERE
  return text
}

/** Text in quotes on one line, without escapes. */
function quoted(text: string, quote: string): string {
  const inside = text.slice(1, -1)
  if (text.length < 2 || !text.endsWith(quote) || inside.includes(quote) || inside.includes('\\'))
    throw ELSEWHERE
  return inside
}

/** A list of words in brackets on one line. */
function words(text: string): string[] {
  if (!/^\[[A-Za-z0-9][\w./-]*(?:, ?[A-Za-z0-9][\w./-]*)*\]$/.test(text)) throw ELSEWHERE
  return text.slice(1, -1).split(/, ?/)
}

/** Lines folded into paragraphs: a break between two lines is a space, each blank line a break. */
function folded(lines: readonly string[]): string {
  let text = lines[0] ?? ''
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line === '') text += '\n'
    else text += lines[i - 1] === '' ? line : ` ${line}`
  }
  return text
}
