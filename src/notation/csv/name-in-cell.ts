import { type AuthorName, authorNames } from '../../model/author.ts'
import type { Author } from '../../model/card.ts'
import { mayBeTwoNames } from '../../model/joined-names.ts'
import { type NameParts, shortAuthor } from '../csl/author-from-csl.ts'
import { writtenNames } from '../written-names.ts'

/** The names in one item of a list of authors. */
export interface NamesInCell {
  readonly authors: readonly Author[]
  /** What is not certain, as a sentence. */
  readonly doubt?: string
}

/** A name in a text that is read as that name. */
export interface NameText {
  readonly text: string
  /** Whether all parts of the name but its ORCID iD are read again. */
  readonly isExact: boolean
}

/** `{Barnes and Noble}` */
const WHOLE = /^\{([^{}]+)\}$/

/** `de {La Vallée Poussin}, Charles Jean, Jr.`; each part but the braces may be missing. */
const IN_PARTS = /^(?:([^{},]+) )?\{([^{}]*)\}, ?([^{},]*)(?:, ?([^{},]*))?$/

/** A name in which nothing parts several or stands for anything else: most are. */
const PLAIN = /^(?!.* and )[^\s{},;&]+(?: [^\s{},;&]+)*$/i

/**
 * The names in one item: one as people write it, or several, joined in ways of theirs. Braces say what a name is where
 * that is not plain, as they do in BibTeX: what is all in them is whole, such as an organisation's name, and before a
 * comma they hold the family name.
 */
export function namesInCell(item: string): NamesInCell {
  const whole = WHOLE.exec(item)?.[1]?.trim()
  if (whole) return { authors: [shortAuthor({ literal: whole })] }
  const [matched, particle, family, given, suffix] = IN_PARTS.exec(item)?.map(part => part?.trim()) ?? []
  if (matched !== undefined && (family || given))
    return { authors: [shortAuthor({ particle, family, given, suffix })] }
  const { names, isUnclear } = writtenNames(item)
  return names.length === 1 && (isUnclear || mayBeTwoNames(item))
    ? { authors: [{ literal: item }], doubt: `It may name several people, and is kept as one name: ${item}` }
    : { authors: names }
}

/**
 * A name as one item of a list of authors: as people write it where it is read so again, else with braces. Empty for a
 * name that has no characters but braces.
 */
export function nameForCell(author: Author): NameText {
  if (typeof author === 'string' && PLAIN.test(author)) return { text: author, isExact: true }
  const [said] = authorNames([author])
  const { name = '', given = '', family = '', particle = '', suffix = '', literal } = said ?? {}
  const before = particle === '' ? '' : `${particle} `
  const behind = suffix === '' ? '' : `, ${suffix}`
  const texts = [
    ...(typeof author === 'string' ? [author.replace(/\s+/g, ' ').trim()] : []),
    ...(literal === undefined
      ? [`${before}${family}, ${given}${behind}`, `${before}{${family}}, ${given}${behind}`.trimEnd()]
      : [literal, `{${literal}}`]),
  ]
  const exact = texts.find(text => said !== undefined && isReadAs(text, said))
  if (exact !== undefined) return { text: exact, isExact: true }
  const rest = name.replace(/[{}]/g, ' ').replace(/\s+/g, ' ').trim()
  return { text: rest && `{${rest}}`, isExact: false }
}

function isReadAs(text: string, said: NameParts): boolean {
  const { authors, doubt } = namesInCell(text)
  const [read, ...others] = authorNames(authors) as [AuthorName?, ...AuthorName[]]
  if (read === undefined || others.length > 0 || doubt !== undefined) return false
  return (['given', 'family', 'particle', 'suffix', 'literal'] as const).every(key => read[key] === said[key])
}
