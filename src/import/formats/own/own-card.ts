import { rawValue } from '../../../edit/raw-value.ts'
import type { ExtraFields } from '../../../load/extra-fields.ts'
import { valueBySchema } from '../../../load/read-by-schema.ts'
import type { Page } from '../../../model/card.ts'
import { DERIVED_FIELDS } from '../../../model/card-json.ts'
import { type NameParts, shortAuthor } from '../../../notation/csl/author-from-csl.ts'
import type { ImportLog } from '../../import-log.ts'
import type { Imported, ImportedCard } from '../../importer.ts'
import { completeFields } from '../complete-fields.ts'
import { fittingFields } from '../fitting-fields.ts'

/** A card as JSON or YAML tell it, and where it stands. */
export interface OwnRecord {
  readonly file: string
  readonly line: number
  readonly values: { readonly [key: string]: unknown }
  lineOf(key: string): number
}

export interface OwnCard {
  readonly card: ImportedCard
  /** What the record says of the pages that cite. */
  readonly pages: readonly Imported<Page>[]
}

/**
 * Makes a card of a record that has the fields of one: the other way round of `cardJson`. What does not fit the schema
 * is left out, and told to the log.
 * @param extra the library's own fields; unchecked when it is left out
 */
export function ownCard(record: OwnRecord, log: ImportLog, extra?: ExtraFields): OwnCard | undefined {
  const { file, line, values } = record
  log.record()
  const said = Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => value !== null && value !== undefined && !DERIVED_FIELDS.includes(key),
    ),
  )
  const recordId = typeof said.id === 'string' && said.id.trim() !== '' ? said.id.trim() : undefined
  const fieldLog = (key: string) => log.field({ file, recordId, key, lineOf: () => record.lineOf(key) })
  if (said.retired !== undefined) {
    const name = recordId === undefined ? 'This card' : `Card ${recordId}`
    log.refuse({ file, line }, `${name} is retired: only cards in use can be imported.`, recordId)
    return undefined
  }
  if (said.preview !== undefined) fieldLog('preview').drop('The excerpt that it names is not in this file.')
  const { id: _, preview: __, ...rest } = said
  if (Array.isArray(rest.authors)) rest.authors = rest.authors.map(authorOf)
  const { ids, pages } = citing(rest.cited_by)
  if (ids !== undefined) rest.cited_by = ids
  const fitting = fittingFields(rest, extra, (key, why) => fieldLog(key).drop(why))
  const complete = completeFields(fitting, { file, line, recordId }, log)
  if (complete === undefined) return undefined
  const origin = { file, line }
  return {
    card: { ...complete, origin, ...(recordId === undefined ? {} : { recordId, wantedId: recordId }) },
    pages: pages.map(item => ({ item, origin: { file, line: record.lineOf('cited_by') } })),
  }
}

/** Without `name`, by which the JSON of a card says how people read the parts. */
function authorOf(author: unknown): unknown {
  if (typeof author !== 'object' || author === null || !('name' in author)) return author
  const { name, ...parts } = author
  return Object.keys(parts).length === 0 ? name : shortOrSame(parts)
}

function shortOrSame(parts: { readonly [key: string]: unknown }): unknown {
  const known = ['given', 'family', 'particle', 'suffix', 'literal', 'orcid']
  const isName = Object.entries(parts).every(
    ([key, value]) => known.includes(key) && typeof value === 'string',
  )
  return isName ? shortAuthor(parts as NameParts) : parts
}

/** The ids of citing pages, and those of which the record says more. */
function citing(citedBy: unknown): { ids?: unknown[]; pages: Page[] } {
  if (!Array.isArray(citedBy)) return { pages: [] }
  const isPage = (page: unknown): page is Page =>
    typeof page === 'object' && page !== null && typeof (page as Partial<Page>).id === 'string'
  const described = citedBy.filter(isPage).filter(page => Object.keys(page).length > 1)
  return {
    ids: citedBy.map(page => (isPage(page) ? page.id : page)),
    pages: described.flatMap(page => {
      const [known] = (valueBySchema('pages', [rawValue(page)]) ?? []) as unknown as Page[]
      return known ?? []
    }),
  }
}
