import type { Card } from '../../../model/card.ts'
import { counted } from '../../../model/count-text.ts'
import type { ExportJob } from '../../exporter.ts'
import { contextOf } from './card-context.ts'
import { cardHead } from './card-head.ts'
import { cardSections } from './card-sections.ts'
import { citedAuthors, titleOf } from './card-title.ts'

/** So many cards are found without a table of contents. */
const FEW = 3

/** All cards as one document: a contents where there are many, then a section a card. */
export function* documentOf(cards: readonly Card[], job: ExportJob): Iterable<string> {
  yield `# Sources\n\n${counted(cards.length, 'source')}.\n`
  if (cards.length > FEW) yield* contents(cards, job)
  for (const card of cards) yield `\n${cardSection(card, job)}`
}

function* contents(cards: readonly Card[], job: ExportJob): Iterable<string> {
  yield '\n'
  for (const card of cards) {
    const context = contextOf(card, job)
    const origin = [citedAuthors(context), context.json.published?.slice(0, 4) ?? ''].filter(
      part => part !== '',
    )
    yield `- [${titleOf(context)}](#${card.id})${origin.length > 0 ? ` (${origin.join(', ')})` : ''}\n`
  }
}

/**
 * The anchor is the ID, which stays when the title changes. It is the only way to write one that GitHub, Pandoc, Jekyll
 * and MDX all know. Only titles of cards are headings, or the outline would be full of summaries.
 */
function cardSection(card: Card, job: ExportJob): string {
  const context = contextOf(card, job)
  const blocks = [
    `## <a id="${card.id}"></a>${titleOf(context)}`,
    ...cardHead(context),
    ...cardSections(context, title => `**${title}**`),
  ]
  return `${blocks.join('\n\n')}\n`
}
