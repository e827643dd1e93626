import { joinedNames } from '../model/joined-names.ts'
import { isPersonName } from '../model/person-name.ts'

/** What stands where one name should. */
export interface WrittenNames {
  /** One by one; the whole text when it is not certain where one ends. */
  readonly names: readonly string[]
  /** Whether the text seems to name several, but is kept whole. */
  readonly isUnclear: boolean
}

/** Endings of organisations' names that look like initials. */
const NO_INITIALS = new Set(['AI', 'UK', 'US', 'USA', 'EU', 'UN', 'NZ', 'II', 'III', 'IV'])

/**
 * Takes apart a text in the place of one name that names several, joined in a way that its format does not know:
 * `Smith, John; Doe, Jane`, `John Smith & Jane Doe`, `John Smith, Jane Doe, Bob Roe`.
 */
export function writtenNames(text: string): WrittenNames {
  const name = withoutLastComma(text.replace(/\s+/g, ' '))
  const joined = joinedNames(name)
  if (joined?.names !== undefined) return { names: joined.names, isUnclear: false }
  const isUnclear =
    joined !== undefined ||
    /;(?!$)/.test(name) ||
    (name.includes(',') && name.includes(' & ')) ||
    name.split(',').length > 3
  return { names: [name], isUnclear }
}

/** `Smith JA`, as PubMed writes names, as `Smith, J. A.`; undefined for what may be something else. */
export function vancouverName(text: string): string | undefined {
  const [, family = '', initials = ''] =
    /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) (\p{Lu}{1,3})$/u.exec(text) ?? []
  if (family === '' || NO_INITIALS.has(initials) || family === family.toUpperCase() || !isPersonName(text))
    return undefined
  return `${family}, ${[...initials].map(initial => `${initial}.`).join(' ')}`
}

/** A comma at the end begins nothing: `Doe, Jane,`. */
export function withoutLastComma(text: string): string {
  return text.trim().replace(/ ?,$/, '')
}
