/** What stands at the top of a Markdown document for programs, and what follows it. */
export interface FrontMatter {
  /** In which language it is; undefined where there is none. */
  readonly format?: 'yaml' | 'toml'
  readonly head: string
  readonly body: string
}

/**
 * Takes the front matter off a document: what stands between a first line `---` and the next `---` (or `...`), or, for
 * TOML, between two lines `+++`, as static site generators read it. A text without one is all body.
 */
export function frontMatter(text: string): FrontMatter {
  const [first, mark] = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text) ?? []
  if (first === undefined) return { head: '', body: text }
  const format = mark === '---' ? 'yaml' : 'toml'
  for (let start = first.length; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const next = newline === -1 ? text.length : newline + 1
    if (END[format].test(text.slice(start, Math.min(next, start + MARK_LENGTH)).trimEnd()))
      return { format, head: text.slice(first.length, start), body: text.slice(next) }
    start = next
  }
  return { head: '', body: text }
}

const END = { yaml: /^(?:---|\.\.\.)$/, toml: /^\+\+\+$/ }

/** So much of a line is enough to tell that it is no mark. */
const MARK_LENGTH = 80
