import type { Span } from '../model/place.ts'
import { Ends } from './hidden-in-html.ts'

/** What hides something, and what only looks so: an escaped sign, and a URL, in which `%` is a sign as any other. */
const START =
  /\\[\\%]|%|\\(?:url|href|path|nolinkurl)\s{0,9}(?:\{[^{}\n]{0,4000}\}|\|[^|\n]{0,4000}\||![^!\n]{0,4000}!|"[^"\n]{0,4000}")|\\begin\s{0,9}\{(?<environment>verbatim\*?|Verbatim|lstlisting|minted|comment)\}|\\(?:verb\*?|lstinline)(?<fence>[^A-Za-z\s*{[])/g

/** The comments of a LaTeX document and what it shows as code, in their order. */
export function* hiddenInLatex(text: string): Iterable<Span> {
  const ends = new Ends(text)
  const start = new RegExp(START)
  let lineEnd = -1
  for (let match = start.exec(text); match; match = start.exec(text)) {
    // Looked for once a line, as there may be many on one that is long.
    if (lineEnd < start.lastIndex) lineEnd = lineEndAfter(text, start.lastIndex)
    const end = endOf(match, text, ends, lineEnd)
    if (end === undefined) continue
    yield [match.index, end]
    start.lastIndex = end
  }
}

function endOf(match: RegExpExecArray, text: string, ends: Ends, lineEnd: number): number | undefined {
  const from = match.index + match[0].length
  const { environment, fence } = match.groups ?? {}
  if (environment !== undefined)
    return ends.after(`\\\\end\\s{0,9}\\{${environment.replace('*', '\\*')}\\}`, from) ?? text.length
  if (match[0] !== '%' && fence === undefined) return undefined
  if (fence === undefined) return lineEnd
  const close = text.slice(from, lineEnd).indexOf(fence)
  return close < 0 ? undefined : from + close + 1
}

function lineEndAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}
