import { sha256 } from '@noble/hashes/sha2.js'

/** The SHA-256 of a text in UTF-8, as hex digits in lower case. */
export function sha256Hex(text: string): string {
  // Not Node's own, as `node:crypto` takes longer to load than everything else that `cards show` does.
  return Buffer.from(sha256(Buffer.from(text, 'utf8'))).toString('hex')
}
