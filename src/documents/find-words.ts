import type { Citation } from './citation.ts'
import type { CitationIndex } from './citation-index.ts'

/** IDs and aliases are made of these. */
const NAME = /[A-Za-z0-9]+(?:[_-]+[A-Za-z0-9]+)*/g

/** Longer than any alias. */
const LONGEST = 64

const JOINED_LETTER = /[\p{Script=Latin}\p{M}\p{N}]/u

/** The IDs and aliases that stand in a text as words; the longest of several that share a place. */
export function* findWords(text: string, index: CitationIndex): Iterable<Citation> {
  for (const { 0: name, index: start } of text.matchAll(NAME)) {
    const whole = name.length <= LONGEST ? citationAt(text, start, name, index) : undefined
    if (whole) yield whole
    else if (/[_-]/.test(name))
      for (const part of name.matchAll(/[A-Za-z0-9]+/g)) {
        const found = citationAt(text, start + part.index, part[0], index)
        if (found) yield found
      }
  }
}

function citationAt(text: string, start: number, name: string, index: CitationIndex): Citation | undefined {
  const known = index.word(name)
  const end = start + name.length
  if (!known || isLetter(text[start - 1]) || isLetter(text[end])) return undefined
  return { start, end, text: name, ...known }
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && JOINED_LETTER.test(character)
}
