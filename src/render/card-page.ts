import { arxivAddress, doiAddress, pubmedAddress } from '../model/addresses.ts'
import type { CardJson } from '../model/card-json.ts'
import { counted, grouped } from '../model/count-text.ts'
import { credibilityOrigin, whyNotRated } from '../model/credibility-origin.ts'
import { wordDate } from '../model/date.ts'
import type { Preview } from '../model/library.ts'
import { Page } from './page.ts'
import { type Span, span } from './span.ts'
import { stars } from './stars.ts'
import type { Terminal } from './theme.ts'

/** All that the page of a card shows. */
export interface CardView {
  readonly card: CardJson
  readonly title: string
  /** Name of the card's venue, when it is known. */
  readonly venueName?: string | undefined
  /** Name of the venue from which the rating comes. */
  readonly ratingVenueName?: string | undefined
  readonly preview?: Preview | undefined
  /** The card's file, as the user would name it. */
  readonly location: string
}

const PREVIEW_LINES = 200

/**
 * The whole card, laid out to be read: what it is, how far to trust it, what it says, where it is used, how it is
 * found.
 * @param width the columns that text may take; infinite for no wrapping
 */
export function cardPage(view: CardView, terminal: Terminal, width: number): string {
  const page = new Page(terminal, width)
  header(page, view)
  retirement(page, view)
  credibility(page, view, terminal)
  const { card } = view
  page.prose('Relevance', card.relevance)
  page.prose('Summary', card.summary)
  page.bullets('Key points', card.key_points)
  page.prose('Review', card.review)
  page.prose('Notes', card.notes)
  page.prose('Abstract', card.abstract)
  if (card.tags && card.tags.length > 0) page.section('Tags', [span(card.tags.join(', '))])
  citedBy(page, card)
  forum(page, card)
  extra(page, card)
  history(page, card)
  preview(page, view)
  identity(page, view)
  return page.text
}

function header(page: Page, { card, title, venueName }: CardView): void {
  page.line([span(title, 'title')])
  if (card.label !== undefined && card.label !== title) page.line([span(card.label, 'muted')])
  const authors = card.authors?.map(author => author.name).join(', ')
  if (authors !== undefined) page.line([span(authors)])
  const facts = [
    card.type,
    venueName ?? card.venue,
    card.published && wordDate(card.published),
    card.language,
  ]
  const known = facts.filter(fact => fact !== undefined)
  if (known.length > 0) page.line([span(known.join(' · '), 'muted')])
  if (card.url !== undefined) page.line([link(card.url)])
}

function retirement(page: Page, { card: { retired } }: CardView): void {
  if (!retired) return
  page.gap()
  const replacement =
    retired.replaced_by === undefined
      ? []
      : [span('. Use '), span(retired.replaced_by, 'id'), span(' instead')]
  page.line([
    span('Retired', 'warning'),
    span(` ${wordDate(retired.date)}: ${retired.reason.replace(/\.$/, '')}`),
    ...replacement,
    span('.'),
  ])
}

function credibility(page: Page, { card, venueName, ratingVenueName }: CardView, terminal: Terminal): void {
  const effective = card.effective_credibility
  page.heading('Credibility')
  if (!effective) {
    page.indented([span(`Not rated: ${whyNotRated(card, venueName)}`, 'muted')])
    return
  }
  const { rating, label, meaning } = effective
  page.indented([stars(rating, terminal), span(` ${rating} ${label}. `, 'strong'), span(meaning)])
  const origin = credibilityOrigin(card, effective, ratingVenueName)
  const reason = effective.from === 'card' ? card.credibility?.reason : undefined
  page.indented([span(origin, 'muted'), span(reason ?? '')])
}

function citedBy(page: Page, { cited_by: pages }: CardJson): void {
  if (!pages || pages.length === 0) return
  page.heading(pages.length === 1 ? 'Cited by 1 page' : `Cited by ${pages.length} pages`)
  page.table(
    [
      { heading: 'Page', min: 12, priority: 3, grow: true },
      { heading: 'Type', min: 8, priority: 1 },
      { heading: 'Quality', min: 5, priority: 2, align: 'right' },
    ],
    pages.map(({ id, title, type, quality, url }) => [
      { text: title ?? id, ...(url === undefined ? {} : { link: url }) },
      type ?? '',
      quality?.toFixed(1) ?? '',
    ]),
  )
}

