import { closeSync, openSync, readSync } from 'node:fs'
import { maxBytes } from './decode.ts'

/** Most files fit in it. Kept, as making one takes longer than reading a small file. */
const SPACE = Buffer.allocUnsafeSlow(65_536)

/**
 * Reads a file, or what a pipe gives, but no more than one byte above the limit: enough for `decode` to refuse it
 * without filling the memory. Reading synchronously is several times faster than with promises for thousands of small
 * files, and reading on to the end faster than asking for their sizes first.
 */
export function readBytes(path: string, limit = maxBytes): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const chunks: Uint8Array[] = []
    let length = 0
    let read: number
    do {
      read = fill(file, limit + 1 - length)
      chunks.push(Buffer.from(SPACE.subarray(0, read)))
      length += read
    } while (read === SPACE.length && length <= limit)
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
  } finally {
    closeSync(file)
  }
}

/**
 * Reads a file that is known to be a regular one: when the first read gives less than was asked for, that is all of it. To
 * ask once more, as for a pipe, takes a quarter of the time that reading a card's file takes.
 */
export function readRegularFile(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const length = readSync(file, SPACE, 0, SPACE.length, null)
    if (length < SPACE.length) return Buffer.from(SPACE.subarray(0, length))
  } finally {
    closeSync(file)
  }
  return readBytes(path)
}

/** Fills the space as far as there is something to read, and allowed. A pipe gives it bit by bit. */
function fill(file: number, most: number): number {
  const size = Math.min(SPACE.length, most)
  let length = 0
  while (length < size) {
    const read = readSync(file, SPACE, length, size - length, null)
    if (read === 0) break
    length += read
  }
  return length
}
