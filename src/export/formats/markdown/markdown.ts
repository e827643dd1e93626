import type { Card } from '../../../model/card.ts'
import { groupBy } from '../../../model/group-by.ts'
import type { Exporter, ExportJob } from '../../exporter.ts'
import type { ExportedFile } from '../../format-facts.ts'
import { INDEX_NAME } from '../../index-name.ts'
import { documentOf } from './document.ts'
import { indexPage } from './index-page.ts'
import { cardPage } from './page.ts'

/** Cards to be read: one document, or a page a card with an index. */
export const markdown: Exporter = {
  name: 'markdown',
  kind: 'reading',
  description: 'one document to read; or into a folder, a page a card with an index',
  extension: 'md',
  keeps: {
    id: 'anchor, file name',
    title: 'heading',
    label: 'Known as',
    authors: 'byline',
    venue: 'byline',
    published: 'byline',
    type: 'byline',
    language: 'byline',
    url: 'link',
    doi: 'link',
    arxiv: 'link',
    pmid: 'link',
    isbn: 'ISBN',
    also_at: 'links',
    archive_url: 'link',
    credibility: 'stars, meaning, origin',
    summary: 'section',
    key_points: 'section',
    relevance: 'section',
    review: 'section',
    notes: 'section',
    abstract: 'quote',
    cited_by: 'table',
    tags: 'Details',
    forum: 'Details',
    accessed: 'Details',
    extra: 'Details',
    aliases: 'Details',
  },
  write: documentOf,
  pages: pagesOf,
}

function* pagesOf(cards: readonly Card[], job: ExportJob): Iterable<ExportedFile> {
  const twins = twinsOf(cards)
  const pathOf = (card: Card) => {
    const count = twins.get(card)
    return `${card.id}${count === undefined ? '' : `-${count}`}.md`
  }
  yield { path: job.index ?? INDEX_NAME, text: indexPage(cards, job, pathOf) }
  for (const card of cards) yield { path: pathOf(card), text: cardPage(card, job) }
}

/** The cards that wrongly have the ID of one before, also without regard to case, with a number that tells them apart. */
function twinsOf(cards: readonly Card[]): ReadonlyMap<Card, number> {
  const groups = [...groupBy(cards, card => card.id.toLowerCase()).values()]
  return new Map(groups.flatMap(group => group.slice(1).map((card, i) => [card, i + 2] as const)))
}
