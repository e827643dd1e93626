import { canonicalUrl, parseUrl } from '../model/canonical-url.ts'
import { fold } from '../model/fold.ts'
import { arxivKey, doiIn, sourceKey } from '../model/identifier.ts'
import type { CardTest } from './card-text.ts'
import type { TextField, TextKind } from './field-kinds.ts'
import type { TextValue } from './query.ts'
import { TextPattern } from './text-pattern.ts'

/** The test for one value of a text field. */
export function matchText(field: TextField, value: TextValue): CardTest {
  const { isFolded, test } = COMPARISONS[field.kind]
  const matches = test(value, field)
  if (isFolded) return text => text.folded(field).some(matches)
  return ({ card, context }) => field.valuesOf(card, context).some(matches)
}

interface Comparison {
  /** Whether the test is given folded texts. */
  readonly isFolded: boolean
  test(value: TextValue, field: TextField): (text: string) => boolean
}

const COMPARISONS: Record<TextKind, Comparison> = {
  text: { isFolded: true, test: wordsTest },
  name: { isFolded: true, test: nameTest },
  part: { isFolded: true, test: partTest },
  whole: { isFolded: false, test: wholeTest },
  choice: { isFolded: false, test: wholeTest },
  code: { isFolded: false, test: codeTest },
  language: { isFolded: false, test: languageTest },
  url: { isFolded: false, test: urlTest },
  source: { isFolded: false, test: sourceTest },
}

function wordsTest(value: TextValue) {
  const pattern = new TextPattern(value)
  return (text: string) => pattern.isIn(text)
}

function nameTest(value: TextValue) {
  const { words } = new TextPattern(value)
  const patterns = words.length === 0 ? [value] : words.map(text => ({ text, isQuoted: false }))
  const starts = patterns.map(word => new TextPattern(word))
  return (name: string) => starts.every(start => start.isIn(name))
}

function partTest({ text }: TextValue) {
  const sought = fold(text)
  return (whole: string) => whole.includes(sought)
}

function wholeTest({ text }: TextValue) {
  const sought = text.toLowerCase()
  return (whole: string) => whole === text || whole.toLowerCase() === sought
}

function codeTest({ text }: TextValue) {
  const bare = (code: string) => code.replace(/[\s-]/g, '').toLowerCase()
  const sought = bare(text)
  return (code: string) => bare(code) === sought
}

function languageTest({ text }: TextValue) {
  const sought = text.toLowerCase()
  return (tag: string) => `${tag.toLowerCase()}-`.startsWith(`${sought}-`)
}

/** As written first: the canonical form costs more. */
function urlTest({ text }: TextValue) {
  const sought = text.toLowerCase()
  const key = parseUrl(text) && sourceKey(text)
  const canonical = canonicalUrl(text).toLowerCase()
  return (url: string) =>
    url.toLowerCase().includes(sought) ||
    canonicalUrl(url).toLowerCase().includes(canonical) ||
    (key !== undefined && sourceKey(url) === key)
}

/** Of a card's source keys, `doi:…` and `arxiv:…`: the one meant, or those that start so. */
function sourceTest({ text }: TextValue, { name }: TextField) {
  const isWhole = doiIn(text) !== undefined || arxivKey(text) !== undefined
  const sought = isWhole ? sourceKey(text) : `${name}:${text.toLowerCase()}`
  return (key: string) => (isWhole ? key === sought : key.startsWith(sought))
}
