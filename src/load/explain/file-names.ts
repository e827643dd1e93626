import type { SchemaName } from '../read-by-schema.ts'

/** What a kind of file calls its whole and its parts, and what to do with one that says nothing. */
interface FileName {
  readonly whole: string
  readonly item: string
  readonly start: string
}

/** The words for each kind of file. */
export const FILE_NAMES: Readonly<Record<SchemaName, FileName>> = {
  card: {
    whole: 'a card',
    item: 'a card',
    start: 'Write a card in it (`key: value` on each line), or delete it.',
  },
  venues: {
    whole: 'a list of venues',
    item: 'a venue',
    start: 'Write a list of venues in it (`- id: …`, and `name: …` below), or delete it.',
  },
  pages: {
    whole: 'a list of pages',
    item: 'a page',
    start: 'Write a list of pages in it (`- id: …`, and `title: …` below), or delete it.',
  },
  config: {
    whole: 'the configuration',
    item: 'the configuration',
    start: 'Write a setting in it (`dir: cards`), or delete it.',
  },
}
