import type { Venue } from '../../model/card.ts'
import { counted, grouped } from '../../model/count-text.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import { foldedWords, foldLine } from '../../model/fold.ts'
import { jsonArray } from '../../model/json-pieces.ts'
import { neutralLine } from '../../model/neutral.ts'
import { compareText } from '../../model/order.ts'
import { stars } from '../../render/stars.ts'
import { fitTable } from '../../render/table.ts'
import type { Context, Result } from '../command.ts'
import { fileProblems } from '../selection.ts'
import { type VenueFigures, venueFigures, venueJson } from './figures.ts'
import type { VenuesOptions } from './options.ts'

interface Row {
  readonly venue: Venue
  readonly figures: VenueFigures
}

const KEYS: Readonly<Record<string, (row: Row) => string | number | undefined>> = {
  id: ({ venue }) => venue.id,
  name: ({ venue }) => foldLine(venue.name),
  rating: ({ venue }) => venue.credibility,
  cards: ({ figures }) => figures.cards.length,
  type: ({ venue }) => venue.type,
}

/** The venues that all of some words are found in: a table on a terminal, tab-separated when piped. */
export async function listVenues(
  context: Context,
  words: readonly string[],
  { sort = 'id', unused, unrated, json }: VenuesOptions,
): Promise<Result> {
  const compare = order(sort)
  const { venues, figuresOf } = await venueFigures(context.library)
  const wanted = words.flatMap(foldedWords)
  const rows = venues.all
    .map(venue => ({ venue, figures: figuresOf(venue) }))
    .filter(({ venue }) => saysAll(venue, wanted))
    .filter(({ venue, figures }) => !(unused && figures.cards.length > 0) && !(unrated && venue.credibility))
    .sort(compare)
  const problems = await fileProblems(context)
  const isUnread = (await context.library.unread()).includes('venues.yaml')
  return {
    text: json
      ? jsonArray(rows.map(({ venue, figures }) => venueJson(venue, figures)))
      : context.isTerminal
        ? table(rows, context)
        : rows.map(tabSeparated).join(''),
    notes: [...countLine(rows.length, venues.all.length, isUnread), ...problems.notes],
    complaints: problems.complaints,
    exitCode: problems.complaints.length > 0 ? 1 : 0,
  }
}

/** Whether each of some folded words starts a word of what is said of a venue. */
function saysAll(
  { id, name, type = '', domains = [], description = '' }: Venue,
  wanted: readonly string[],
): boolean {
  const said = foldedWords([id, name, type, ...domains, description].join(' '))
  return wanted.every(start => said.some(word => word.startsWith(start)))
}

/** Unlike ones by a key, what has none last; like ones by id. */
function order(given: string): (a: Row, b: Row) => number {
  const name = given.replace(/^-/, '')
  const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined
  if (!key) {
    const known = Object.keys(KEYS)
    const hint = didYouMean(name, known, `They can be sorted by ${known.join(', ')}.`)
    throw new CardsError('usage', `Venues cannot be sorted by \`${name}\`.`, hint)
  }
  const sign = given.startsWith('-') ? -1 : 1
  return (a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one !== other) {
      if (one === undefined || other === undefined) return one === undefined ? 1 : -1
      return one < other ? -sign : sign
    }
    return compareText(a.venue.id, b.venue.id)
  }
}

function tabSeparated({ venue, figures }: Row): string {
  const { id, name, type = '', credibility = '', domains = [] } = venue
  const cells = [id, credibility, figures.cards.length, type, name, domains.join(',')]
  return `${cells.map(cell => neutralLine(String(cell))).join('\t')}\n`
}

function table(rows: readonly Row[], { terminal }: Context): string {
  if (rows.length === 0) return ''
  // A name cut short says little: it keeps its part of the line before other columns get their room.
  const least = Math.max(12, Math.floor(terminal.columns * 0.3))
  const lines = fitTable(
    [
      { heading: 'ID', min: 16, max: 36, priority: 9, styles: ['id'] },
      { heading: 'Cred.', min: 5, priority: 7 },
      { heading: 'Cards', min: 5, priority: 6, align: 'right' },
      { heading: 'Type', min: 16, max: 24, priority: 2 },
      { heading: 'Name', min: least, max: 48, priority: 8, grow: true },
      { heading: 'Domains', min: 14, max: 60, priority: 3, grow: true, styles: ['muted'] },
    ],
    rows.map(({ venue: { id, name, type = '', credibility, domains = [] }, figures }) => [
      id,
      stars(credibility, terminal),
      figures.cards.length === 0 ? '' : grouped(figures.cards.length),
      type.replaceAll('_', ' '),
      name,
      `${domains[0] ?? ''}${domains.length > 1 ? ` +${domains.length - 1}` : ''}`,
    ]),
    terminal,
  )
  return `${lines.join('\n')}\n`
}

function countLine(shown: number, all: number, isUnread: boolean): string[] {
  if (isUnread) return []
  if (all === 0) return ['There are no venues yet. `cards venues add ID --name NAME` makes one.']
  if (shown === all) return [`${counted(all, 'venue')}.`]
  return [
    shown === 0
      ? `None of ${counted(all, 'venue')} matches.`
      : `${grouped(shown)} of ${counted(all, 'venue')}.`,
  ]
}
