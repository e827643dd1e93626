import { type Card, cardTitle } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { type EffectiveCredibility, effectiveCredibility, type VenueIndex } from '../../model/credibility.ts'
import type { Span } from '../../render/span.ts'
import { paint, type Terminal } from '../../render/theme.ts'
import { wrapSpans } from '../../render/wrap.ts'
import { citations, filledFields, type KeepChoice } from './keep.ts'

/** Cards for one source, and which of them to keep. */
export interface DupeGroup extends KeepChoice {
  readonly keys: readonly string[]
  /** All of them, in the order of their IDs. */
  readonly cards: readonly Card[]
}

/** Groups as people read them: what the cards share, each with what it holds, and the command that merges them. */
export function dupeBlocks(groups: readonly DupeGroup[], venues: VenueIndex, terminal: Terminal): string {
  return groups.map(group => block(group, venues, terminal)).join('\n')
}

function block({ keys, keep, others, why }: DupeGroup, venues: VenueIndex, terminal: Terminal): string {
  const command = ['cards merge', ...[keep, ...others].map(({ id }) => id)].join(' ')
  const lines: [Span[], string][] = [
    [[{ text: keys.join(', '), styles: ['heading'] }], ''],
    ...[keep, ...others].map((card, i): [Span[], string] => [
      [
        { text: i === 0 ? 'keep  ' : '      ', styles: ['good'] },
        { text: card.id, styles: ['id'] },
        { text: `  ${cardTitle(card)}` },
        { text: ` (${factsOf(card, venues).join(', ')})`, styles: ['muted'] },
      ],
      ' '.repeat(18),
    ]),
    [
      [
        { text: `${why}: `, styles: ['muted'] },
        { text: command, styles: ['code'] },
      ],
      '  ',
    ],
  ]
  return lines
    .flatMap(([spans, indent]) => hanging(spans, indent, terminal.columns))
    .map(spans => `${paint(spans, terminal).trimEnd()}\n`)
    .join('')
}

/** Spans on lines of a width; what follows the first is indented. */
function hanging(spans: readonly Span[], indent: string, columns: number): Span[][] {
  const pad = columns < 60 ? '  ' : indent
  const [first = [], ...rest] = wrapSpans(spans, columns)
  if (rest.length === 0) return [first]
  const left = afterText(spans, first.map(({ text }) => text).join('').length)
  return [first, ...wrapSpans(left, Math.max(1, columns - pad.length)).map(line => [{ text: pad }, ...line])]
}

/** What of spans comes after some characters, without the spaces at which the line was broken. */
function afterText(spans: readonly Span[], length: number): Span[] {
  let rest = length
  const left = spans.flatMap(span => {
    const text = span.text.slice(rest)
    rest = Math.max(0, rest - span.text.length)
    return text === '' ? [] : [{ ...span, text }]
  })
  return left.map((span, i) => (i === 0 ? { ...span, text: span.text.trimStart() } : span))
}

function factsOf(card: Card, venues: VenueIndex): string[] {
  const rating = effectiveCredibility(card.fields, venues)
  const cited = citations(card)
  return [
    ...(card.fields.type === undefined ? [] : [card.fields.type]),
    ...(rating ? [ratingText(rating)] : []),
    ...(cited > 0 ? [`cited by ${counted(cited, 'page')}`] : []),
    counted(filledFields(card), 'field'),
  ]
}

function ratingText({ rating, label }: EffectiveCredibility): string {
  return `${label} ${rating}/5`
}

/** A group as `--json` gives it, and `cards merge -` takes it. */
export function dupeJson({ keys, keep, others, why, cards }: DupeGroup, venues: VenueIndex): unknown {
  return {
    key: keys[0],
    keys,
    keep: keep.id,
    others: others.map(({ id }) => id),
    why,
    cards: cards.map(card => {
      const { id, path, fields } = card
      const rating = effectiveCredibility(fields, venues)?.rating
      return {
        id,
        title: cardTitle(card),
        ...(fields.url !== undefined && { url: fields.url }),
        path,
        ...(rating !== undefined && { rating }),
        cited_by: citations(card),
        fields: filledFields(card),
      }
    }),
  }
}
