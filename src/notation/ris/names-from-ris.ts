import { parseName } from '../../model/author.ts'
import type { CslName } from '../csl/csl-item.ts'
import { escapeMarkup } from '../csl/escape-markup.ts'
import { vancouverName, writtenNames } from '../written-names.ts'

/** What the value of an author in RIS says. */
export interface NamesFromRis {
  /** One, unless the value joins several. A text is a name as people write it. */
  readonly names: readonly (CslName | string)[]
  /** The value as one name, when it seems to name several but nothing tells where one ends. */
  readonly unclear?: string
  /** Names that were read in another form, `Smith JA` as `Smith, J. A.`. */
  readonly converted: readonly (readonly [from: string, to: string])[]
}

/**
 * The names in the value of an author, of which there should be one: `Family, Given, Suffix`, the particle before the
 * family. A comma at the end is EndNote's mark for an organisation.
 */
export function namesFromRis(value: string): NamesFromRis {
  const { names, isUnclear } = writtenNames(value)
  if (isUnclear)
    return {
      names: names.map(name => ({ literal: escapeMarkup(name) })),
      unclear: names.join(),
      converted: [],
    }
  const isOrganisation = /^[^,]+,$/.test(value.trim())
  const converted: (readonly [string, string])[] = []
  const read = names.map(name => {
    if (isOrganisation) return { literal: escapeMarkup(name) }
    const person = vancouverName(name)
    if (person !== undefined) converted.push([name, person])
    return nameOf(person ?? name)
  })
  return { names: read, converted }
}

function nameOf(name: string): CslName | string {
  const escaped = escapeMarkup(name)
  const [last = '', given = '', ...rest] = escaped.split(',').map(part => part.trim())
  // An organisation may have a comma.
  if (given === '' || parseName(name).literal !== undefined)
    return given === '' ? escaped : { literal: escaped }
  const [, particle = '', family = ''] = /^((?:\p{Ll}[\p{Ll}'’-]*\s+)*)(.*)$/u.exec(last) ?? []
  return {
    family,
    given,
    ...(particle === '' ? {} : { 'non-dropping-particle': particle.trim() }),
    ...(rest.join('') === '' ? {} : { suffix: rest.filter(part => part !== '').join(', ') }),
  }
}
