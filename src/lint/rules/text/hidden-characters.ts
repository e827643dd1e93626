/** A character of a text that nobody sees. */
export interface HiddenCharacter {
  readonly offset: number
  readonly character: string
  /** What should stand there: a space for what takes up room. */
  readonly replacement: '' | ' '
}

/** Controls, no-break spaces, soft hyphens, zero-width and bidi characters, variation selectors, and tags. */
const SUSPECTS =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]|[\ufe00-\ufe0f]/gu

/** Those that take up room. */
const SPACES = /[\x85\xa0\u2028\u2029\u202f\u3164\uffa0]/

/**
 * Finds the characters that are not seen and have no business in a text. What a writing system, an emoji or French
 * punctuation needs is left alone.
 */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  if (/^[\t\n\r -~]*$/.test(text)) return []
  const found: HiddenCharacter[] = []
  const isRightToLeft =
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
  let allowsMarks: boolean | undefined
  // What stands before, once what is found is gone.
  let before = ''
  let end = 0
  for (const { 0: character, index } of text.matchAll(SUSPECTS)) {
    if (index > end) before = lastCharacter(text.slice(Math.max(0, index - 2), index))
    end = index + character.length
    const after = String.fromCodePoint(text.codePointAt(end) ?? 0x20)
    if (/[\u061c\u200e\u200f]/.test(character)) {
      allowsMarks ??= isRightToLeft.test(text)
      if (allowsMarks) continue
    } else if (isNeeded(character, before, after)) {
      before = character
      continue
    }
    const replacement = SPACES.test(character) ? ' ' : ''
    if (replacement === ' ') before = ' '
    found.push({ offset: index, character, replacement })
  }
  return found
}

/** A text without its hidden characters; a run of spaces of which one was hidden becomes one space. */
export function withoutHidden(text: string): string {
  let result = ''
  let offset = 0
  for (const { offset: at, character, replacement } of hiddenCharacters(text)) {
    result += text.slice(offset, at)
    offset = at + character.length
    const isSpaced = result === '' || result.endsWith(' ') || text[offset] === ' ' || offset === text.length
    if (!isSpaced) result += replacement
  }
  return result + text.slice(offset)
}

const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u

/** Letters and signs of scripts that do not join up, or are not taken apart, by joiners. */
const WITHOUT_JOINERS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]/u

function isNeeded(character: string, before: string, after: string): boolean {
  if (/[\u200c\u200d]/.test(character)) {
    if (EMOJI.test(before)) return character === '\u200d' && EMOJI.test(after)
    // Arabic's vowel signs are shared with other scripts.
    const isJoining = !WITHOUT_JOINERS.test(before) || /[\u064b-\u0655]/.test(before)
    return /[\p{L}\p{M}]/u.test(before) && isJoining
  }
  // French sets them before its high punctuation and in guillemets; many set them between groups of digits.
  if (/[\xa0\u202f]/.test(character))
    return /[;:!?»%€]/.test(after) || before === '«' || (/\d/.test(before) && /\d/.test(after))
  if (/[\ufe00-\ufe0f]/.test(character)) return /\S/.test(before) && !/[\ufe00-\ufe0f]/.test(before)
  if (/[\u{e0100}-\u{e01ef}]/u.test(character)) return /\p{Script=Han}/u.test(before)
  // The flags of England, Scotland and Wales.
  if (/[\u{e0020}-\u{e007f}]/u.test(character)) return /[\u{1f3f4}\u{e0020}-\u{e007e}]/u.test(before)
  return false
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? ''
}
