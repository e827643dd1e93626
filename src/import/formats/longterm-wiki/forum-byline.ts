import { edtfDate } from '../../../model/edtf-date.ts'

/** What the line below the title of a LessWrong post says. */
export interface ForumByline {
  readonly authors: readonly string[]
  /** EDTF. */
  readonly published: string
  readonly forum: { readonly karma: number; readonly comments: number; readonly answers?: number }
}

const BYLINE =
  /^by (\S.{0,200}?) (\d{1,2}(?:st|nd|rd|th) [A-Z][a-z]{2,3} \d{4}) \d+ min read (?:A (\d+) )?(\d+) ([-−]?\d+)$/gm

/**
 * Finds `by Ada Example 6th Feb 2026 1 min read A 0 5 32` in the text of a forum post: author, date, answers (of a
 * question only), comments, karma. Two such lines, as on a page that lists posts, are none.
 */
export function forumByline(text: string): ForumByline | undefined {
  const [hit, ...others] = text.matchAll(BYLINE)
  if (!hit || others.length > 0) return undefined
  const [, names = '', day = '', answers, comments, karma = ''] = hit
  const published = edtfDate(day)
  const authors = names.split(/ *, +/).filter(name => name !== '')
  if (published === undefined || authors.length === 0) return undefined
  const figures = { karma: Number(karma.replace('−', '-')), comments: Number(comments) }
  return {
    authors,
    published,
    forum: { ...figures, ...(answers === undefined ? {} : { answers: Number(answers) }) },
  }
}
