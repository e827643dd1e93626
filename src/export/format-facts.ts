import { EVERY_FIELD } from './every-field.ts'
import type { CardField, Exporter } from './exporter.ts'

/** The fields of cards in use, in their order. */
export const CARD_FIELDS = Object.keys(EVERY_FIELD) as readonly CardField[]

/** What is known of a format, as `cards export --formats --json` gives it. */
export interface FormatFacts {
  readonly name: string
  readonly kind: Exporter['kind']
  readonly description: string
  readonly extension: string
  /** The options of `cards export` that mean something to it and not to every format. */
  readonly options: readonly string[]
  /** Each field that it keeps, and where that goes. */
  readonly keeps: Exporter['keeps']
  readonly drops: readonly CardField[]
}

/** What is known of a format; fields in the order of cards. */
export function formatFacts({
  name,
  kind,
  description,
  extension,
  keeps,
  choice,
  hasKeys,
}: Exporter): FormatFacts {
  const kept = CARD_FIELDS.filter(field => keeps[field] !== undefined)
  return {
    name,
    kind,
    description,
    extension,
    options: [...(choice === undefined ? [] : [`--${choice.option}`]), ...(hasKeys ? ['--key'] : [])],
    keeps: Object.fromEntries(kept.map(field => [field, keeps[field]])),
    drops: CARD_FIELDS.filter(field => keeps[field] === undefined),
  }
}
