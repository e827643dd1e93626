import type { Raw } from '../load/raw.ts'
import { readText } from '../load/source-text.ts'
import type { SourceScalar } from '../load/source-tree.ts'
import type { Span } from '../model/place.ts'
import { editsOfPieces, type Piece } from './fold-edits.ts'
import { chooseGaps } from './gap-choice.ts'
import { keptWords } from './kept-words.ts'
import { hasHidden, isPlain } from './plain-scalar.ts'
import { type SpacedWords, spacedWords } from './spaced-words.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'
import { isFlowPlain, quoted } from './value-text.ts'

/**
 * Gives a scalar another text by changing only the words that differ, so that all other lines stay as they are: many
 * people write one sentence a line. Tried out, by reading the scalar.
 * @param flow whether it stands within brackets
 * @returns undefined when that cannot be, or too little of the old text stays for its lines to be of use
 */
export function rewordedScalar(
  text: string,
  node: SourceScalar,
  value: string,
  flow: boolean,
): TextEdit[] | undefined {
  const [start, end] = node.span
  const source = text.slice(start, end)
  if (node.style === 'empty' || (node.style === 'plain' && !source.includes('\n'))) return undefined
  if (node.style === 'plain' && !(flow ? isFlowPlain : isPlain)(value.replaceAll('\n', ' '))) return undefined
  const isLast = end === text.length
  const old = readScalar(source, flow, isLast)
  if (old === undefined) return undefined
  const pieces = rewordedPieces(text, node, spacedWords(old), spacedWords(value))
  if (pieces === undefined) return undefined
  const edits = editsOfPieces(pieces, bodyOf(node))
  const moved = edits.map(edit => ({ ...edit, span: [edit.span[0] - start, edit.span[1] - start] as const }))
  return readScalar(applyEdits(source, moved), flow, isLast) === value ? edits : undefined
}

/** What a scalar says, alone. A block whose header counts columns from what holds it may say something else there. */
function readScalar(source: string, flow: boolean, isLast: boolean): string | undefined {
  const value = readText(flow ? `a: [${source}]\n` : `a: ${source}${isLast ? '' : '\n'}`)
  const inMap = partOf(value, 'a')
  const scalar = flow ? partOf(inMap, 0) : inMap
  return typeof scalar === 'string' ? scalar : undefined
}

function partOf(value: Raw | undefined, name: string | number): Raw | undefined {
  return typeof value === 'object' ? (value as Record<string | number, Raw>)[name] : undefined
}

/** Where the words of a scalar stand. */
function bodyOf({ style, span: [start, end], body }: SourceScalar): Span {
  if (style === 'plain') return [start, end]
  return style === 'single' || style === 'double' ? [start + 1, end - 1] : [Math.min(body, end), end]
}

/** The words of a scalar's source, or escapes between them. */
const WORDS = /([^ \t\r\n]+)/g
const DOUBLE_QUOTED_WORDS = /((?:[^\\ \t\r\n]|\\[^tnr \t\r\n])+)|\\[\s\S]/g

function wordSpans(text: string, style: SourceScalar['style'], [start, end]: Span): Span[] {
  const spans: Span[] = []
  const found = text.slice(start, end).matchAll(style === 'double' ? DOUBLE_QUOTED_WORDS : WORDS)
  for (const { 1: word, index } of found)
    if (word !== undefined) spans.push([start + index, start + index + word.length])
  return spans
}

/** The scalar as it is to be: what stays of its source, and what comes in between. */
function rewordedPieces(
  text: string,
  node: SourceScalar,
  old: SpacedWords,
  wanted: SpacedWords,
): Piece[] | undefined {
  const body = bodyOf(node)
  const spans = wordSpans(text, node.style, body)
  // Not so when escapes are in the way, such as that of a line break within a word.
  if (spans.length !== old.words.length) return undefined
  const kept = keptWords(old.words, wanted.words)
  const places = kept.filter(place => place !== -1)
  if (places.length === 0 || places.length * 2 < wanted.words.length) return undefined
  const gapSpan = (place: number): Span => [spans[place - 1]?.[1] ?? body[0], spans[place]?.[0] ?? body[1]]
  const pieces: Piece[] = []
  let [oldStart, start] = [0, 0]
  for (const end of [...kept.keys(), kept.length]) {
    const oldEnd = end === kept.length ? old.words.length : (kept[end] ?? -1)
    if (oldEnd === -1) continue
    const stretch = {
      old: old.gaps.slice(oldStart, oldEnd + 1),
      wanted: wanted.gaps.slice(start, end + 1),
      first: oldStart === 0 && start === 0,
      last: end === kept.length,
    }
    const from = oldStart
    const gaps = chooseGaps(stretch, place => text.slice(...gapSpan(from + place)).includes('\n'))
    const words = wanted.words.slice(start, end).map(word => written(word, node.style))
    if (gaps === undefined || words.includes(undefined)) return undefined
    for (const [i, gap] of gaps.entries()) {
      pieces.push(typeof gap === 'number' ? pieceOf(gapSpan(from + gap)) : { inserted: gap })
      const word = words[i]
      if (word !== undefined) pieces.push({ inserted: word })
    }
    const word = spans[oldEnd]
    if (word && end < kept.length) pieces.push(pieceOf(word))
    ;[oldStart, start] = [oldEnd + 1, end + 1]
  }
  return pieces
}

function pieceOf([from, to]: Span): Piece {
  return { from, to }
}

/** A word as it stands in a scalar; undefined when that style cannot have it. */
function written(word: string, style: SourceScalar['style']): string | undefined {
  if (style === 'double') return quoted(word).slice(1, -1)
  if (hasHidden(word)) return undefined
  return style === 'single' ? word.replaceAll("'", "''") : word
}
