import { isPlain, plainWidth } from '../model/plain-width.ts'
import { slowTextWidth } from './lazy.cjs'

// Made at the first need.
let segmenter: Intl.Segmenter | undefined

/** What a text is made of: for each grapheme the offset at which it ends, and its columns. */
export interface Graphemes {
  ends: number[]
  widths: number[]
}

/** Cuts a text where a reader sees one character end and the next begin (UAX #29). */
export function graphemesOf(text: string): Graphemes {
  const found: Graphemes = { ends: [], widths: [] }
  let offset = 0
  while (offset < text.length) {
    const width = plainWidth(text.charCodeAt(offset))
    // Between two plain units there is always a cut; what is not plain may belong to the one before.
    const isAlone = width > 0 && (offset + 1 === text.length || plainWidth(text.charCodeAt(offset + 1)) > 0)
    if (isAlone) {
      found.widths.push(width)
      found.ends.push(++offset)
    } else offset = addSegments(text, offset, found)
  }
  return found
}

const WINDOW = 256

/**
 * Adds what the segmenter finds from an offset on, up to the next two plain units. In windows, as V8 copies the whole
 * input for each segment: 100 KB at once would take 12 s.
 */
function addSegments(text: string, offset: number, found: Graphemes): number {
  // It takes 10 ms.
  segmenter ??= new Intl.Segmenter()
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(offset + WINDOW - 1))
  const input = text.slice(offset, offset + (isHalf ? WINDOW - 1 : WINDOW))
  const isAll = offset + input.length === text.length
  for (const { index, segment } of segmenter.segment(input)) {
    const end = index + segment.length
    // The last of a window may go on after it, unless it fills it: then it is hostile, and cut.
    if (end === input.length && !isAll && index > 0) return offset + index
    const isPlainSegment = segment.length === 1 && isPlain(segment)
    found.widths.push(isPlainSegment ? plainWidth(segment.charCodeAt(0)) : segmentWidth(segment))
    found.ends.push(offset + end)
    if (isPlainSegment && isPlain(text.charAt(offset + end))) return offset + end
  }
  return offset + input.length
}

const segmentWidths = new Map<string, number>()

function segmentWidth(segment: string): number {
  let width = segmentWidths.get(segment)
  if (width === undefined) {
    // Terminals give each letter of an Indic conjunct its columns, though it is one grapheme (GB9c).
    const letters = /\p{L}\p{M}+\p{L}/u.test(segment) ? segment.split(/(?=\p{L})/u) : [segment]
    width = letters.reduce((sum, letter) => sum + slowTextWidth(letter), 0)
    // As many as a language has; a hostile library may have millions.
    if (segmentWidths.size < 5000) segmentWidths.set(segment, width)
  }
  return width
}
