import { parseName } from '../model/author.ts'
import type { Author } from '../model/card.ts'
import { foldLine } from '../model/fold.ts'
import { isVancouverName, joinedNames, mayBeTwoNames } from '../model/joined-names.ts'
import { kindOfJunk } from '../model/junk-name.ts'
import { isPersonName } from '../model/person-name.ts'
import { shortAuthor } from '../notation/csl/author-from-csl.ts'
import { lineOf } from './page-text.ts'
import type { Said } from './statement.ts'

/** No name is longer. */
const LONGEST = 200
/** No list of names in one text is longer. */
const LONGEST_LIST = 2000

/** The authors that some values name, each once, in their order; undefined when they name none. */
export function readAuthors(values: readonly Said[]): Author[] | undefined {
  const byName = new Map<string, Author>()
  for (const author of values.flatMap(authorsIn)) {
    const name = typeof author === 'string' ? author : Object.values(author).join(' ')
    const key = foldLine(name)
    if (!byName.has(key)) byName.set(key, author)
  }
  return byName.size === 0 ? undefined : [...byName.values()]
}

/** The same for bylines, which are written as people say names: two with a comma between them are not taken apart. */
export function readBylines(values: readonly Said[]): Author[] | undefined {
  return readAuthors(
    values.filter(said => typeof said !== 'string' || !mayBeTwoNames(withoutRemarks(lineOf(said)))),
  )
}

function authorsIn(said: Said): Author[] {
  if (typeof said === 'string') return namesIn(said).map(personOrLiteral)
  const { isOrganisation, orcid } = said
  const [name = '', given = '', family = ''] = [said.name, said.given, said.family].map(part =>
    lineOf(part ?? ''),
  )
  if (isOrganisation) return isName(name) ? [organisation(name)] : []
  if (given !== '' && family !== '' && isName(`${given} ${family}`)) return [person(given, family, orcid)]
  const names = namesIn(name === '' ? family : name)
  if (names.length !== 1 || orcid === undefined) return names.map(personOrLiteral)
  return names.map(only => shortAuthor({ ...partsOf(only), orcid }))
}

/** The names in a text such as `By Jane Doe and John Smith`. Addresses, handles and `admin` are none. */
function namesIn(value: string): string[] {
  if (value.length > LONGEST_LIST) return []
  const text = withoutRemarks(lineOf(value).replace(/^(?:written )?by:?\s+(?=\S)/i, ''))
  const names = joinedNames(text)?.names ?? [text]
  return names.map(name => name.replace(/^[\s,;]+|[\s,;]+$/g, '')).filter(isName)
}

/** What bylines tell of a person behind a comma. */
const ROLE =
  /, ?(?:[\p{L}&-]+ ){0,3}(?:writer|reporter|editor|correspondent|contributor|columnist|journalist|author|producer|analyst|critic|fellow|professor|director|founder|ceo)$/iu

/**
 * A byline without what it says of its people: `(Some University)`, `| MIT`, `· 5 min read`, `, Staff Writer`. ''
 * when it is not clear what is left.
 */
function withoutRemarks(text: string): string {
  const parts = text.split(/ ?[|·•] ?/)
  const [first = ''] = parts
  if (parts.length > 1 && parts.every(isPersonName)) return parts.join('; ')
  const bare = first.replace(/ ?\([^()]{0,200}\)(?= ?(?:[,;]|$| and | & ))/g, '').replace(ROLE, '')
  if (bare === text) return text
  if (mayBeTwoNames(bare) && bare !== first) return bare.replace(', ', '; ')
  return isPersonName(bare) || joinedNames(bare)?.names !== undefined ? bare : ''
}

function isName(name: string): boolean {
  return name !== '' && name.length <= LONGEST && !name.startsWith('@') && kindOfJunk(name) === undefined
}

function personOrLiteral(name: string): Author {
  return shortAuthor(partsOf(name))
}

/** `Doe, Jane` is written as people say it where that loses nothing; and so is `Doe JA`. */
function partsOf(text: string): Parameters<typeof shortAuthor>[0] {
  const [, family, given] = isVancouverName(text) ? (/^(.+) (\S+)$/.exec(text) ?? []) : []
  const { name: _name, ...parts } = parseName(family === undefined ? text : `${family}, ${given}`)
  return parts
}

/** Given and family names as a site has them; particles and suffixes are within them. */
function person(given: string, family: string, orcid: string | undefined): Author {
  const parts = partsOf(`${family}, ${given}`)
  return shortAuthor({ ...(parts.family === undefined ? { given, family } : parts), orcid })
}

function organisation(name: string): Author {
  return parseName(name).literal === name ? name : { literal: name }
}
