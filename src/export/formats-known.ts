import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { EVERY_FIELD } from './every-field.ts'
import type { Exporter } from './exporter.ts'
import type { CardField, FormatFacts } from './format-facts.ts'
import { EXPORTERS } from './index.ts'

/** The fields of cards in use, in their order. */
export const CARD_FIELDS = Object.keys(EVERY_FIELD) as readonly CardField[]

/** What is known of each format, in the order in which they are listed. */
export function formats(): FormatFacts[] {
  return EXPORTERS.map(factsOf)
}

/** What is known of the format that an exporter writes. */
export function factsOf({
  name,
  kind,
  description,
  extension,
  keeps,
  choice,
  hasKeys,
  pages,
}: Exporter): FormatFacts {
  const kept = CARD_FIELDS.filter(field => keeps[field] !== undefined)
  return {
    name,
    kind,
    description,
    extension,
    keeps: Object.fromEntries(kept.map(field => [field, keeps[field]])),
    drops: CARD_FIELDS.filter(field => keeps[field] === undefined),
    ...(choice && { choice }),
    hasKeys: hasKeys ?? false,
    hasPages: pages !== undefined,
  }
}

/** The exporter of a format. @throws CardsError `usage` for a name that no format has */
export function exporterNamed(name: string): Exporter {
  const exporter = EXPORTERS.find(known => known.name === name)
  if (exporter) return exporter
  const names = EXPORTERS.map(known => known.name)
  const ending = EXPORTERS.find(({ extension }) => extension === name.replace(/^\./, '').toLowerCase())
  const hint = didYouMean(ending?.name ?? name, names, `The formats are ${names.join(', ')}.`)
  throw new CardsError('usage', `There is no format \`${name}\` to export.`, hint)
}
