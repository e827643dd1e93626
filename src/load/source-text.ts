import type { LibraryFile } from '../model/library.ts'
import { lineStartsOf, positionAt, type Range, type Span } from '../model/place.ts'
import { decode } from './decode.ts'
import type { Raw } from './raw.ts'
import { readDocument, type YamlReading } from './yaml-document.ts'
import { readFast } from './yaml-fast.ts'
import { readPlain } from './yaml-plain.ts'

/** What a file is to a library, and to lint. */
export type FileKind = LibraryFile['kind'] | 'baseline'

/** What a text that holds one YAML document says, found by the fastest reader that can; undefined when none can. */
export function readText(text: string): Raw | undefined {
  return readPlain(text) ?? readFast(text) ?? readDocument(text).value
}

/** A baseline has a line for each of any number of findings. */
const BASELINE_LIMIT = 200 * 1024 * 1024

/** What has been read of a file: its text without a byte-order mark and, when that was found too, its value. */
export interface KnownText {
  readonly text: string
  readonly raw?: Raw | undefined
}

/** A file of a library as text; its YAML is read when it is first asked for. */
export class SourceText {
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
  private document: YamlReading | undefined
  private raw: { value: Raw | undefined } | undefined

  /** @param known what somebody has read of it already */
  constructor(path: string, kind: FileKind, bytes: Uint8Array, known?: KnownText) {
    const { text, bom, problem } = known
      ? { text: known.text, bom: hasMark(bytes), problem: undefined }
      : decode(bytes, kind === 'baseline' ? BASELINE_LIMIT : undefined)
    this.path = path
    this.kind = kind
    this.bytes = bytes
    this.text = text
    this.hasByteOrderMark = bom
    this.isReadable = problem === undefined
    if (known?.raw !== undefined) this.raw = { value: known.raw }
  }

  /** The value of the document; undefined when it cannot be read. Must not be changed. */
  get value(): Raw | undefined {
    this.raw ??= { value: readPlain(this.text) ?? readFast(this.text) ?? this.reading.value }
    return this.raw.value
  }

  /** The document with the places of its values: slower than `value`. */
  get reading(): YamlReading {
    this.document ??= readDocument(this.text)
    return this.document
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
