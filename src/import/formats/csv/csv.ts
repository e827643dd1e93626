import { counted } from '../../../model/count-text.ts'
import { slugIn } from '../../convert-value.ts'
import { ImportLog } from '../../import-log.ts'
import type { ImportedCard, Importer, ImportFile, ImportOptions } from '../../importer.ts'
import { ownCard } from '../own/own-card.ts'
import { VenueNames } from '../reference-entry.ts'
import { cellValue } from './cell-value.ts'
import { type Column, CSV_FIELDS, columnOf, LIST_FIELDS } from './columns.ts'
import { type CsvRow, scanCsv } from './scan-csv.ts'

/** Tables whose first row names the columns. */
export const csv: Importer = {
  name: 'csv',
  description: 'CSV: a table with a heading, its columns named as fields are, or told by --map',
  mapping: [
    ...CSV_FIELDS.map(from => ({
      from,
      to: from,
      ...(LIST_FIELDS.has(from) ? { note: 'a list: parted by `; `, or on a line each' } : {}),
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
    const log = new ImportLog()
    const venues = new VenueNames(options.venues)
    return log.batch(files.flatMap(file => cardsOf(file, options, venues, log)))
  },
}

function cardsOf(
  { name: file, text }: ImportFile,
  { map, extra }: ImportOptions,
  venues: VenueNames,
  log: ImportLog,
): ImportedCard[] {
  const { rows, problem } = scanCsv(text)
  const [head, ...body] = rows
  const columns = (head?.cells ?? []).map(heading => columnOf(heading, map))
  for (const [i, column] of columns.entries()) {
    const heading = head?.cells[i] ?? ''
    const isUsed = column !== undefined || body.every(({ cells }) => (cells[i] ?? '').trim() === '')
    if (!isUsed)
      log
        .field(headingPlace(file, head?.line ?? 1, heading))
        .drop('No field has this name: --map can name one.')
  }
  const table = { file, columns, headings: head?.cells ?? [], extra, venues, log }
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
  readonly venues: VenueNames
  readonly log: ImportLog
}

function cardOf({
  file,
  row: { line, cells },
  columns,
  headings,
  extra,
  venues,
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
    const cell = unguarded(cells[i] ?? '').trim()
    if (typeof column !== 'object') continue
    if (cell === '') {
      log.emptyValues++
      continue
    }
    const heading = headings[i] ?? ''
    const fieldLog = log.field({ file, recordId, key: heading, lineOf: () => line })
    const earlier = names.get(column.field)
    if (earlier !== undefined) {
      fieldLog.drop(`The row says it already, in ${earlier}.`)
      continue
    }
    const value = cellValue(column.field, cell, fieldLog)
    if (value === undefined) continue
    names.set(column.field, heading)
    put(values, column.field, value)
  }
  const venue = typeof values.venue === 'string' ? values.venue : undefined
  const known =
    venue === undefined ? undefined : (venues.id(venue) ?? (slugIn(venue) === venue ? venue : undefined))
  if (venue !== undefined) values.venue = known
  const lineOf = () => line
  const card = ownCard({ file, line, values, lineOf }, log, extra)?.card
  return card && venue !== undefined && known === undefined ? { ...card, unknownVenue: venue } : card
}

/** A dot stands for a map within. */
function put(values: { [key: string]: unknown }, field: string, value: unknown): void {
  const [key = '', ...inner] = field.split('.')
  if (inner.length === 0) values[key] = value
  else values[key] = { ...(values[key] as object | undefined), [inner.join('.')]: value }
}

/** Our own tables put `'` before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

function headingPlace(file: string, line: number, key: string) {
  return { file, recordId: undefined, key, lineOf: () => line }
}
