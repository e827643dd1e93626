import { shortAuthor } from '../csl/author-from-csl.ts'
import { parseName } from '../model/author.ts'
import type { Author } from '../model/card.ts'
import { foldLine } from '../model/fold.ts'
import { joinedNames } from '../model/joined-names.ts'
import { kindOfJunk } from '../model/junk-name.ts'
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
  const text = lineOf(value).replace(/^(?:written )?by:?\s+(?=\S)/i, '')
  const names = joinedNames(text)?.names ?? [text]
  return names.map(name => name.replace(/^[\s,;]+|[\s,;]+$/g, '')).filter(isName)
}

function isName(name: string): boolean {
  return name !== '' && name.length <= LONGEST && !name.startsWith('@') && kindOfJunk(name) === undefined
}

function personOrLiteral(name: string): Author {
  return shortAuthor(partsOf(name))
}

/** `Doe, Jane` is written as people say it where that loses nothing. */
function partsOf(text: string): Parameters<typeof shortAuthor>[0] {
  const { name: _name, ...parts } = parseName(text)
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
