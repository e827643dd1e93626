import type { WrittenName } from './written-name.ts'

/**
 * A citation key after its sign: not in an e-mail address, nor as the text of a link, as people are named.
 * (Pandoc's manual, "Citation syntax")
 */
const CITATION =
  /(?<![\p{L}\p{N}_.+/@-])@\{?([A-Za-z0-9_]+(?:(?:[:.#$%&+?<>~/]|-{1,2})[A-Za-z0-9_]+)*)(?!\w|\]\()/gu

const WIKI_LINK = /\[\[\s{0,9}([^[\]|#\n\s]{1,200})\s{0,9}(?=[\]|#])/g

/** What Markdown cites with `@key` and `[[key]]`. */
export function* pandocNames(text: string): Iterable<WrittenName> {
  for (const pattern of [CITATION, WIKI_LINK])
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? ''
      const start = match.index + match[0].indexOf(name)
      yield { start, text: name, ...(pattern === CITATION && { isLookedUp: true }) }
    }
}
