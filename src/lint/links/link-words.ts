import { keyName, lengthOf } from './card-links.ts'

/** The kind of the link that starts at a place of some words. */
export function kindAt(words: Int32Array, at: number): number {
  return (words[at + 1] as number) & 15
}

/** The name of its key. */
export function keyAt(words: Int32Array, at: number): number {
  return keyName(words[at] as number, words[at + 1] as number)
}

/** The name of the meaning that it gives its key, where it gives one. */
export function meaningAt(words: Int32Array, at: number): number {
  return keyName(words[at + 2] as number, words[at + 3] as number)
}

/** Goes through the links of a row. */
export function eachLink(words: Int32Array, look: (kind: number, key: number) => void): void {
  for (let at = 0; at < words.length; at += lengthOf(kindAt(words, at)))
    look(kindAt(words, at), keyAt(words, at))
}

/** The first word of a key's hash, of which it is the name. */
export function highOf(name: number): number {
  return Math.floor(name / 0x200000) | 0
}
