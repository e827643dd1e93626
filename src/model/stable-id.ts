import { sharedLength } from './nearest.ts'
import { sha256Hex } from './sha256.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 10

/** So many characters of an ID are enough to name its card, if no other starts so. */
export const SHORTEST_PREFIX = 4
const SPACE = 62n ** BigInt(LENGTH)

/** Whether a text has the form of a stable ID: ten ASCII letters or digits. */
export function isStableId(text: string): boolean {
  return /^[A-Za-z0-9]{10}$/.test(text)
}

/** An ID as IDs are compared: stable ones without regard to case, other names that a card has had as they are. */
export function foldId(id: string): string {
  return isStableId(id) ? id.toLowerCase() : id
}

/**
 * Mints the stable ID of a new card.
 *
 * The SHA-256 of `identity` (UTF-8), read as a big-endian integer, modulo 62^10, in base 62 over `0-9A-Za-z`,
 * ten digits. When that ID is taken, or a YAML reader would take it for a number, `identity\n1`, `identity\n2`, …
 * are hashed instead.
 *
 * @param identity the source's canonical URL, else `doi:…`, else `arxiv:…`
 * @param isTaken whether an ID, or one that differs only in case, is in use: by a card, an alias or a retired card
 */
export function mintStableId(identity: string, isTaken: (id: string) => boolean = () => false): string {
  for (let n = 0; ; n++) {
    const id = idOf(n === 0 ? identity : `${identity}\n${n}`)
    if (!readsAsNumber(id) && !isTaken(id)) return id
  }
}

function idOf(text: string): string {
  let rest = BigInt(`0x${sha256Hex(text)}`) % SPACE
  let id = ''
  for (let i = 0; i < LENGTH; i++) {
    id = DIGITS.charAt(Number(rest % 62n)) + id
    rest /= 62n
  }
  return id
}

/**
 * Whether a YAML 1.1 or 1.2 reader would take ten letters or digits for a number: `0123456789`, `12345678e9`,
 * `0x12345678`, `0o12345670`, `0b10101010`. No YAML keyword has ten characters.
 */
export function readsAsNumber(id: string): boolean {
  return /^(\d+([eE]\d+)?|0x[0-9A-Fa-f]+|0o[0-7]+|0b[01]+)$/.test(id)
}

/**
 * The shortest prefix (four characters or more) by which each ID can be told from all the others.
 * @returns the prefixes, in the order of `ids`
 */
export function shortestPrefixes(ids: readonly string[], all: readonly string[]): string[] {
  // In order, an ID shares most with one of its neighbours.
  const sorted = [...new Set(all.map(id => id.toLowerCase()))].sort()
  const places = new Map(sorted.map((id, i) => [id, i]))
  return ids.map(id => {
    const folded = id.toLowerCase()
    const place = places.get(folded) ?? -1
    const shared = Math.max(sharedLength(folded, sorted[place - 1]), sharedLength(folded, sorted[place + 1]))
    return id.slice(0, Math.max(SHORTEST_PREFIX, shared + 1))
  })
}

/**
 * First 16 hex digits of the SHA-256 of a URL as written: the ID by which other tools know a source.
 * Derived, so every command that changes a card's `url` keeps the old one in `aliases`.
 */
export function resourceId(url: string): string {
  return sha256Hex(url).slice(0, 16)
}
