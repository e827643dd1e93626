import type { Author } from './schema-types.generated.ts'

/**
 * An author with a name of one form. `name` is how people read it; the parts are those of CSL 1.0.2
 * (`particle` is its non-dropping particle); `literal` stands alone, for organisations and mononyms.
 */
export interface AuthorName {
  readonly name: string
  readonly given?: string
  readonly family?: string
  readonly particle?: string
  readonly suffix?: string
  readonly literal?: string
  readonly orcid?: string
}

/** A numeral has no full stop: `Smith, V.` is someone's initial. */
const SUFFIX = /^(?:(?:jr|sr|phd|md|esq)\.?|ii|iii|iv|v)$/i

/** Words that no person's name has, but many an organisation's. */
const ORGANISATION_WORDS = new Set(
  `of for the and on in & Institute University Center Centre Council Committee Commission Department Ministry Office
  Agency Foundation Association Society Laboratory Laboratories Lab Labs Team Group Project Research Inc Ltd LLC Corp
  Corporation Company Forum Initiative Network Consortium Organisation Organization Government Union Bank Press Staff
  Contributors`.split(/\s+/),
)

/** The names of a card's authors, in their order. */
export function authorNames(authors: readonly Author[] = []): AuthorName[] {
  return authors.map(authorName)
}

/** The name of an author, however it is given. */
export function authorName(author: Author): AuthorName {
  return typeof author === 'string' ? parseName(author) : withName(author)
}

/**
 * Takes a name apart: `de Leo, Maria`, `King, Jr., Martin Luther`, `Ludwig van Beethoven`. What reads like an
 * organisation, or is a single word, stays whole.
 */
export function parseName(text: string): AuthorName {
  return usualName(text) ?? unusualName(text)
}

/** `Aisha Ito`, `Mary J. Smith`: most names have nothing in them that would ask for a closer look. */
const USUAL = /^[A-Z][a-z]+(?: [A-Z]\.?)? [A-Z][a-z]+$/

function usualName(name: string): AuthorName | undefined {
  if (!USUAL.test(name)) return undefined
  const space = name.lastIndexOf(' ')
  const [given, family] = [name.slice(0, space), name.slice(space + 1)]
  // An initial is no word of an organisation.
  const first = given.slice(0, `${given} `.indexOf(' '))
  if (ORGANISATION_WORDS.has(first) || ORGANISATION_WORDS.has(family) || SUFFIX.test(family)) return undefined
  return { name, given, family }
}

function unusualName(text: string): AuthorName {
  const name = text.trim().replace(/\s+/g, ' ')
  const parts = name.split(',').map(part => part.trim())
  const isInverted = parts.length > 1 && parts.length <= 3 && parts.every(part => part !== '')
  // What has more parts than a name is several names, or none.
  const isWhole = parts.length > 3 || (parts.length === 3 && !parts.slice(1).some(part => SUFFIX.test(part)))
  if (isWhole || !(isInverted || name.includes(' ')) || isOrganisation(name)) return { name, literal: name }
  return isInverted ? invertedName(parts) : plainName(name.split(' '))
}

/** Whether a name has a word that no person's has, but many an organisation's. */
export function isOrganisation(name: string): boolean {
  return hasOrganisationWord(name.split(/[ ,.]+/))
}

function hasOrganisationWord(words: readonly string[]): boolean {
  return words.some(word => ORGANISATION_WORDS.has(word))
}

/** A name as people read it: as `authorNames` gives it, without taking it apart where that changes nothing. */
export function readName(author: Author): string {
  if (typeof author !== 'string') return withName(author).name
  return /,|[^\S ]|^ | $| {2}/.test(author) ? parseName(author).name : author
}

function invertedName(parts: string[]): AuthorName {
  const suffix = parts.slice(1).find(part => SUFFIX.test(part))
  const [last = '', given = ''] = parts.filter(part => part !== suffix)
  if (given === '') return plainName(last.split(' '), suffix)
  const words = last.split(' ')
  const particles = countParticles(words)
  return withName({
    given,
    family: words.slice(particles).join(' '),
    ...present('particle', words.slice(0, particles).join(' ')),
    ...present('suffix', suffix),
  })
}

function plainName(words: string[], givenSuffix?: string): AuthorName {
  const last = words.at(-1) ?? ''
  const suffix = givenSuffix ?? (words.length > 2 && SUFFIX.test(last) ? last : undefined)
  const names = suffix !== undefined && givenSuffix === undefined ? words.slice(0, -1) : words
  if (names.length < 2) return withName({ literal: names.join(' '), ...present('suffix', suffix) })
  const firstParticle = names.findIndex((word, i) => i > 0 && i < names.length - 1 && isParticle(word))
  const split = firstParticle < 0 ? names.length - 1 : firstParticle
  const rest = names.slice(split)
  const particles = countParticles(rest)
  return withName({
    given: names.slice(0, split).join(' '),
    family: rest.slice(particles).join(' '),
    ...present('particle', rest.slice(0, particles).join(' ')),
    ...present('suffix', suffix),
  })
}

/** How many leading words are particles; the last word never is. */
function countParticles(words: string[]): number {
  const first = words.findIndex(word => !isParticle(word))
  return first < 0 ? words.length - 1 : Math.min(first, words.length - 1)
}

/** Particles are written in lower case: `van`, `de la`, `al`. */
function isParticle(word: string): boolean {
  // Most names need no look at Unicode's tables.
  if (/^[A-Z]/.test(word)) return false
  return /^\p{Ll}[\p{Ll}'’-]*$/u.test(word)
}

type Parts = Exclude<Author, string>

function withName(parts: Parts): AuthorName {
  const whole = [parts.given, parts.particle, parts.family].filter(Boolean).join(' ')
  const name = parts.literal ?? whole
  return { name: parts.suffix === undefined ? name : `${name} ${parts.suffix}`, ...parts }
}

function present<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [key in K]?: string }
}

/** The name by which a list is sorted and cited: the family name, or the whole of a literal one. */
export function familyName(author: AuthorName): string {
  const family = author.family ?? author.literal ?? author.name
  return author.particle === undefined || author.family === undefined
    ? family
    : `${author.particle} ${family}`
}
