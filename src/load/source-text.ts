import { type FileKind, FileText } from './file-text.ts'
import type { Raw } from './raw.ts'
import { readDocument, type YamlReading } from './yaml-document.ts'
import { readFast } from './yaml-fast.ts'
import { readPlain } from './yaml-plain.ts'

/** What a text that holds one YAML document says, found by the fastest reader that can; undefined when none can. */
export function readText(text: string): Raw | undefined {
  return readPlain(text) ?? readFast(text) ?? readDocument(text).value
}

/** What has been read of a file: its text without a byte-order mark and, when that was found too, its value. */
export interface KnownText {
  readonly text: string
  readonly raw?: Raw | undefined
}

/** A file of a library with what it says; its YAML is read when it is first asked for. */
export class SourceText extends FileText {
  private document: YamlReading | undefined
  private raw: { value: Raw | undefined } | undefined

  /** @param known what somebody has read of it already */
  constructor(path: string, kind: FileKind, bytes: Uint8Array, known?: KnownText) {
    super(path, kind, bytes, known?.text)
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
}
