import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { maxBytes } from './decode.ts'

/**
 * Reads a file, but no more than one byte above the limit: enough for `decode` to refuse it without filling the
 * memory. (So a growing or endless file ends, too.) Reading synchronously is several times faster than with promises for thousands of small files.
 */
export function readBytes(path: string, limit = maxBytes): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const size = Math.min(fstatSync(file).size, limit + 1)
    const bytes = Buffer.allocUnsafe(size)
    let length = 0
    while (length < size) {
      const read = readSync(file, bytes, length, size - length, length)
      if (read === 0) break
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
