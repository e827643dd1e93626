/** Plain text that no YAML reader takes for anything else: it starts with a letter, digit or the like. */
const PLAIN_START = /^[A-Za-z0-9(./+\xc0-\u024f\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufaff]/

const WORDS = /^\[[A-Za-z0-9][\w./-]*(?:, ?[A-Za-z0-9][\w./-]*)*\]$/

/**
 * The value of a scalar, or list of words, that stands on one line; undefined where something in it has, or may have, a
 * meaning of its own.
 */
export function plainScalar(written: string): string | string[] | undefined {
  if (PLAIN_START.test(written)) return hasMeaning(written) ? undefined : written
  switch (written.charAt(0)) {
    case '"':
    case "'":
      return quoted(written)
    case '[':
      return WORDS.test(written) ? written.slice(1, -1).split(/, ?/) : undefined
    default:
      return undefined
  }
}

/** Whether plain text is a key, has a comment behind it, or ends in spaces. */
function hasMeaning(text: string): boolean {
  if (text.endsWith(' ')) return true
  // Looking for one character is many times faster than for two, and most texts have neither.
  if (text.includes('#') && text.includes(' #')) return true
  return text.includes(':') && (text.includes(': ') || text.endsWith(':'))
}

/** Text in quotes, without escapes. */
function quoted(written: string): string | undefined {
  const quote = written.charAt(0)
  if (written.indexOf(quote, 1) !== written.length - 1 || written.length < 2) return undefined
  return written.includes('\\') ? undefined : written.slice(1, -1)
}

/**
 * The lines of a text block, less their margin.
 * @param lines from behind the first margin to the end of the last line that is not blank
 * @param margin so many spaces stand before each line that is not blank; none has more
 */
export function blockLines(lines: string, margin: number, isFolded: boolean): string {
  if (!lines.includes('\n')) return lines
  BREAKS[margin] ??= `\n${' '.repeat(margin)}`
  // To `replace` them would be faster, but makes a text of many parts, which takes several times the memory.
  const parts = lines.split(BREAKS[margin])
  if (!isFolded) return parts.join('\n')
  if (!lines.includes('\n\n')) return parts.join(' ')
  // A break between two lines is a space; of several, that is with blank lines between, one is lost.
  return parts.join('\n').replace(/\n+/g, breaks => (breaks === '\n' ? ' ' : breaks.slice(1)))
}

/** The end of a line with the margin of the next, for each margin. */
const BREAKS: string[] = []
