import { type AuthorName, authorNames } from '../../../model/author.ts'
import { rememberMany } from '../../../model/remember-many.ts'
import { isAndOthers } from '../../../notation/and-others.ts'
import { authorFromCsl } from '../../../notation/csl/author-from-csl.ts'
import type { CslName } from '../../../notation/csl/csl-item.ts'
import { cslLine } from '../../../notation/csl/csl-text.ts'
import { latexNames } from '../../../notation/latex/latex-names.ts'
import { bibLine } from './bib-text.ts'
import type { Dialect } from './tex-signs.ts'
import { texText } from './tex-text.ts'

const PARTS = ['name', 'given', 'family', 'particle', 'suffix', 'literal'] as const

/**
 * The value of `author`: each name in the first of its forms from which the same name can be told, names of
 * organisations in braces. A name that has none is written whole.
 */
export function authorValue(authors: readonly AuthorName[], dialect: Dialect): string {
  return authors
    .map(cleanName)
    .filter(({ name }) => name !== '')
    .map((name, i, all) =>
      i > 0 && i === all.length - 1 && isAndOthers(name.name)
        ? 'others'
        : TEX_NAMES[dialect](JSON.stringify(name)),
    )
    .join(' and ')
}

/** The names that a value of `author` gives, as CSL has them. */
export function cslNamesIn(source: string): CslName[] {
  return latexNames(source).map(name =>
    Object.fromEntries(Object.entries(name).map(([part, text]) => [part, cslLine(String(text))])),
  )
}

/** By the JSON of a name: each form of a name has to be read back, and one author mostly wrote several sources. */
const TEX_NAMES: Readonly<Record<Dialect, (json: string) => string>> = {
  bibtex: rememberMany(json => texName(JSON.parse(json) as AuthorName, 'bibtex')),
  biblatex: rememberMany(json => texName(JSON.parse(json) as AuthorName, 'biblatex')),
}

function texName(name: AuthorName, dialect: Dialect): string {
  // Biber takes `given=` for a part of a name wherever it stands; `\=` is an accent.
  const whole = `{${texText(name.name, dialect).replace(/(?<!\\)=/g, '{=}')}}`
  return [...forms(name, dialect)].find(form => isSame(cslNamesIn(form), name)) ?? whole
}

function* forms(name: AuthorName, dialect: Dialect): Iterable<string> {
  const { given, family, particle, suffix } = name
  const all = [given, family, particle, suffix].filter(part => part !== undefined)
  // Biber counts commas, and Pandoc equals signs, also in braces.
  if (family === undefined || all.some(part => /[,={}]/.test(part))) return
  // A word that parts names does so in a part, too; alone, without another name behind, it would not.
  if (all.some(part => /(?:^|\s)and(?:\s|$)/i.test(part))) return
  const tex = (part: string) => texText(part, dialect)
  const before = particle === undefined ? '' : `${tex(particle)} `
  const behind = [suffix, given].flatMap(part => (part === undefined ? [] : [`, ${tex(part)}`])).join('')
  if (given !== undefined || (particle !== undefined && suffix === undefined)) {
    // A family name in lower case would be taken for a particle.
    if (!/(?:^| )['’]?\p{Ll}/u.test(family)) yield `${before}${tex(family)}${behind}`
    yield `${before}{${tex(family)}}${behind}`
  }
  if (dialect === 'biblatex' && !all.some(part => part.includes('"'))) {
    const parts = { family, given, prefix: particle, suffix }
    yield Object.entries(parts)
      .flatMap(([label, part]) => (part === undefined ? [] : [`${label}={${tex(part)}}`]))
      .join(', ')
  }
}

function isSame(names: readonly CslName[], name: AuthorName): boolean {
  const [read, more] = authorNames(names.flatMap(one => authorFromCsl(one) ?? []))
  return more === undefined && PARTS.every(part => read?.[part] === name[part])
}

/** On one line, without the parts that are nothing but blanks. */
function cleanName({ orcid: _, ...name }: AuthorName): AuthorName {
  const parts = Object.entries(name).map(([part, text]) => [part, bibLine(text)])
  return Object.fromEntries(parts.filter(([part, text]) => part === 'name' || text !== '')) as AuthorName
}
