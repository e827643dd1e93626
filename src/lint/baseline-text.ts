/** The file of known findings, relative to the library, and what it holds; undefined when there are none. */
export interface BaselineBytes {
  readonly file: string
  readonly bytes: Uint8Array | undefined
}

/** The same as text. */
export interface BaselineText {
  readonly file: string
  readonly text: string
}

/** The text of a baseline; undefined when there is none. */
export function baselineText({ file, bytes }: BaselineBytes): BaselineText | undefined {
  return bytes && { file, text: Buffer.from(bytes).toString('utf8') }
}
