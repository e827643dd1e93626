/** A part of a page's text: the lines below a heading. */
export interface PageSection {
  readonly heading: Heading
  /** 1-based line of the heading. */
  readonly line: number
  readonly lines: readonly PageLine[]
}

/** A line that is not blank, without white space around it. */
export interface PageLine {
  readonly text: string
  /** 1-based. */
  readonly line: number
}

export type Heading =
  | 'title'
  | 'author'
  | 'rating'
  | 'forum'
  | 'metadata'
  | 'abstract'
  | 'summary'
  | 'key points'
  | 'review'
  | 'tags'
  | 'cited by'
  | 'preview'

/** How each part begins. The page's type stands glued to the heading above the authors: `webAuthor`. */
const HEADINGS: readonly (readonly [Heading, RegExp])[] = [
  ['author', /^[a-z]+Authors?$/],
  ['rating', /^Credibility Rating$/],
  ['forum', /^Forum Post Details$/],
  ['metadata', /^Metadata$/],
  ['abstract', /^Abstract$/],
  ['summary', /^Summary$/],
  ['key points', /^Key Points$/],
  ['review', /^Review$/],
  ['tags', /^Tags$/],
  ['cited by', /^Cited by \d+ pages?$/],
  ['preview', /^Cached Content Preview$/],
]

/** A page's text in parts. The first is the title; the last may be the preview, whose text is not looked into. */
export interface PageParts {
  readonly sections: readonly PageSection[]
  /** The text below `Cached Content Preview`, as it is. */
  readonly preview?: { readonly text: string; readonly line: number }
}

/** Splits the text of a Longterm Wiki source page at its headings. */
export function pageParts(text: string): PageParts {
  const lines = text.split('\n')
  const sections: (PageSection & { lines: PageLine[] })[] = []
  for (const [i, whole] of lines.entries()) {
    const content = whole.trim()
    const line = i + 1
    const heading = headingOf(content, sections)
    if (heading === 'preview') return { sections, preview: { text: lines.slice(i + 1).join('\n'), line } }
    if (heading) sections.push({ heading, line, lines: heading === 'title' ? [{ text: content, line }] : [] })
    else if (content !== '') sections.at(-1)?.lines.push({ text: content, line })
    if (heading === 'author' || heading === 'cited by') sections.at(-1)?.lines.push({ text: content, line })
  }
  return { sections }
}

/** Each heading counts once; the first line with text is the title, whatever it says. */
function headingOf(content: string, sections: readonly PageSection[]): Heading | undefined {
  if (sections.length === 0) return content === '' ? undefined : 'title'
  const hit = HEADINGS.find(
    ([heading, pattern]) => pattern.test(content) && !sections.some(s => s.heading === heading),
  )
  return hit?.[0]
}
