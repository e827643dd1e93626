import type { Card } from '../model/card.ts'
import type { JsonField } from '../model/card-json.ts'
import { foldWithOffsets } from './fold-with-offsets.ts'
import { SEARCH_FIELDS } from './search-fields.ts'
import type { RankedWord } from './search-words.ts'

/** A text with the places where words of the query were found: UTF-16 offsets, `end` exclusive, in order. */
export interface Highlighted {
  readonly text: string
  readonly highlights: readonly (readonly [start: number, end: number])[]
}

export interface Snippet extends Highlighted {
  /** The field that it is from. */
  readonly field: JsonField
}

const LENGTH = 160

interface Hit {
  readonly start: number
  readonly end: number
  readonly word: RankedWord
}

/** The places of a text where words are found; what overlaps is one. */
export function highlight(text: string, words: readonly RankedWord[]): Highlighted {
  return { text, highlights: merged(hitsIn(text, words)) }
}

/** The passage of a card, other than its title, that shows best why it was found; undefined when only the title does. */
export function snippetOf(card: Card, words: readonly RankedWord[]): Snippet | undefined {
  let best: { passage: Highlighted; value: number; field: JsonField } | undefined
  for (const { name, textsOf } of SEARCH_FIELDS) {
    if (name === 'title') continue
    for (const source of textsOf(card)) {
      const text = source.trim().replace(/\s+/g, ' ')
      const hits = hitsIn(text, words)
      const window = bestWindow(hits)
      if (window && window.value > (best?.value ?? 0)) {
        best = { passage: cut(text, hits, window), value: window.value, field: name }
      }
    }
  }
  return best && { field: best.field, ...best.passage }
}

function hitsIn(text: string, words: readonly RankedWord[]): Hit[] {
  const { folded, sourceOf } = foldWithOffsets(text)
  const hits: Hit[] = []
  for (const word of words) {
    for (const pattern of word.patterns) {
      for (const occurrence of pattern.occurrences(folded)) {
        const [start, end] = sourceOf(occurrence.start, occurrence.end)
        hits.push({ start, end: Math.min(end, start + LENGTH), word })
      }
    }
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end)
}

interface Window {
  readonly start: number
  readonly end: number
  readonly value: number
}

/** The stretch of at most `LENGTH` with the rarest different words in it; the first of equal ones. */
function bestWindow(hits: readonly Hit[]): Window | undefined {
  let best: Window | undefined
  for (const [i, first] of hits.entries()) {
    const words = new Set<RankedWord>()
    let end = first.start
    let value = 0
    for (let j = i; j < hits.length; j++) {
      const hit = hits[j]
      if (!hit || hit.end > first.start + LENGTH) break
      value += words.has(hit.word) ? 0 : hit.word.rarity
      words.add(hit.word)
      end = Math.max(end, hit.end)
    }
    if (value > (best?.value ?? 0)) best = { start: first.start, end, value }
  }
  return best
}

/** Widens a window to the length of a snippet, at whole words, with an ellipsis where text is left out. */
function cut(text: string, hits: readonly Hit[], window: Window): Highlighted {
  const spare = Math.max(0, LENGTH - (window.end - window.start))
  const latest = Math.max(0, text.length - LENGTH)
  const start = wordStart(
    text,
    Math.min(latest, Math.max(0, window.start - Math.floor(spare / 3))),
    window.start,
  )
  const end = wordStop(text, Math.min(text.length, Math.max(window.end, start + LENGTH)), window.end)
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : '']
  const shift = before.length - start
  const inside = hits.filter(hit => hit.start >= start && hit.end <= end)
  return {
    text: `${before}${text.slice(start, end)}${after}`,
    highlights: merged(inside).map(([from, to]) => [from + shift, to + shift] as const),
  }
}

/** The start of the first whole word from an offset on, up to `latest`. */
function wordStart(text: string, from: number, latest: number): number {
  if (from === 0 || text[from - 1] === ' ') return from
  const space = text.indexOf(' ', from)
  if (space !== -1 && space < latest) return space + 1
  return isInsidePair(text, from) ? from + 1 : from
}

/** The end of the last whole word up to an offset, from `earliest` on. */
function wordStop(text: string, to: number, earliest: number): number {
  if (to === text.length || text[to] === ' ') return to
  const space = text.lastIndexOf(' ', to)
  if (space >= earliest) return space
  return isInsidePair(text, to) ? to - 1 : to
}

function isInsidePair(text: string, offset: number): boolean {
  return /^[\udc00-\udfff]/.test(text.charAt(offset))
}

function merged(hits: readonly Hit[]): (readonly [number, number])[] {
  const ranges: [number, number][] = []
  for (const { start, end } of hits) {
    const last = ranges.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else ranges.push([start, end])
  }
  return ranges
}
