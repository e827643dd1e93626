import { authorNames, parseName } from '../../model/author.ts'
import type { Author } from '../../model/card.ts'
import { plainLine } from './plain-text.ts'

const ORCID = /(?:^|\/)(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\/?$/
const PARTS = ['given', 'family', 'particle', 'suffix', 'literal', 'orcid'] as const

/** The parts of a name, each a text that is not empty. */
export type NameParts = Exclude<Author, string>

/**
 * The author of whom a name of CSL-JSON tells, or undefined when it tells nothing. A text is a name as people write it.
 * Both kinds of particle become one: cards do not tell them apart.
 */
export function authorFromCsl(name: unknown): Author | undefined {
  if (typeof name === 'string') return textOf(name)
  if (typeof name !== 'object' || name === null) return undefined
  const part = (key: string) => textOf((name as { [key: string]: unknown })[key])
  const orcid = ORCID.exec(part('ORCID') ?? part('orcid') ?? '')?.[1]?.toUpperCase()
  // DataCite and Crossref say `name` of an organisation.
  const literal = part('literal') ?? (part('family') === undefined ? part('name') : undefined)
  if (literal !== undefined) return shortAuthor({ literal, orcid })
  const particles = [part('dropping-particle'), part('non-dropping-particle')].filter(Boolean)
  const family = part('family')
  // A mononym: nothing tells which of its names it is.
  const given = part('given')
  if (family === undefined && given === undefined) return undefined
  const particle = particles.join(' ')
  return shortAuthor({ given, family, particle, suffix: part('suffix'), orcid })
}

/**
 * A name as one text, as people write it, when that says the same as its parts and nothing else (`Satya Benson`);
 * else its parts, those that are not empty.
 */
export function shortAuthor(parts: { readonly [P in keyof NameParts]?: string | undefined }): Author {
  const said: NameParts = Object.fromEntries(
    PARTS.flatMap(key => (parts[key] === undefined || parts[key] === '' ? [] : [[key, parts[key]]])),
  )
  const name = authorNames([said])[0]?.name ?? ''
  const read: NameParts = parseName(name)
  const isSame = PARTS.every(key => read[key] === said[key])
  return isSame ? name : said
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? plainLine(value) : ''
  return text === '' ? undefined : text
}
