import type { Span } from '../model/place.ts'

/** Finds the ends of comments and elements, each look for one that never comes only once. */
export class Ends {
  private readonly text: string
  private readonly absent = new Set<string>()

  constructor(text: string) {
    this.text = text
  }

  /** The offset after the first match of a pattern from an offset on; undefined when there is none. */
  after(pattern: string, from: number): number | undefined {
    if (this.absent.has(pattern)) return undefined
    const regex = new RegExp(pattern, 'gi')
    regex.lastIndex = from
    if (regex.exec(this.text)) return regex.lastIndex
    this.absent.add(pattern)
    return undefined
  }
}

/** What starts a comment, or an element whose text is none: the end of it follows from the match. */
export const HTML_START = '<!--|<(?<element>script|style|pre|code)(?![\\w:.-])'

/** The pattern of the end of what `HTML_START` matched. */
export function htmlEnd(element: string | undefined): string {
  return element === undefined ? '-->' : `</${element.toLowerCase()}\\s{0,9}>`
}

/**
 * The comments, code, scripts and styles of an HTML document, in their order. What is not closed goes on to the end, as
 * in browsers.
 */
export function* hiddenInHtml(text: string): Iterable<Span> {
  const ends = new Ends(text)
  const start = new RegExp(HTML_START, 'gi')
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const end = ends.after(htmlEnd(match.groups?.element), start.lastIndex) ?? text.length
    yield [match.index, end]
    start.lastIndex = end
  }
}
