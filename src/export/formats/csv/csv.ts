import type { Card } from '../../../model/card.ts'
import { compareText } from '../../../model/order.ts'
import { CSV_FIELDS, RATING_COLUMNS } from '../../../notation/csv/csv-fields.ts'
import { guarded } from '../../../notation/csv/formula-guard.ts'
import type { Exporter, ExportJob } from '../../exporter.ts'
import type { CardField, Keeps } from '../../format-facts.ts'
import { cardCell } from './card-cell.ts'

/** A table (RFC 4180): a row a card under a heading, for spreadsheets and data frames. */
export const csv: Exporter = {
  name: 'csv',
  kind: 'data',
  description: 'a table with a row a card, safe to open in a spreadsheet',
  extension: 'csv',
  keeps: keptFields(),
  choice: { kind: 'columns', names: [...CSV_FIELDS, ...RATING_COLUMNS, 'resource_id', 'path'] },
  write: rows,
}

/** What section 2 of the RFC ends a row with. Line breaks within a cell are `\n`. */
const ROW_END = '\r\n'

function* rows(cards: readonly Card[], job: ExportJob): Iterable<string> {
  const columns = job.fields ?? [...CSV_FIELDS, ...extraColumns(cards), ...RATING_COLUMNS]
  yield row(columns)
  for (const card of cards) yield row(columns.map(column => guarded(cardCell(card, column, job))))
}

function row(cells: readonly string[]): string {
  const line = cells.map(quoted).join(',')
  // A row of one empty cell would be a blank line, which readers skip.
  return (line === '' ? '""' : line) + ROW_END
}

/** In quotes, too, what is no comma here and may be one to a reader that guesses. */
function quoted(cell: string): string {
  return /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The library's own fields that some card has, by name. */
function extraColumns(cards: readonly Card[]): string[] {
  const names = new Set<string>()
  for (const { fields } of cards) for (const name in fields.extra) names.add(name)
  return [...names].sort(compareText).map(name => `extra.${name}`)
}

/** The columns of each field, as `--formats` tells them. */
function keptFields(): Keeps {
  const keeps: { [F in CardField]?: string } = { extra: 'extra.NAME' }
  for (const column of CSV_FIELDS) {
    const field = column.replace(/\..*$/, '') as CardField
    keeps[field] = keeps[field] === undefined ? column : `${keeps[field]}, ${column}`
  }
  return keeps
}
