import type { CitingPage } from '../../../model/card-json.ts'
import { escapedLine } from './escaped-line.ts'
import { linkTo } from './link.ts'
import { tableOf } from './table.ts'

/** The pages that cite a card as a table, its columns only those that say something. */
export function citedByTable(pages: readonly CitingPage[]): string {
  const rows = pages.map(({ id, title, type, quality, url }) => {
    const name = escapedLine(title ?? id) || escapedLine(id)
    return [
      url === undefined ? name : linkTo(url, name),
      type === undefined ? '' : escapedLine(type),
      quality?.toFixed(1) ?? '',
    ]
  })
  return tableOf([{ heading: 'Page' }, { heading: 'Type' }, { heading: 'Quality', isRight: true }], rows)
}
