import type { Card } from '../../../model/card.ts'
import type { ExportJob } from '../../exporter.ts'
import { contextOf } from './card-context.ts'
import { cardHead } from './card-head.ts'
import { cardSections } from './card-sections.ts'
import { titleOf } from './card-title.ts'
import { cardFrontMatter } from './front-matter.ts'

/** A card as a page of its own. */
export function cardPage(card: Card, job: ExportJob): string {
  const context = contextOf(card, job)
  const blocks = [
    cardFrontMatter(context),
    `# ${titleOf(context)}`,
    ...cardHead(context),
    ...cardSections(context, title => `## ${title}`),
  ]
  return `${blocks.join('\n\n')}\n`
}
