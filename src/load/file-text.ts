import type { LibraryFile } from '../model/library.ts'
import { lineStartsOf, positionAt, type Range, type Span } from '../model/place.ts'
import { decode } from './decode.ts'

/** What a file is to a library, and to lint. */
export type FileKind = LibraryFile['kind'] | 'baseline'

/** A baseline has a line for each of any number of findings. */
const BASELINE_LIMIT = 200 * 1024 * 1024

/** A file of a library as text and lines, whatever it says: who only shows it needs no YAML. */
export class FileText {
  /** Relative to the library, with forward slashes. */
  readonly path: string
  readonly kind: FileKind
  readonly bytes: Uint8Array
  /** Without a byte-order mark; '' when it cannot be decoded. */
  readonly text: string
  readonly hasByteOrderMark: boolean
  /** Whether it is UTF-8, and not too large. */
  readonly isReadable: boolean
  private lines: readonly number[] | undefined

  /** @param known its text without a byte-order mark, if somebody has decoded it already */
  constructor(path: string, kind: FileKind, bytes: Uint8Array, known?: string) {
    const { text, bom, problem } =
      known === undefined
        ? decode(bytes, kind === 'baseline' ? BASELINE_LIMIT : undefined)
        : { text: known, bom: hasMark(bytes), problem: undefined }
    this.path = path
    this.kind = kind
    this.bytes = bytes
    this.text = text
    this.hasByteOrderMark = bom
    this.isReadable = problem === undefined
  }

  /** Two offsets into the text as lines and columns. */
  range(start: number, end: number): Range {
    this.lines ??= lineStartsOf(this.text)
    return { start: positionAt(this.lines, start), end: positionAt(this.lines, end) }
  }

  /** The offsets of a range of the text. */
  span({ start, end }: Range): Span {
    this.lines ??= lineStartsOf(this.text)
    const offset = (line: number, column: number) =>
      Math.min((this.lines?.[line - 1] ?? this.text.length) + column - 1, this.text.length)
    return [offset(start.line, start.column), offset(end.line, end.column)]
  }
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}
