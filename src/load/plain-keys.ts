const LINE_FEED = 0x0a
const SPACE = 0x20
const DASH = 0x2d
const COLON = 0x3a
const UNDERSCORE = 0x5f

/** Where a key that starts at a place ends, at its colon; the place itself when there is none. */
export function keyEndAt(text: string, start: number): number {
  if (!isLetter(text.charCodeAt(start))) return start
  let at = start
  for (;;) {
    // Written out, as each call of a function costs `cards show`, which V8 has no time to compile: 3 % of its time.
    const code = text.charCodeAt(at)
    const lower = code | 0x20
    const isLetterOrDigit = (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39)
    if (!isLetterOrDigit && code !== DASH && code !== UNDERSCORE) break
    at++
  }
  if (text.charCodeAt(at) !== COLON) return start
  const next = text.charCodeAt(at + 1)
  return next === SPACE || next === LINE_FEED || at + 1 === text.length ? at : start
}

/** Whether it is one of `A-Za-z`. */
function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** The keys that were last met: cards have the same few over and over. Each has a place of its own, or shares it. */
const KNOWN: string[] = new Array(256).fill('')

/**
 * The key that stands in a text. To cut it out, and to look for its like among all strings, as is done when it becomes
 * the key of an object, would take a sixth of the time that reading a card takes.
 */
export function keyAt(text: string, start: number, end: number): string {
  const length = end - start
  const place = (length * 5 + text.charCodeAt(start) * 3 + text.charCodeAt(end - 1)) % KNOWN.length
  const known = KNOWN[place] ?? ''
  if (known.length === length && text.startsWith(known, start)) return known
  const key = text.slice(start, end)
  KNOWN[place] = key
  return key
}
