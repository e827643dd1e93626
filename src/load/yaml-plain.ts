import { keyAt, keyEndAt } from './plain-keys.ts'
import { blockLines, plainScalar } from './plain-scalars.ts'
import type { Raw } from './raw.ts'

/**
 * Reads the YAML that cards are mostly written in, with next to no start-up cost: block mappings and lists of plain,
 * quoted and block scalars, each on the lines where they are expected. `undefined` means that the text has anything
 * else in it, good or bad, and a full parser must read it. Never another value than a full parser gives.
 */
export function readPlain(text: string): Raw | undefined {
  if (OUTSIDE.test(text)) return undefined
  try {
    return new PlainReader(text).document()
  } catch (error) {
    if (error === ELSEWHERE) return undefined
    throw error
  }
}

/** Thrown, without the cost of an Error, where the text leaves the subset. */
const ELSEWHERE = Symbol('not in the subset')

/** Controls but LF, what YAML 1.1 takes for line breaks, byte-order marks, halves of surrogate pairs. */
const OUTSIDE =
  /[^\n -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const LINE_FEED = 0x0a
const SPACE = 0x20
const HASH = 0x23
const DASH = 0x2d
const CHEVRON = 0x3e
const BAR = 0x7c

/** No card is indented so far, or has so long a key. What is may nest too deep, or be no key to other readers. */
const DEEPEST = 40
const LONGEST_KEY = 100

/**
 * Looks at characters where they stand, and cuts nothing out of the text but keys and values: libraries have millions of
 * lines.
 */
class PlainReader {
  private readonly text: string
  /** Where the line after this one starts. */
  private next = 0

  // This line: the column behind its indent, the dashes there, its key or '', and where the rest starts and ends.
  // Behind the last line the indent is -1.
  private indent = -1
  private dashes = 0
  private key = ''
  private start = 0
  private end = 0

  constructor(text: string) {
    this.text = text
  }

  document(): Raw {
    this.nextLine()
    if (this.indent !== 0) throw ELSEWHERE
    const value = this.block(0)
    if (!this.isAtEnd()) throw ELSEWHERE
    return value
  }

  private isAtEnd(): boolean {
    return this.indent === -1
  }

  /** A mapping or list whose keys or dashes stand in a column. In one piece for the same reason as `nextLine`. */
  private block(column: number): Raw {
    if (this.dashes > 0) {
      const items: Raw[] = []
      while (this.indent === column && this.dashes > 0) {
        // What follows a dash is a line of its own, in the column behind it.
        this.indent += 2
        this.dashes -= 1
        const isBlock = this.dashes > 0 || this.key !== ''
        items.push(isBlock ? this.block(column + 2) : this.scalar(column))
        // Nothing may stand between an item and the next in its column.
        if (this.indent > column) throw ELSEWHERE
      }
      // A list that has grown keeps room for 17 items and more: a copy is as long as it has to be.
      return items.slice()
    }
    const map: { [key: string]: Raw } = {}
    while (this.indent === column && this.dashes === 0) {
      const { key } = this
      // What every object has, such as `constructor`, is left to a full parser as well.
      if (key === '' || key in map) throw ELSEWHERE
      if (this.start !== this.end) map[key] = this.scalar(column)
      else {
        // What stands on the lines below: a list may start in the key's own column.
        this.nextLine()
        const isBelow = this.indent > column || (this.indent === column && this.dashes > 0)
        map[key] = isBelow ? this.block(this.indent) : ''
      }
      if (this.indent > column) throw ELSEWHERE
    }
    return map
  }

  /** The rest of this line, with the lines that belong to it. */
  private scalar(column: number): Raw {
    const first = this.text.charCodeAt(this.start)
    const isBlock = first === CHEVRON || first === BAR
    const value = isBlock
      ? this.blockScalar(column, first === CHEVRON)
      : plainScalar(this.text.slice(this.start, this.end))
    if (value === undefined) throw ELSEWHERE
    this.nextLine()
    return value
  }

  private blockScalar(column: number, isFolded: boolean): string {
    const { text } = this
    const isStripped = text.charCodeAt(this.start + 1) === DASH
    if (this.end - this.start !== (isStripped ? 2 : 1)) throw ELSEWHERE
    const start = this.behindSpaces(this.next)
    const margin = start - this.next
    if (margin <= column || margin > DEEPEST) throw ELSEWHERE
    let end = start
    for (let lineEnd = start; this.next < text.length; this.next = lineEnd + 1) {
      lineEnd = this.endOfLine(this.next)
      if (lineEnd === this.next) continue
      // Of a line that ends in spaces readers make different things; one with more than the margin folds otherwise.
      if (text.charCodeAt(lineEnd - 1) === SPACE) throw ELSEWHERE
      const indent = this.behindSpaces(this.next) - this.next
      if (indent < margin) break
      if (indent > margin) throw ELSEWHERE
      end = lineEnd
    }
    // Without a final line break there is none to keep.
    if (!isStripped && !text.endsWith('\n')) throw ELSEWHERE
    return blockLines(text.slice(start, end), margin, isFolded) + (isStripped ? '' : '\n')
  }

  /**
   * Goes to the next line that is neither blank nor a comment. In one piece, though it does several things: V8 would compile
   * its parts once for themselves and again in each that calls them, and be done when thousands of cards have been read.
   * This and `block` in one piece each take a tenth off the time for 6,000 cards.
   */
  private nextLine(): void {
    const { text } = this
    let lineStart = this.next
    let at = 0
    let end = 0
    for (;;) {
      if (lineStart >= text.length) {
        this.next = lineStart
        this.indent = -1
        return
      }
      at = lineStart
      // Here and below not `behindSpaces`: V8 would set about compiling that in the midst of `cards show`, a tenth of it.
      while (text.charCodeAt(at) === SPACE) at++
      const code = text.charCodeAt(at)
      if (code === LINE_FEED) end = at
      else {
        end = text.indexOf('\n', at)
        if (end === -1) end = text.length
        if (code !== HASH && at < text.length) break
      }
      lineStart = end + 1
    }
    this.next = end + 1
    this.end = end
    this.indent = at - lineStart
    const indentEnd = at
    while (text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === SPACE) at += 2
    this.dashes = (at - indentEnd) / 2
    const keyEnd = keyEndAt(text, at)
    this.key = keyEnd === at ? '' : keyAt(text, at, keyEnd)
    let start = keyEnd === at ? at : keyEnd + 1
    while (text.charCodeAt(start) === SPACE) start++
    this.start = start
    if (at - lineStart > DEEPEST || keyEnd - at > LONGEST_KEY) throw ELSEWHERE
  }

  private behindSpaces(start: number): number {
    let at = start
    while (this.text.charCodeAt(at) === SPACE) at++
    return at
  }

  private endOfLine(at: number): number {
    const end = this.text.indexOf('\n', at)
    return end === -1 ? this.text.length : end
  }
}
