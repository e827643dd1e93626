import type { Problem } from '../../rule.ts'

/** So much may stand behind the part that is meant, to tell it from the same before it. */
const MOST_BEHIND = 40

/**
 * A part of a text as the excerpt of a problem, by which it is found again: with what follows it on its line, where
 * the same part also stands before. Nothing when even that does not tell the two apart.
 */
export function excerptAt(text: string, offset: number, part: string): Pick<Problem, 'excerpt'> {
  const line = /^[^\r\n]*/.exec(text.slice(offset, offset + part.length + MOST_BEHIND))?.[0] ?? ''
  for (let length = part.length; length < line.length; length += 8) {
    const excerpt = line.slice(0, length)
    if (text.indexOf(excerpt) === offset) return { excerpt }
  }
  return line !== '' && text.indexOf(line) === offset ? { excerpt: line } : {}
}
