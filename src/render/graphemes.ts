import { slowTextWidth } from './lazy.cjs'

/**
 * First and last of each range of UTF-16 units that are safe to print, a grapheme of their own, and one column wide:
 * Latin, Greek, Cyrillic, punctuation, arrows, lines, and the symbols that we draw.
 */
const NARROW =
  ' ~\xa0\xac\xae\u02ff\u0370\u0377\u037a\u0482\u048a\u058a\u1e00\u1fff\u2010\u2027\u2030\u205e\u20a0\u20bf\u2190\u2319' +
  '\u2400\u2426\u2500\u25fc\u2600\u2613\u2706\u2709\u270c\u2727\ufffd\ufffd'

/** The same for two columns: Chinese, Japanese, Korean. */
const WIDE =
  '\u3001\u3029\u3041\u3096\u309b\u30ff\u3105\u312f\u3131\u3163\u3400\u4dbf\u4e00\ua48c\uac00\ud7a3\uf900\ufa6d\uff01\uff60' +
  '\uffe0\uffe6'

// Made at the first need.
let plainWidths: Uint8Array | undefined
let segmenter: Intl.Segmenter | undefined

/** The columns of a UTF-16 unit of plain text; 0 when it is none, so that a segmenter has to look. */
export function plainWidth(unit: number): number {
  if (unit >= 0x20 && unit <= 0x7e) return 1
  plainWidths ??= tableOfWidths()
  return plainWidths[unit] ?? 0
}

/** Whether all of a text is plain, as most text is. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (plainWidth(text.charCodeAt(i)) === 0) return false
  return true
}

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

function tableOfWidths(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let i = 0; i < NARROW.length; i += 2) table.fill(1, NARROW.charCodeAt(i), NARROW.charCodeAt(i + 1) + 1)
  for (let i = 0; i < WIDE.length; i += 2) table.fill(2, WIDE.charCodeAt(i), WIDE.charCodeAt(i + 1) + 1)
  return table
}
