import { bullet } from './bullets.ts'
import type { Explanation, SyntaxFault } from './syntax-fault.ts'
import { contentEnd } from './text-line.ts'

/** An & or * with no name behind it. */
export function emptyAnchor({ text, start }: SyntaxFault): Explanation {
  const item = bullet({ text, start })
  if (item !== undefined) return item
  return {
    message: `A value cannot start with ${text[start] ?? '&'} unless it is in quotes.`,
    help: 'Put the whole value in quotes.',
    span: [start, start + 1],
  }
}

/** An anchor, alias or tag where none may stand, or one too many. */
export function anchoredAlias({ text, start, end }: SyntaxFault): Explanation {
  return {
    message: 'This & , * or ! is not where YAML allows an anchor, alias or tag.',
    help: 'Put the whole value in quotes if it is text; otherwise remove the mark.',
    span: [start, Math.max(start + 1, Math.min(end, contentEnd(text, start)))],
  }
}
