import type { Exporter } from '../../src/export/exporter.ts'
import type { Loss } from '../../src/export/loss.ts'
import { LossLog } from '../../src/export/loss-log.ts'
import type { ImportBatch, Importer } from '../../src/import/importer.ts'
import { authorNames } from '../../src/model/author.ts'
import type { Card, CardFields, Page, Venue } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { ARBITRARY_EXTRA } from './arbitrary-card.ts'

/** Registries for arbitrary cards: two of their venues and one of their pages are described. */
const VENUES: readonly Venue[] = [
  { id: 'nature', name: 'Nature', domains: ['nature.com'], credibility: 5 },
  { id: 'lesswrong', name: 'LessWrong', domains: ['example.org'], credibility: 3 },
]
const PAGES: readonly Page[] = [{ id: 'goodfire', title: 'Goodfire: #1', type: 'lab', quality: 60.5 }]

export const REGISTRIES = {
  venues: new VenueIndex(VENUES),
  pages: new Map(PAGES.map(page => [page.id, page])),
}

/** The formats with citation keys. */
const KEYED: ReadonlySet<string> = new Set(['bibtex', 'biblatex', 'ris', 'csl-json'])

/** What an exporter writes of cards, their IDs as keys, and what it says that it lost. */
export function exported(
  exporter: Exporter,
  cards: readonly Card[],
  fields?: readonly string[],
): { readonly text: string; readonly losses: readonly Loss[] } {
  const losses = new LossLog()
  const job = { registries: REGISTRIES, keyOf: ({ id }: Card) => id, fields, losses }
  const text = [...exporter.write(cards, job)].join('')
  return { text, losses: losses.losses() }
}

/**
 * The cards that an importer makes of a text, as the library would have them: with their IDs, which citation keys are,
 * less stand-ins.
 */
export function imported(
  importer: Importer,
  text: string,
): { fields: Partial<CardFields>[]; batch: ImportBatch } {
  const map = KEYED.has(importer.name) ? new Map([['key', 'id']]) : undefined
  const options = { venues: VENUES, pages: PAGES, extra: ARBITRARY_EXTRA, map }
  const batch = importer.read([{ name: 'cards', text }], options)
  const fields = batch.cards.map(({ fields, wantedId }) => comparable({ id: wantedId ?? '', ...fields }))
  return { fields, batch }
}

/** What must come back of a card in one of our own formats: all but its excerpt, which is in a file of its own. */
export function owned({ fields: { preview: _, ...fields } }: Card): Partial<CardFields> {
  return comparable(fields)
}

/** Fields with the parts of their names: in how many ways one can be written makes no difference. */
export function comparable(fields: Partial<CardFields>): Partial<CardFields> {
  return { ...fields, ...(fields.authors ? { authors: authorNames(fields.authors) } : {}) }
}
