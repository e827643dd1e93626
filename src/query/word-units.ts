const OTHER = 1
const LETTER = 2
const UNSPACED = 3

const kinds = new Uint8Array(0x10000)

/** Whether a UTF-16 unit is part of a word: a letter or a digit. Surrogates are not: they match as they are. */
export function isWordUnit(unit: number): boolean {
  return kindOf(unit) >= LETTER
}

/** Whether a word can start at an offset of a folded text: in Chinese, Japanese or Thai, anywhere. */
export function startsWord(text: string, offset: number): boolean {
  if (offset === 0) return true
  const previous = kindOf(text.charCodeAt(offset - 1))
  return previous !== LETTER || kindOf(text.charCodeAt(offset)) === UNSPACED
}

/** Whether a word can end before an offset of a folded text. `C` does not end before the signs of `C++` and `C#`. */
export function endsWord(text: string, offset: number): boolean {
  if (offset >= text.length) return true
  const unit = text.charCodeAt(offset)
  if (unit === PLUS || unit === SHARP) return false
  return kindOf(unit) !== LETTER || kindOf(text.charCodeAt(offset - 1)) !== LETTER
}

/** The first offset, from one inside a word, at which the word ends. */
export function wordEnd(text: string, offset: number): number {
  let end = offset
  while (!endsWord(text, end)) end++
  return end
}

/** The words of a folded text: runs of letters and digits, with the signs that end `c++` and `c#`. */
export function wordsOf(folded: string): string[] {
  const words: string[] = []
  eachWord(unitsOf(folded), (start, end) => words.push(folded.slice(start, end)))
  return words
}

/** The UTF-16 units of a text, which are read much faster than those of a string: a byte each where that is enough. */
export type Units = Buffer | Uint16Array

/** Whether all units of a text fit into a byte each. */
export function isNarrow(text: string): boolean {
  return /^[\0-\xff]*$/.test(text)
}

export function unitsOf(text: string, isWide = !isNarrow(text)): Units {
  if (!isWide) return Buffer.from(text, 'latin1')
  const units = new Uint16Array(text.length)
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i)
  return units
}

/**
 * Visits the words of a folded text by their offsets.
 * @param visit also gets the letters of the word as bits: a quick way to see that two words are not near
 */
export function eachWord(folded: Units, visit: (start: number, end: number, letters: number) => void): void {
  const { length } = folded
  for (let at = 0; at < length; ) {
    let unit = folded[at] as number
    if (!isWordUnit(unit)) {
      at++
      continue
    }
    const start = at
    let letters = 0
    do {
      letters |= 1 << (unit & 31)
      unit = folded[++at] as number
    } while (at < length && isWordUnit(unit))
    while (unit === PLUS || unit === SHARP) {
      letters |= 1 << (unit & 31)
      unit = folded[++at] as number
    }
    visit(start, at, letters)
  }
}

const PLUS = 0x2b
const SHARP = 0x23

function kindOf(unit: number): number {
  const known = kinds[unit]
  if (known) return known
  const kind = classify(String.fromCharCode(unit))
  kinds[unit] = kind
  return kind
}

function classify(character: string): number {
  if (
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(
      character,
    )
  )
    return /[\p{L}\p{N}]/u.test(character) ? UNSPACED : OTHER
  return /[\p{L}\p{N}]/u.test(character) ? LETTER : OTHER
}
