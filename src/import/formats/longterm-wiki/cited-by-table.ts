import type { Page } from '../../../model/card.ts'
import { fold } from '../../../model/fold.ts'
import type { FieldLog } from '../../import-log.ts'
import type { PageLine } from './page-sections.ts'

/** A row of the table of citing pages. */
export interface CitingRow {
  readonly page: Page
  readonly line: number
}

/**
 * Reads the table below `Cited by 1 page`: `| Page | Type | Quality |`. A page that the library knows by the same
 * title keeps its id; another gets one made of its title.
 * @param lines the heading, then the table
 */
export function citedByTable(lines: readonly PageLine[], known: readonly Page[], log: FieldLog): CitingRow[] {
  const [heading, ...table] = lines
  const rows = table.filter(({ text }) => !/^\|[\s:|-]*$/.test(text) && !/^\|\s*Page\s*\|/.test(text))
  const pages = rows.flatMap(({ text, line }) => {
    const page = pageOf(cells(text), known)
    if (!page) log.drop(`It is no row of the table of citing pages: ${text}`, line)
    return page ? [{ page, line }] : []
  })
  const count = Number(/\d+/.exec(heading?.text ?? '')?.[0])
  if (heading && count !== rows.length)
    log.drop(`It says ${heading.text}, but the table has ${rows.length}.`, heading.line)
  return pages
}

function cells(row: string): string[] {
  if (!row.startsWith('|')) return []
  const inner = row.replace(/^\||\|$/g, '')
  return inner.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('\\|', '|'))
}

function pageOf([title = '', type = '', quality = '']: string[], known: readonly Page[]): Page | undefined {
  const id = known.find(page => page.title === title)?.id ?? idOf(title)
  if (id === '') return undefined
  const figure = /^\d+(?:\.\d+)?$/.test(quality) && Number(quality) <= 100 ? { quality: Number(quality) } : {}
  return { id, title, ...(type === '' ? {} : { type: type.toLowerCase() }), ...figure }
}

function idOf(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
