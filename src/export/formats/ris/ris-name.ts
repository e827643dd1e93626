import type { AuthorName } from '../../../model/author.ts'

/**
 * A name as RIS writes it: `Family, Given, Suffix`, the particle before the family. Readers take what stands before a
 * comma for a family name, so that a part of a name can have none. A comma behind a name of several words is EndNote's
 * mark for an organisation, whose name is not to be taken apart; Zotero and our importer know it, too.
 */
export function risName({ name, literal, given, family, particle, suffix }: AuthorName): string {
  if (literal !== undefined || given === undefined || family === undefined) {
    const whole = withoutCommas(name)
    return whole.includes(' ') ? `${whole},` : whole
  }
  const last = particle === undefined ? family : `${particle} ${family}`
  const parts = [last, given, ...(suffix === undefined ? [] : [suffix])]
  return parts.map(withoutCommas).join(', ')
}

function withoutCommas(text: string): string {
  return text.replace(/[\s,]+/g, ' ').trim()
}
