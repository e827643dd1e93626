import type { Span } from '../../../model/place.ts'

/** A word, with the signs that names have within: `O'Neill`, `AT&T`, `U.S.`, `C++`. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.&+]*[\p{L}\p{N}\p{M}+.])?/gu

const CAPITAL_INSIDE = /^.+\p{Lu}/u
const CAPITAL = /^\p{Lu}/u

/** Words that title case writes small. */
const SMALL_WORDS = new Set(
  'a an and as at but by for from in into nor of off on onto or over per so than the to up upon via vs with'.split(
    ' ',
  ),
)

/** What tells whether the capitals of a title mean something. */
export interface TitleContext {
  /** Tag of BCP 47. Only English has titles in which all words begin with capitals. */
  readonly language?: string | undefined
  /** Words that are names wherever they stand. */
  readonly names: ReadonlySet<string>
}

/**
 * The words of a title whose capitals a style must not lower: those with a capital inside (`GPT`, `iPhone`), single
 * letters, names, and where a title is not in title case every word that begins with a capital. In title case a capital
 * says nothing: whether `Attention Is All You Need` keeps its own is for the style to say.
 */
export function keptCapitals(title: string, { language, names }: TitleContext): Span[] {
  const words = [...title.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index }))
  const isEnglish = language === undefined || /^en(?:-|$)/i.test(language)
  const isTitle = isEnglish && isTitleCase(words.slice(1).map(({ word }) => word))
  return words
    .filter(({ word }, i) => {
      if (CAPITAL_INSIDE.test(word)) return true
      if (!CAPITAL.test(word)) return false
      // Styles keep the first letter of a title.
      if (i === 0) return false
      return !isTitle || (word.length === 1 && word !== 'A') || names.has(word.replace(/['’]s$|\.$/, ''))
    })
    .map(({ word, start }): Span => [start, start + word.length])
}

/** Whether nearly all words that title case writes with a capital have one: two at least, as one may be a name. */
function isTitleCase(words: readonly string[]): boolean {
  const telling = words.filter(
    word => /^\p{L}/u.test(word) && !CAPITAL_INSIDE.test(word) && !SMALL_WORDS.has(word.toLowerCase()),
  )
  const capital = telling.filter(word => CAPITAL.test(word)).length
  return capital >= 2 && capital > telling.length * 0.75
}

/** The words that texts write with a capital amid a sentence, and nowhere without. */
export function namesIn(texts: readonly string[]): Set<string> {
  const names = new Set<string>()
  const lower = new Set<string>()
  for (const text of texts) {
    for (const [name] of text.matchAll(/(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{N}]{1,40}/gu)) names.add(name)
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}]{1,40}/gu)) lower.add(word)
  }
  return new Set([...names].filter(name => !lower.has(name.toLowerCase())))
}
