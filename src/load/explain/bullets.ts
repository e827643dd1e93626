import type { Explanation, SyntaxFault } from './syntax-fault.ts'
import { lineOfFault, sample, withoutComment } from './text-line.ts'

/** A line that was meant as an item of a list, with another mark than `- `; undefined for any other. */
export function bullet({ text, start }: Pick<SyntaxFault, 'text' | 'start'>): Explanation | undefined {
  const [from, to] = lineOfFault(text, start)
  const content = withoutComment(text.slice(from, to))
  const [, mark, item] = /^(\* +|[•‣·] *|-)([^\s-].*)$/.exec(content) ?? []
  if (mark === undefined || item === undefined) return undefined
  return {
    message:
      mark === '-'
        ? 'There is no space after the dash, so YAML does not see a list item here.'
        : `A list item starts with a dash, not with ${mark.trim()}.`,
    help: `Write a dash and a space before each item: ${sample(`- ${item}`)}.`,
    span: [from, from + content.length],
  }
}
