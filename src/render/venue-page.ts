import { type Card, cardTitle, type Venue } from '../model/card.ts'
import { counted } from '../model/count-text.ts'
import { effectiveCredibility, RATINGS, type VenueIndex } from '../model/credibility.ts'
import { Page } from './page.ts'
import { span } from './span.ts'
import { stars } from './stars.ts'
import type { Terminal } from './theme.ts'

/** All that the page of a venue shows. */
export interface VenueView {
  readonly venue: Venue
  readonly venues: VenueIndex
  /** The cards that belong to it. */
  readonly cards: readonly Card[]
  /** The first of them. */
  readonly shown: readonly Card[]
  /** How many of them match it by their URL alone. */
  readonly matched: number
  /** How many cards have its rating. */
  readonly inheriting: number
  /** How many of its cards have a rating of their own. */
  readonly overriding: number
}

/**
 * A venue, laid out to be read: what it is, how far to trust it, what its rating gives, its cards.
 * @param width the columns that text may take; infinite for no wrapping
 */
export function venuePage(view: VenueView, terminal: Terminal, width: number): string {
  const page = new Page(terminal, width)
  const { venue } = view
  page.line([span(venue.name, 'title')])
  const review =
    venue.peer_reviewed === undefined
      ? undefined
      : venue.peer_reviewed
        ? 'peer-reviewed'
        : 'not peer-reviewed'
  page.line([
    span(venue.id, 'id'),
    ...[venue.type?.replaceAll('_', ' '), review]
      .filter(fact => fact !== undefined)
      .map(fact => span(` · ${fact}`, 'muted')),
  ])
  if (venue.description !== undefined) page.line([span(venue.description)])
  credibility(page, view, terminal)
  page.heading('Domains')
  page.indented(
    venue.domains === undefined || venue.domains.length === 0
      ? [span('None: only cards that name it belong to it.', 'muted')]
      : [span(venue.domains.join(', '))],
  )
  cards(page, view, terminal)
  return page.text
}

function credibility(page: Page, view: VenueView, terminal: Terminal): void {
  const { venue } = view
  page.heading('Credibility')
  const known = RATINGS.find(({ rating }) => rating === venue.credibility)
  if (known)
    page.indented([
      stars(known.rating, terminal),
      span(` ${known.rating} ${known.label}. `, 'strong'),
      span(known.meaning),
    ])
  else page.indented([span('Not rated: its cards get no rating from it.', 'muted')])
  const facts = given(view)
  if (facts.length > 0) page.indented([span(`${facts.join('; ')}.`, 'muted')])
}

/** What becomes of its rating. */
function given({ venue, cards, inheriting, overriding }: VenueView): string[] {
  const own = venue.credibility === undefined ? 0 : cards.length - overriding
  // A card may name a venue that has no rating, and have that of the one that its URL matches.
  const others = inheriting - own
  return [
    ...(venue.credibility === undefined || cards.length === 0
      ? []
      : [
          own === 0
            ? 'None of its cards inherits it'
            : `${counted(own, 'card')} ${own === 1 ? 'inherits' : 'inherit'} it`,
        ]),
    ...(overriding === 0
      ? []
      : [
          `${counted(overriding, 'card')} ${overriding === 1 ? 'has a rating of its' : 'have a rating of their'} own`,
        ]),
    ...(others > 0
      ? [
          `${counted(others, 'card')} of another venue, which has no rating, ${others === 1 ? 'has' : 'have'} it by URL`,
        ]
      : []),
  ]
}

function cards(page: Page, { cards, shown, matched, venues }: VenueView, terminal: Terminal): void {
  const byUrl =
    matched === 0
      ? undefined
      : matched === cards.length
        ? 'by URL alone: none names it'
        : `${matched} of them by URL alone`
  page.heading(cards.length === 0 ? 'No cards' : counted(cards.length, 'card'), byUrl)
  if (cards.length === 0) {
    page.indented([span('No card names it or matches its domains.', 'muted')])
    return
  }
  page.table(
    [
      { heading: 'ID', min: 10, priority: 9, styles: ['id'] },
      { heading: 'Cred.', min: 5, priority: 5 },
      { heading: 'Title', min: 16, priority: 8, grow: true },
    ],
    shown.map(card => [
      card.id,
      stars(effectiveCredibility(card.fields, venues)?.rating, terminal),
      cardTitle(card),
    ]),
  )
  const more = cards.length - shown.length
  if (more > 0) page.indented([span(`… and ${counted(more, 'more card')}: see --all`, 'muted')])
}
