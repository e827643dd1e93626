import type { Settings } from '../load/settings.ts'

/** What the modelines of a library's files name; undefined for none. */
export interface SchemaAddresses {
  readonly card: string | undefined
  readonly venues: string | undefined
  readonly pages: string | undefined
}

/** The addresses of all schemas, after that of cards, which the config may name. */
export function schemaAddresses({ schemaAddress: card }: Pick<Settings, 'schemaAddress'>): SchemaAddresses {
  return {
    card,
    venues: card?.replace('card.schema', 'venues.schema'),
    pages: card?.replace('card.schema', 'pages.schema'),
  }
}
