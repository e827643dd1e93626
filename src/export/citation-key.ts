import { authorNames, familyName } from '../model/author.ts'
import type { Card } from '../model/card.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { foldedWords } from '../model/fold.ts'
import { groupBy } from '../model/group-by.ts'

/** Words with which many titles begin, and which tell none apart. */
const SMALL_WORDS = new Set(
  `a an and are as at be by can do does for from how in into is it its of on or s t that the their this to via was we
  what when where which who why will with das der die ein eine le la les un une de el los las`.split(/\s+/),
)

/** So many characters of an ID follow a readable key: `cards show` takes as many. */
const ID_START = 4

/** Of an author and of a title no more than so many letters stand in a key. */
const LONGEST = 24

/** What BibTeX, BibLaTeX and Pandoc all take as a citation key: to Pandoc two signs in a row end it. */
const KEY = /^[A-Za-z0-9_]+(?:[:.+/-][A-Za-z0-9_]+)*$/

/**
 * Gives the citation keys of cards.
 *
 * A key must not change because another card came, so it is made of its own card and nothing else. Letters in the order
 * of the cards (`benson2026a`, `benson2026b`) cannot keep that promise: a new card before the others would take a key
 * over that papers cite already. So a readable key ends in the start of its card's ID; should even that clash, the
 * cards concerned take the whole ID.
 *
 * @param scheme `id`, `author-year-title`, or a field of the library's own that holds keys: `extra.citekey`; a card
 *   without one goes by its ID
 * @param library all cards in use, also those that are not written, so that a key does not depend on the selection
 * @throws CardsError `usage` for a scheme that there is not; `no` for keys in `extra` that are none, or that two have
 */
export function citationKeys(scheme: string, library: readonly Card[]): (card: Card) => string {
  if (scheme === 'id') return card => card.id
  if (scheme === 'author-year-title') return readableKeys(library)
  const own = keyField(scheme)
  if (own !== undefined) return ownKeys(own, library)
  const known = ['id', 'author-year-title']
  const hint = didYouMean(
    scheme,
    known,
    'Give id, author-year-title, or extra.NAME for keys that cards hold.',
  )
  throw new CardsError('usage', `There is no citation key \`${scheme}\`.`, hint)
}

/** The field of the library's own that a scheme takes the keys from; undefined for the other schemes. */
export function keyField(scheme: string): string | undefined {
  return /^extra\.(.+)$/.exec(scheme)?.[1]
}

function readableKeys(library: readonly Card[]): (card: Card) => string {
  const foldedKey = (start: string, { id }: Card) => `${start}-${id.slice(0, ID_START)}`.toLowerCase()
  const [seen, shared] = [new Set<string>(), new Set<string>()]
  for (const card of library) {
    const key = foldedKey(stem(card), card)
    if (seen.has(key)) shared.add(key)
    else seen.add(key)
  }
  return card => {
    const start = stem(card)
    // Nothing of it can be read, and a part of its ID alone would be no name.
    if (start === '') return card.id
    return `${start}-${shared.has(foldedKey(start, card)) ? card.id : card.id.slice(0, ID_START)}`
  }
}

/**
 * Author, year and the first word of the title that says something: `benson2026goodfire`, in ASCII. Where no author can
 * be written so, two words of the title come first. Empty for a card of which nothing can.
 */
function stem({ fields }: Card): string {
  const [author] = authorNames(fields.authors?.slice(0, 1))
  const name = author === undefined ? '' : joined(wordsOf(familyName(author)))
  const year = fields.published?.slice(0, 4) ?? ''
  const title = wordsOf(fields.title ?? fields.label ?? '').filter(word => !SMALL_WORDS.has(word))
  const words = title.some(word => /[a-z]{2}/.test(word))
    ? title.filter(word => /[a-z]{2}/.test(word))
    : title.filter(word => word.length > 1)
  return name === '' ? `${joined(words.slice(0, 2))}${year}` : `${name}${year}${joined(words.slice(0, 1))}`
}

/** The words of a text in ASCII; those in scripts that have no such form are left out. */
function wordsOf(text: string): string[] {
  return foldedWords(text.slice(0, 2000))
    .map(word => word.replace(/[^a-z0-9]/g, ''))
    .filter(word => word !== '')
}

/** As many words as are not too long together, without a small one at their end; of the first one at least a part. */
function joined(words: readonly string[]): string {
  const kept: string[] = []
  for (const word of words) {
    if (kept.length > 0 && kept.join('').length + word.length > LONGEST) break
    kept.push(word)
  }
  while (kept.length > 1 && kept.length < words.length && SMALL_WORDS.has(kept.at(-1) ?? '')) kept.pop()
  return kept.join('').slice(0, LONGEST)
}

function ownKeys(name: string, library: readonly Card[]): (card: Card) => string {
  const keyOf = (card: Card) => {
    const value = card.fields.extra?.[name]
    return value === undefined ? card.id : String(value)
  }
  for (const card of library) {
    if (KEY.test(keyOf(card))) continue
    const what = `The card ${card.id} has \`${keyOf(card)}\` in extra.${name}, which is no citation key.`
    throw new CardsError(
      'no',
      what,
      'A key is made of letters, digits and _, with single - : . + / between them.',
    )
  }
  for (const [key, cards] of groupBy(library, card => keyOf(card).toLowerCase())) {
    if (cards.length < 2) continue
    const ids = cards.map(({ id }) => id).join(', ')
    throw new CardsError(
      'no',
      `The citation key \`${key}\` in extra.${name} belongs to several cards: ${ids}.`,
      'Give each its own.',
    )
  }
  return keyOf
}
