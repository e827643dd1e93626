import type { Card } from '../../../model/card.ts'
import { counted } from '../../../model/count-text.ts'
import type { ExportJob } from '../../exporter.ts'
import { contextOf } from './card-context.ts'
import { citedAuthors, titleOf, venueName } from './card-title.ts'
import { frontMatterText } from './front-matter.ts'
import { starsOf } from './stars.ts'
import { tableHead, tableRow } from './table.ts'

const COLUMNS = ['Source', 'Authors', 'Venue', 'Year', 'Type', 'Credibility'].map(heading => ({ heading }))

/** The page that leads to all others. @param pathOf the path of a card's page, beside this one */
export function indexPage(cards: readonly Card[], job: ExportJob, pathOf: (card: Card) => string): string {
  let text = `${frontMatterText([['title', 'Sources']])}\n\n# Sources\n\n${counted(cards.length, 'source')}.\n`
  if (cards.length > 0) text += `\n${tableHead(COLUMNS)}\n`
  // Line by line: of many cards, their rows as lists would take several times the memory.
  for (const card of cards) text += `${tableRow(cellsOf(card, job, pathOf))}\n`
  return text
}

function cellsOf(card: Card, job: ExportJob, pathOf: (card: Card) => string): string[] {
  const context = contextOf(card, job)
  const { published, type, effective_credibility: effective } = context.json
  return [
    `[${titleOf(context)}](${pathOf(card)})`,
    citedAuthors(context),
    venueName(context),
    published?.slice(0, 4) ?? '',
    type ?? '',
    effective ? starsOf(effective.rating) : '',
  ]
}
