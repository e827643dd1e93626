import { createHash } from 'node:crypto'
import { HASH_LENGTH } from './file-rows.ts'

/** The first half of a SHA-256, by which contents are told apart, also those that somebody made to be taken for each other. */
export function contentHash(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest().subarray(0, HASH_LENGTH)
}
