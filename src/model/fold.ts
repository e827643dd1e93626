const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ı', 'i'],
])

/** Text with case and accents folded away, for comparing: `Sandkühler` and `sandkuhler` fold to one. */
export function fold(text: string): string {
  // Most text is ASCII, for which this is all.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı’‘‛`“”„–—]/g, letter => LETTERS.get(letter) ?? PUNCTUATION.get(letter) ?? letter)
}

/** The same on one line, with single spaces. */
export function foldLine(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim()
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The letters and digits of a text alone, folded: `The AI-Alignment Forum` is `theaialignmentforum`. */
export function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

const PUNCTUATION: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['‛', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['–', '-'],
  ['—', '-'],
])
