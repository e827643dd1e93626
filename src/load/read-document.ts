import { resolve } from 'node:path'
import { ioReason } from '../model/io-error.ts'
import { decode } from './decode.ts'
import { readBytes } from './read-bytes.ts'

/** A book as one page is far smaller. */
const LIMIT = 50 * 1024 * 1024

/** A document as it is on disk. */
export interface DocumentText {
  /** Absolute. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Without a byte-order mark. */
  readonly text: string
}

/**
 * Reads a document.
 * @returns for one that is no text in UTF-8, or cannot be read, why, with its place in front
 */
export function readDocument(name: string, cwd: string): DocumentText | { readonly complaint: string } {
  const path = resolve(cwd, name)
  try {
    const bytes = readBytes(path, LIMIT)
    if (bytes.length > LIMIT) return { complaint: `${name} is larger than 50 MiB, the most that is read.` }
    const { text, problem } = decode(bytes, LIMIT)
    if (!problem) return { path, bytes, text }
    const { line, column } = problem.range.start
    return { complaint: `${name}:${line}:${column}: ${problem.message} ${problem.help}` }
  } catch (error) {
    return { complaint: `${name} cannot be read: ${ioReason(error)}.` }
  }
}
