import { isPageId } from '../../documents/page-ids.ts'
import { cardInUse } from '../../documents/rewrite-document.ts'
import type { Card, Page } from '../../model/card.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import { groupBy } from '../../model/group-by.ts'
import type { ScannedDocument } from '../scan-documents.ts'
import { type PageOfDocument, pageOf } from './page-of.ts'

/** How documents become pages. */
export interface PlaceOptions {
  /** Whether documents that cite become pages of pages.yaml, which does not have them. */
  readonly addPages: boolean
  /** The page that all the documents are; undefined when each is its own. */
  readonly page: string | undefined
}

/** A page whose documents were read. */
export interface CitingPage {
  readonly id: string
  readonly documents: readonly ScannedDocument[]
  /** The cards that they cite, or that replace what they cite; in reading order. */
  readonly cards: readonly Card[]
  /** Its entry for pages.yaml, when it is new there. */
  readonly added?: Page
}

/** A document that cites and is no page that the library knows. */
export interface SkippedDocument {
  readonly document: ScannedDocument
  /** The page that it would be; undefined when its name cannot be an id. */
  readonly id?: string
  /** Whether other documents would be the same page. */
  readonly isShared: boolean
  readonly cards: readonly Card[]
}

export interface PlacedDocuments {
  readonly pages: readonly CitingPage[]
  readonly skipped: readonly SkippedDocument[]
  /** Documents whose front matter cannot be read: they go by their paths. */
  readonly unclear: readonly ScannedDocument[]
}

/** Says which page each document is. What cites nothing and is no page is passed over. */
export function placeDocuments(
  documents: readonly ScannedDocument[],
  known: ReadonlySet<string>,
  { page, addPages }: PlaceOptions,
): PlacedDocuments {
  const placed = documents.map(document => pageOf(document, id => known.has(id)))
  if (page !== undefined)
    return { pages: [asOnePage(page, placed, known, addPages)], skipped: [], unclear: [] }
  const groups = groupBy(placed, ({ known }) => known)
  const pages: CitingPage[] = []
  for (const [id, group] of groups) if (id !== undefined) pages.push(pageFrom(id, documentsOf(group)))
  const strangers = (groups.get(undefined) ?? []).filter(({ document }) => cardsIn([document]).length > 0)
  const skipped: SkippedDocument[] = []
  for (const [id, group] of groupBy(strangers, each => each.page?.id)) {
    const [first] = group
    if (addPages && group.length === 1 && id !== undefined && first?.page)
      pages.push({ ...pageFrom(id, documentsOf(group)), added: first.page })
    else
      for (const { document } of group)
        skipped.push({
          document,
          ...(id !== undefined && { id }),
          isShared: id !== undefined && group.length > 1,
          cards: cardsIn([document]),
        })
  }
  return { pages, skipped, unclear: documentsOf(placed.filter(({ isUnclear }) => isUnclear)) }
}

function asOnePage(
  id: string,
  placed: readonly PageOfDocument[],
  known: ReadonlySet<string>,
  addPages: boolean,
): CitingPage {
  const page = pageFrom(id, documentsOf(placed))
  if (known.has(id)) return page
  if (!isPageId(id))
    throw new CardsError(
      'usage',
      `\`${id}\` cannot be the id of a page.`,
      'It is made of letters, digits and . _ / - and starts with a letter or digit.',
    )
  if (!addPages)
    throw new CardsError(
      'no',
      `There is no page \`${id}\`.`,
      didYouMean(id, [...known], 'To add it to pages.yaml: --add-pages'),
    )
  const title = placed.find(({ title }) => title !== undefined)?.title ?? id
  return { ...page, added: { id, title } }
}

function pageFrom(id: string, documents: readonly ScannedDocument[]): CitingPage {
  return { id, documents, cards: cardsIn(documents) }
}

function documentsOf(group: readonly PageOfDocument[]): ScannedDocument[] {
  return group.map(({ document }) => document)
}

/** The cards in use that documents cite, each once; what is retired stands for its replacement. */
function cardsIn(documents: readonly ScannedDocument[]): Card[] {
  const cited = documents.flatMap(({ citations }) => citations.map(cardInUse))
  const cards = cited.filter(card => card !== undefined)
  return [...new Map(cards.map(card => [card.path, card])).values()]
}
