import { UNITED } from '../../../edit/operations/merge.ts'
import { counted } from '../../../model/count-text.ts'
import { didYouMean } from '../../../model/did-you-mean.ts'
import { fewNames } from '../../../model/few-names.ts'
import { SOURCE_FIELDS } from '../../../model/identifier.ts'
import { CSV_FIELDS, LIST_FIELDS } from '../../../notation/csv/csv-fields.ts'
import { unguarded } from '../../../notation/csv/formula-guard.ts'
import { VenueNames } from '../../../notation/venue-names.ts'
import { slugIn } from '../../convert-value.ts'
import { ImportLog } from '../../import-log.ts'
import type { ImportedCard, Importer, ImportFile, ImportOptions } from '../../importer.ts'
import { ownCard } from '../own/own-card.ts'
import { cellValue } from './cell-value.ts'
import { type Column, columnOf } from './columns.ts'
import { type CsvRow, scanCsv } from './scan-csv.ts'

const A_LIST = 'a list: parted by `; `, or on a line each'

/** Tables whose first row names the columns. */
export const csv: Importer = {
  name: 'csv',
  description: 'CSV: a table with a heading, its columns named as fields are, or told by --map',
  mapping: [
    ...CSV_FIELDS.map(from => ({
      from,
      to: from,
      ...(LIST_FIELDS.has(from)
        ? { note: from === 'authors' ? `${A_LIST}; organisations in \`{…}\`` : A_LIST }
        : {}),
    })),
    { from: 'extra.NAME', to: 'extra.NAME' },
    {
      from: 'year, journal, link, keywords …',
      to: 'published, venue, url, tags …',
      note: 'other names for a field',
    },
    { from: 'any other', to: '—', note: 'unless --map names its field; the report tells it once' },
  ],
  read(files, options) {
    const log = new ImportLog(options.progress)
    const venueId = venueIds(options.venues)
    return log.batch(files.flatMap(file => cardsOf(file, options, venueId, log)))
  },
}

/** Fields by which a source can be found. */
const NAMES_SOURCE: ReadonlySet<string> = new Set(SOURCE_FIELDS)

function cardsOf(
  { name: file, text }: ImportFile,
  { map, extra }: ImportOptions,
  venueId: VenueId,
  log: ImportLog,
): ImportedCard[] {
  const { rows, problem } = scanCsv(text)
  const [head, ...body] = rows
  const headings = (head?.cells ?? []).map(heading => heading.trim())
  const columns = (head?.cells ?? []).map(heading => columnOf(heading, map))
  const unknownMapped = [...(map?.keys() ?? [])].filter(name => !headings.includes(name))
  if (head !== undefined && unknownMapped.length > 0) {
    const [name = ''] = unknownMapped
    const hint = didYouMean(name, headings, `Its columns are: ${fewNames(headings)}`)
    log.refuse({ file, line: head.line }, `--map: the table has no column \`${name}\`. ${hint}`)
    return []
  }
  if (
    body.length > 0 &&
    !columns.some(column => typeof column === 'object' && NAMES_SOURCE.has(column.field))
  ) {
    const said = `No column is known to identify a source: ${fewNames(headings)}.`
    log.refuse(
      { file, line: head?.line ?? 1 },
      `${said} Name one that holds a url, doi, arxiv, isbn or pmid: --map 'COLUMN=url'.`,
    )
    return []
  }
  for (const [i, column] of columns.entries()) {
    const heading = head?.cells[i] ?? ''
    const isUsed = column !== undefined || body.every(({ cells }) => (cells[i] ?? '').trim() === '')
    if (!isUsed)
      log
        .field(headingPlace(file, head?.line ?? 1, heading))
        .drop('No field has this name: --map can name one.')
  }
  const table = { file, columns, headings: head?.cells ?? [], extra, venueId, log }
  const cards = body.flatMap(row => cardOf({ ...table, row }) ?? [])
  if (problem) log.refuse({ file, line: problem.line }, problem.why)
  return cards
}

interface Row {
  readonly file: string
  readonly row: CsvRow
  readonly columns: readonly Column[]
  readonly headings: readonly string[]
  readonly extra: ImportOptions['extra']
  readonly venueId: VenueId
  readonly log: ImportLog
}

function cardOf({
  file,
  row: { line, cells },
  columns,
  headings,
  extra,
  venueId,
  log,
}: Row): ImportedCard | undefined {
  if (cells.length !== columns.length) {
    const found = counted(cells.length, 'cell')
    log.refuse({ file, line }, `This row has ${found}, but the heading has ${columns.length}.`)
    return undefined
  }
  const values: { [key: string]: unknown } = {}
  const names = new Map<string, string>()
  const idAt = columns.findIndex(column => typeof column === 'object' && column.field === 'id')
  const recordId = cells[idAt]?.trim() || undefined
  for (const [i, column] of columns.entries()) {
    const cell = unguarded(cells[i] ?? '')
    if (typeof column !== 'object') continue
    if (cell.trim() === '') {
      log.emptyValues++
      continue
    }
    const heading = headings[i] ?? ''
    const fieldLog = log.field({ file, recordId, key: heading, lineOf: () => line })
    const value = cellValue(column.field, cell, isList(column.field, extra), fieldLog)
    if (value === undefined) continue
    const earlier = names.get(column.field)
    if (earlier === undefined) {
      names.set(column.field, heading)
      put(values, column.field, value)
    } else if (IN_PARTS.has(column.field))
      put(values, column.field, [...new Set([values[column.field], value].flat())])
    else if (JSON.stringify(valueAt(values, column.field)) !== JSON.stringify(value))
      fieldLog.drop(`The row gives another value in ${earlier}.`)
  }
  const venue = typeof values.venue === 'string' ? values.venue : undefined
  const known = venue === undefined ? undefined : venueId(venue)
  if (venue !== undefined) values.venue = known
  const lineOf = () => line
  const card = ownCard({ file, line, values, lineOf }, log, extra)?.card
  return card && venue !== undefined && known === undefined ? { ...card, unknownVenue: venue } : card
}

/** The id of the venue that a cell names by it, or by its name. */
type VenueId = (said: string) => string | undefined

function venueIds(venues: ImportOptions['venues']): VenueId {
  const names = new VenueNames(venues)
  const ids = new Set(venues.map(({ id }) => id))
  return said => (ids.has(said) ? said : (names.id(said) ?? (slugIn(said) === said ? said : undefined)))
}

/** Whether a column holds a list, as the card schema or the library's config has it. */
function isList(field: string, extra: ImportOptions['extra']): boolean {
  const name = /^extra\.(.+)$/.exec(field)?.[1]
  if (name === undefined) return LIST_FIELDS.has(field)
  return extra !== undefined && Object.hasOwn(extra, name) && extra[name]?.type === 'list'
}

/** Lists of which several columns each give a part. */
const IN_PARTS: ReadonlySet<string> = new Set(UNITED)

function valueAt(values: { readonly [key: string]: unknown }, field: string): unknown {
  const [key = '', ...inner] = field.split('.')
  const value = values[key]
  return inner.length === 0 ? value : (value as { [key: string]: unknown } | undefined)?.[inner.join('.')]
}

/** A dot stands for a map within. */
function put(values: { [key: string]: unknown }, field: string, value: unknown): void {
  const [key = '', ...inner] = field.split('.')
  if (inner.length === 0) values[key] = value
  else values[key] = { ...(values[key] as object | undefined), [inner.join('.')]: value }
}

function headingPlace(file: string, line: number, key: string) {
  return { file, recordId: undefined, key, lineOf: () => line }
}
