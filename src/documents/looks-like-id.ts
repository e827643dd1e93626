import { looksMinted } from '../model/looks-minted.ts'

/** Words of names and keys of papers: `JavaScript`, `PostgreSQL`, `WikiLeaks1`, `LeCun2015a`, `CGamesPlay`. */
const CAMEL_CASE = /^[a-z]*(?:[A-Z]{1,4}[a-z]+|[A-Z]{2,5}(?![a-z])){1,3}(?:\d{1,4}[a-z]?)?$/

/**
 * Whether a text that no card goes by is in the form of a stable ID or a resource ID and can hardly be anything else: a
 * number and a name in capitals within (`JavaScript`) are neither.
 */
export function looksLikeId(text: string): boolean {
  return isHash(text) || (looksMinted(text) && !isName(text))
}

/**
 * Whether a name of a card is found wherever it stands as a word. Others, such as the alias `introduction` or an ID of
 * digits alone, count only where they are written as a reference.
 */
export function standsAlone(name: string): boolean {
  return isHash(name) || (name.length >= 8 && /\d/.test(name) && /[A-Za-z]/.test(name)) || looksLikeId(name)
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text) && /[a-f]/.test(text) && /\d/.test(text)
}

/** Whether capitals within are those of words, which can be spoken. */
function isName(text: string): boolean {
  const words = text.replace(/\d.*/, '').match(/[A-Z]?[a-z]+/g) ?? []
  return CAMEL_CASE.test(text) && words.every(word => word.length > 1 && /[aeiouy]/i.test(word))
}
