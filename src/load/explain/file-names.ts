import type { SchemaName } from '../read-by-schema.ts'

/** What each kind of file calls its whole and its parts. */
export const FILE_NAMES: Readonly<Record<SchemaName, { readonly whole: string; readonly item: string }>> = {
  card: { whole: 'a card', item: 'a card' },
  venues: { whole: 'a list of venues', item: 'a venue' },
  pages: { whole: 'a list of pages', item: 'a page' },
  config: { whole: 'the configuration', item: 'the configuration' },
}
