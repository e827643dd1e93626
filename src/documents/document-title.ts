import { decodedEntities } from '../model/entity.ts'
import { plainProse } from '../model/plain-prose.ts'
import type { Document } from './citation.ts'
import { hiddenIn, withSpaces } from './shown-text.ts'

/** A title is looked for so far into a document, and is no longer than this. */
const [FAR, LONG] = [100_000, 1000]

/**
 * What a document calls itself, as plain text on one line: its first heading, in HTML its `<title>` else `<h1>`, in
 * LaTeX its `\title`. Undefined where there is none.
 * @param text of the document, without front matter
 */
export function documentTitle({ kind, text }: Pick<Document, 'kind' | 'text'>): string | undefined {
  const title = TITLES[kind](withoutHidden(kind, text.slice(0, FAR)))
    ?.slice(0, LONG)
    .replace(/\s+/g, ' ')
    .trim()
  return title === '' ? undefined : title
}

/** A text with spaces for what is not shown; code within a line stays, for titles have some. */
function withoutHidden(kind: Document['kind'], text: string): string {
  const hidden = [...hiddenIn(kind, text)]
  return withSpaces(
    text,
    hidden.filter(span => !/^(?:`|<code[^>]*>)[^\n]*$/i.test(text.slice(...span))),
  )
}

const TITLES: Readonly<Record<Document['kind'], (text: string) => string | undefined>> = {
  markdown: text => {
    const heading = firstHeading(text)
    return heading === undefined ? undefined : plainProse(heading.slice(0, LONG))
  },
  html: text => {
    const inner = innerOf(text, 'title') ?? innerOf(text, 'h1')
    return inner === undefined ? undefined : decodedEntities(inner.slice(0, LONG).replace(/<[^<>]*>/g, ''))
  },
  latex: text => {
    const start = /\\title\s*(?:\[[^\][]{0,200}\]\s*)?\{/.exec(text)
    return start ? plainLatex(text.slice(start.index + start[0].length)) : undefined
  },
}

/** The first heading of Markdown: `# …`, or a line that is underlined. */
function firstHeading(text: string): string | undefined {
  let before = ''
  for (const line of text.split(/\r?\n/)) {
    const heading = /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line)?.[1]
    if (heading !== undefined) return withoutClosing(heading)
    if (before.trim() !== '' && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) return before.trim()
    before = line
  }
  return undefined
}

/** A heading without the `#` that may close it, and without an id such as `{#top}`. */
function withoutClosing(heading: string): string {
  const text = heading.trimEnd()
  const id = text.endsWith('}') ? text.lastIndexOf('{#') : -1
  const named = (id > 0 ? text.slice(0, id) : text).trimEnd()
  let end = named.length
  while (named[end - 1] === '#') end--
  return end < named.length && /[ \t]/.test(named[end - 1] ?? '') ? named.slice(0, end) : named
}

function innerOf(html: string, tag: string): string | undefined {
  const start = new RegExp(`<${tag}(?:\\s[^<>]*)?>`, 'i').exec(html)
  if (!start) return undefined
  const inner = html.slice(start.index + start[0].length)
  const end = inner.search(new RegExp(`</${tag}\\s*>`, 'i'))
  return end === -1 ? undefined : inner.slice(0, end)
}

/** The text up to the brace that closes what was opened, without commands and braces. */
function plainLatex(text: string): string | undefined {
  let depth = 1
  let end = 0
  for (; end < Math.min(text.length, LONG) && depth > 0; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === '{') depth++
    else if (text[end] === '}') depth--
  }
  if (depth > 0) return undefined
  return text
    .slice(0, end - 1)
    .replace(/\\\\|~/g, ' ')
    .replace(/\\([#$%&_{}])/g, (_, character: string) => (/[{}]/.test(character) ? '' : character))
    .replace(/\\[a-zA-Z]+\*?\s*|[{}]/g, '')
}
