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

/** Most text is ASCII, for which less has to be done. */
const ASCII = /^[\0-\x7f]*$/

/** Text with case and accents folded away, for comparing: `Sandkühler` and `sandkuhler` fold to one. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı’‘‛`“”„–—]/g, letter => LETTERS.get(letter) ?? PUNCTUATION.get(letter) ?? letter)
}

/** The same on one line, with single spaces. */
export function foldLine(text: string): string {
  const folded = fold(text)
  return /[^\S ]|^ | $| {2}/.test(folded) ? folded.replace(/\s+/g, ' ').trim() : folded
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The letters and digits of a text alone, folded: `The AI-Alignment Forum` is `theaialignmentforum`. */
export function lettersOf(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether the letters of two texts are the same. Mostly the first of them tells. */
export function haveSameLetters(a: string, b: string): boolean {
  const [firstA, firstB] = [firstLetter(a), firstLetter(b)]
  const differ = firstA !== undefined && firstB !== undefined && firstA !== firstB
  return !differ && lettersOf(a) === lettersOf(b)
}

/** The first of the letters of a text; undefined where it takes more to tell. */
export function firstLetter(text: string): string | undefined {
  return START.exec(text)?.[1]?.toLowerCase()
}

/** The first letter, if nothing stands before it that would be folded to one. */
const START = /^[\0-/:-@[-`{-\x7f]*([a-z0-9])/i

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