function forum(page: Page, { forum: figures }: CardJson): void {
  if (!figures) return
  const parts = [
    figures.karma !== undefined && `${grouped(figures.karma)} karma`,
    figures.comments !== undefined && counted(figures.comments, 'comment'),
    figures.answers !== undefined && counted(figures.answers, 'answer'),
  ]
  page.section('Forum', [span(parts.filter(part => part !== false).join(' · '))])
}

function extra(page: Page, { extra: fields }: CardJson): void {
  if (!fields || Object.keys(fields).length === 0) return
  page.heading('Extra')
  page.definitions(
    Object.entries(fields).map(([name, value]) => [
      name,
      [span(Array.isArray(value) ? value.join(', ') : String(value))],
    ]),
  )
}

function history(page: Page, { accessed, archive_url: archive, fetch }: CardJson): void {
  const rows: [string, Span[]][] = []
  if (accessed !== undefined) rows.push(['Read', [span(wordDate(accessed))]])
  if (fetch) {
    const facts = [
      fetch.at?.replace('T', ' '),
      fetch.status,
      fetch.http_status && `HTTP ${fetch.http_status}`,
      fetch.file,
    ]
    rows.push(['Fetched', [span(facts.filter(Boolean).join(' · '))]])
    if (fetch.content_hash !== undefined) rows.push(['Hash', [span(fetch.content_hash)]])
  }
  if (archive !== undefined) rows.push(['Archived', [link(archive)]])
  if (rows.length === 0) return
  page.heading('Access')
  page.definitions(rows)
}

function preview(page: Page, { card, preview: content }: CardView): void {
  if (!card.preview || !content) return
  const { file, truncated, size_kb: size } = card.preview
  const whole = size === undefined ? undefined : `${size} KB in all`
  page.heading('Preview', [truncated ? 'truncated' : undefined, whole, file].filter(Boolean).join(', '))
  if ('missing' in content) {
    page.indented([span(`Not there: ${content.missing}.`, 'warning')])
    return
  }
  const lines = content.text.trimEnd().split(/\r\n|\n/)
  for (const line of lines.slice(0, PREVIEW_LINES)) {
    // What a line starts with, all its own lines stand behind.
    const [, lead = '', rest = ''] = /^(\s*(?:[-*•] +)?)(.*)$/s.exec(line) ?? []
    page.indented([span(rest, 'muted')], [span(lead, 'muted')])
  }
  if (lines.length > PREVIEW_LINES)
    page.indented([span(`… ${lines.length - PREVIEW_LINES} more lines in ${file}`, 'muted')])
}

function identity(page: Page, { card, location }: CardView): void {
  page.heading('Identifiers')
  const rows: [string, readonly Span[] | undefined][] = [
    ['Stable ID', [span(card.id, 'id')]],
    ['Resource ID', text(card.resource_id)],
    ['DOI', card.doi === undefined ? undefined : [link(doiAddress(card.doi), card.doi)]],
    ['arXiv', card.arxiv === undefined ? undefined : [link(arxivAddress(card.arxiv), card.arxiv)]],
    ['ISBN', text(card.isbn)],
    ['PMID', card.pmid === undefined ? undefined : [link(pubmedAddress(card.pmid), card.pmid)]],
    ...(card.also_at ?? []).map((url, i): [string, Span[]] => [i === 0 ? 'Also at' : '', [link(url)]]),
    ['Aliases', card.aliases && text(card.aliases.join(', '))],
    ['File', text(location)],
  ]
  page.definitions(rows.filter((row): row is [string, readonly Span[]] => row[1] !== undefined))
}

function link(url: string, shown = url): Span {
  return { text: shown, styles: ['link'], link: url }
}

function text(value: string | undefined): Span[] | undefined {
  return value === undefined ? undefined : [span(value)]
}
