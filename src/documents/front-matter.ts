/** The YAML at the top of a Markdown document, and what follows it. */
export interface FrontMatter {
  readonly yaml: string
  readonly body: string
}

/**
 * Takes the front matter off a document: what stands between a first line `---` and the next `---` (or `...`), as
 * static site generators read it. A text without one is all body.
 */
export function frontMatter(text: string): FrontMatter {
  const first = /^---[ \t]*\r?\n/.exec(text)?.[0]
  if (first === undefined) return { yaml: '', body: text }
  for (let start = first.length; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const next = newline === -1 ? text.length : newline + 1
    if (/^(?:---|\.\.\.)[ \t\r]*$/.test(text.slice(start, Math.min(next, start + MARK_LENGTH)).trimEnd()))
      return { yaml: text.slice(first.length, start), body: text.slice(next) }
    start = next
  }
  return { yaml: '', body: text }
}

/** So much of a line is enough to tell that it is no mark. */
const MARK_LENGTH = 80
