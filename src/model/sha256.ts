import { sha256 } from '@noble/hashes/sha2.js'
import { nodeSha256 } from './node-sha256.cjs'

/** From so many characters on, in all, Node's own hash is worth loading. */
const MANY = 65_536

let hashed = 0

/** The SHA-256 of a text in UTF-8, as hex digits in lower case. */
export function sha256Hex(text: string): string {
  hashed += text.length
  if (hashed > MANY) return nodeSha256(text)
  // Not Node's own, as `node:crypto` takes longer to load than everything else that `cards show` does.
  return Buffer.from(sha256(Buffer.from(text, 'utf8'))).toString('hex')
}
