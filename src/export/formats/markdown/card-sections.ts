import { counted } from '../../../model/count-text.ts'
import { type CardContext, proseParagraphs } from './card-context.ts'
import { cardFacts } from './card-facts.ts'
import { citedByTable } from './cited-by.ts'

/** How a section of a card is headed: on a page of its own by a heading, among other cards by a bold word. */
export type Heading = (title: string) => string

/** What a card says, in the order in which it is read; each part a block of Markdown. */
export function cardSections(context: CardContext, heading: Heading): string[] {
  const { json } = context
  const section = (title: string, blocks: readonly string[]) =>
    blocks.length > 0 ? [heading(title), ...blocks] : []
  const prose = (field: 'summary' | 'relevance' | 'review' | 'notes' | 'abstract') =>
    json[field] === undefined ? [] : proseParagraphs(context, field, json[field])
  const points = (json.key_points ?? [])
    .map(point => proseParagraphs(context, 'key_points', point))
    .filter(({ length }) => length > 0)
  const pages = json.cited_by ?? []
  return [
    ...section('Summary', prose('summary')),
    ...section('Key points', points.length > 0 ? [listOf(points)] : []),
    ...section('Relevance', prose('relevance')),
    ...section('Review', prose('review')),
    ...section('Notes', prose('notes')),
    ...section('Abstract', quoteOf(prose('abstract'))),
    ...(pages.length > 0 ? section(`Cited by ${counted(pages.length, 'page')}`, [citedByTable(pages)]) : []),
    ...section('Details', [cardFacts(context)]),
  ]
}

/** Items of one or more paragraphs each. */
function listOf(items: readonly (readonly string[])[]): string {
  const isLoose = items.some(({ length }) => length > 1)
  return items
    .map(paragraphs => `- ${paragraphs.join('\n\n').replace(/\n(?=[^\n])/g, '\n  ')}`)
    .join(isLoose ? '\n\n' : '\n')
}

function quoteOf(paragraphs: readonly string[]): string[] {
  return paragraphs.length === 0 ? [] : [paragraphs.join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>')]
}
