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

// Both made at the first need.
let notNarrow: RegExp | undefined
let plainWidths: Uint8Array | undefined

/** The columns of a UTF-16 unit of plain text; 0 when it is none, so that a segmenter has to look. */
export function plainWidth(unit: number): number {
  if (unit >= 0x20 && unit <= 0x7e) return 1
  plainWidths ??= tableOfWidths()
  return plainWidths[unit] ?? 0
}

/** Whether each UTF-16 unit of a text is plain and one column wide, as most text is: a native search says so at once. */
export function isAllNarrow(text: string): boolean {
  notNarrow ??= new RegExp(`[^${NARROW.replace(/(.)(.)/g, '$1-$2')}]`)
  return !notNarrow.test(text)
}

/** Whether all of a text is plain. */
export function isPlain(text: string): boolean {
  if (isAllNarrow(text)) return true
  for (let i = 0; i < text.length; i++) if (plainWidth(text.charCodeAt(i)) === 0) return false
  return true
}

function tableOfWidths(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let i = 0; i < NARROW.length; i += 2) table.fill(1, NARROW.charCodeAt(i), NARROW.charCodeAt(i + 1) + 1)
  for (let i = 0; i < WIDE.length; i += 2) table.fill(2, WIDE.charCodeAt(i), WIDE.charCodeAt(i + 1) + 1)
  return table
}
