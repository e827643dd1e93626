import type { Author, Card, KnownFields } from '../../../model/card.ts'
import { type CardJson, cardJson, DERIVED_FIELDS, type JsonField } from '../../../model/card-json.ts'
import { languageIn } from '../../../model/language-in.ts'
import { tagIn } from '../../../model/tag-in.ts'
import { doisIn } from '../../../notation/csl/identifiers-from-csl.ts'
import { joinedItems } from '../../../notation/csv/cell-list.ts'
import { nameForCell } from '../../../notation/csv/name-in-cell.ts'
import type { ExportJob } from '../../exporter.ts'
import { cellText } from './cell-text.ts'

/** Fields of one line. */
const LINES: ReadonlySet<string> = new Set(['title', 'label'])

/**
 * What of a card stands in a column: without guard and quotes, empty when it says nothing. What cannot be read of it as
 * it was, is told to `job.losses`.
 */
export function cardCell(card: Card, column: string, job: ExportJob): string {
  const [field = '', ...inner] = column.split('.')
  const value = fieldValue(card, field, inner.join('.'), job)
  if (value === undefined) return ''
  if (Array.isArray(value)) return listCell(card, column, value, job)
  if (typeof value !== 'string') return String(value)
  const { text, changes } = cellText(value, LINES.has(column))
  tell(card, column, text, changes, job)
  const asRead =
    column === 'language' ? languageIn(text) : column === 'doi' ? (doisIn(text)[0] ?? text) : text
  if (asRead !== text) job.losses.change(card, column, 'its usual form, when it is imported')
  return text
}

function fieldValue(card: Card, field: string, inner: string, { registries }: ExportJob): unknown {
  const { fields } = card
  // Names are not taken apart, and pages that cite are named by their ids.
  const whole: unknown = DERIVED_FIELDS.includes(field)
    ? cardJson(card, registries, [field as JsonField])[field as keyof CardJson]
    : fields[field as keyof KnownFields]
  if (inner === '' || whole === undefined) return whole
  return Object.hasOwn(whole as object, inner) ? (whole as { [key: string]: unknown })[inner] : undefined
}

function listCell(card: Card, column: string, items: readonly unknown[], job: ExportJob): string {
  const texts = items.map(item => {
    const name = column === 'authors' ? authorText(card, item as Author, job) : String(item)
    const { text, changes } = cellText(name, false)
    const line = text.includes('\n') ? inOneLine(text) : text
    tell(card, column, line, line === text ? changes : [...changes, 'each item on one line'], job)
    if (column === 'tags' && tagIn(line) !== line)
      job.losses.drop(card, column, 'too long, when it is imported')
    return line
  })
  return joinedItems(texts.filter(text => text !== ''))
}

function inOneLine(text: string): string {
  const lines = text.split('\n').map(line => line.trim())
  return lines.filter(line => line !== '').join(' ')
}

function authorText(card: Card, author: Author, { losses }: ExportJob): string {
  if (typeof author === 'object' && author.orcid !== undefined) losses.drop(card, 'authors.orcid')
  const { text, isExact } = nameForCell(author)
  if (!isExact) losses.change(card, 'authors', 'a name without parts')
  return text
}

/** A cell that says nothing has no text at all. */
function tell(
  card: Card,
  column: string,
  text: string,
  changes: readonly string[],
  { losses }: ExportJob,
): void {
  if (text === '') losses.drop(card, column, 'only white space')
  else for (const why of changes) losses.change(card, column, why)
}
