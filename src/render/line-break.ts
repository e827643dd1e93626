/** Closing punctuation, small kana and marks: they start no line (kinsoku, JIS X 4051). */
const NOT_FIRST =
  '、。，．・：；？！）］｝〉》」』】〕〗〙〛’”…‥々〻ーヽヾゝゞァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ〜～％‰℃｡､｣,.;:?!)]}%\'"»›'
/** Opening brackets and currency signs: they end no line. */
const NOT_LAST = '（［｛〈《「『【〔〖〘〚‘“｢([{«‹￥＄'

/** A space at which a line may end: not those made to keep words together. */
export function isSpace(code: number): boolean {
  if (code < 0x1680) return code === 0x20
  return (code >= 0x2000 && code <= 0x200b && code !== 0x2007) || code === 0x205f || code === 0x3000
}

/** Whether a line may end between two characters that are no spaces: around East Asian ones, and after a dash. */
export function isBreakableBetween(before: number, code: number): boolean {
  if (before !== 0x2014 && !isIdeographic(before) && !isIdeographic(code)) return false
  return (
    before !== 0 &&
    !NOT_FIRST.includes(String.fromCodePoint(code)) &&
    !NOT_LAST.includes(String.fromCodePoint(before))
  )
}

/** East Asian characters and emoji; not Hangul, as Korean has spaces between its words. */
function isIdeographic(code: number): boolean {
  return (
    code >= 0x2e80 &&
    ((code <= 0xa4cf && !(code >= 0x3131 && code <= 0x318e)) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xff01 && code <= 0xffe6) ||
      (code >= 0x1f300 && code <= 0x1faff) ||
      (code >= 0x20000 && code <= 0x3ffff))
  )
}
