import { cardRule, type Problem } from '../../rule.ts'
import { excerptAt } from './excerpt-at.ts'
import { type TextField, unusualTexts } from './text-fields.ts'

/**
 * A backslash before a sign that Markdown gives a meaning. Not those that LaTeX has for accents (`\"o`), spaces (`\,`)
 * and formulas (`\(`).
 */
const ESCAPE = /\\([$_*#&%[\]<>|+])/g

export const markdownEscape = cardRule({
  id: 'text/markdown-escape',
  severity: 'warning',
  summary: 'a backslash escape of Markdown in plain text, such as a title or an author name',
  why: 'Titles, labels and names are plain text: the backslash is shown to readers and exported with the rest.',
  fixes: 'safe',
  examples: {
    bad: ['title: Reuters on the \\$97.4 billion offer\n', 'authors:\n  - Nelson\\_GC\n'],
    good: [
      'title: Reuters on the $97.4 billion offer\n',
      'title: Learning $\\ell_\\infty$ norms with 100\\% accuracy\n',
      'summary: The offer of \\$97.4 billion was refused within the hour by the board of the company.\n',
    ],
  },
  check: card => unusualTexts(card).flatMap(problemIn),
})

function problemIn({ pointer, called, text, kind }: TextField): Problem | [] {
  if (kind === 'prose' || !text.includes('\\') || isLatex(text)) return []
  const { 0: first, index = 0 } = text.matchAll(ESCAPE).next().value ?? {}
  if (first === undefined) return []
  const value = text.replace(ESCAPE, '$1')
  return {
    message: `${called} is plain text, in which the backslash of \`${first}\` is shown.`,
    help: `Write \`${first.slice(1)}\`.`,
    pointer,
    ...excerptAt(text, index, first),
    fix: { title: 'Remove the backslash', safe: true, changes: [{ kind: 'set', pointer, value }] },
  }
}

/** Whether a text has commands or formulas of LaTeX, in which `\%` and `\_` are right. */
function isLatex(text: string): boolean {
  return /\\[A-Za-z(]|(?:^|[^\\])\$[^$]+\$/.test(text)
}
