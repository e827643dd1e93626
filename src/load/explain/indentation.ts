import type { Span } from '../../model/place.ts'
import { bullet } from './bullets.ts'
import type { Explanation, SyntaxFault } from './syntax-fault.ts'
import {
  contentLine,
  isAfterComment,
  lineBelow,
  lineOfFault,
  quoted,
  sample,
  withoutComment,
} from './text-line.ts'

/** A tab where the spaces of an indentation stand. */
export function tabIndent({ text, start }: SyntaxFault): Explanation {
  const tab = text.indexOf('\t', start)
  const from = tab === -1 ? start : tab
  let to = from
  while (text[to] === '\t') to++
  return {
    message: 'This line is indented with a tab; YAML takes only spaces there.',
    help: 'Replace the tab with spaces, two for each level.',
    span: [from, Math.max(to, from + 1)],
  }
}

/** A line whose indentation fits none of those above. */
export function badIndent({ text, start }: Pick<SyntaxFault, 'text' | 'start'>): Explanation {
  const line = lineOfFault(text, start)
  const isField = /^-(?: |$)|:(?: |$)/.test(text.slice(...line))
  if (!isField && isAfterComment(text, line[0])) return cutByComment(line)
  const item = bullet({ text, start })
  if (item !== undefined) return item
  return {
    message: 'The indentation of this line fits none of the lines above it.',
    help: 'Lines of one level start in the same column: give it as many spaces as its neighbours have.',
    span: line,
  }
}

/** A second `key:` where a value stands: on the same line, or on a line that is indented for no reason. */
export function nestedKey({ text, start }: SyntaxFault): Explanation | undefined {
  const line = contentLine(text, start)
  const [lineStart, lineEnd] = line
  const rest = withoutComment(text.slice(start, lineEnd))
  if (rest.startsWith('? ')) return undefined
  if (!/:(?:\s|$)/.test(rest)) {
    const next = lineBelow(text, line)
    if (start === lineStart || next === undefined || next[0] >= text.length) return undefined
    return {
      message: 'This line is indented deeper than the field above it, which already has its value.',
      help: 'Give it the same indentation as the field above; a longer text that contains `: ` needs quotes.',
      span: next,
    }
  }
  const key = text.slice(lineStart, start).trim()
  return {
    message: 'The value has a colon followed by a space, which YAML reads as the start of another field.',
    help: `Put the value in quotes: ${sample(`${key} ${quoted(rest)}`)}.`,
    span: [start, start + rest.length],
  }
}

/** A line that is neither a field nor a list item nor the rest of the value above. */
export function looseText({ text, start }: SyntaxFault): Explanation | undefined {
  const [lineStart, lineEnd] = contentLine(text, start)
  const content = withoutComment(text.slice(lineStart, lineEnd))
  const span: Span = [lineStart, lineStart + content.length]
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(content)) {
    return {
      message: 'This is the marker of a merge conflict that nobody has resolved.',
      help: 'Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.',
      span,
    }
  }
  const tight = /^(?:- +)?([\w.-]+):([^\s/].*)$/.exec(content)
  if (tight !== null) {
    return {
      message: 'There is no space after the colon, so YAML does not see a field here.',
      help: `Write ${sample(`${tight[1]}: ${tight[2]}`)}.`,
      span,
    }
  }
  if (content.startsWith('- ') || content === '-') return badIndent({ text, start: lineStart })
  if (isAfterComment(text, lineStart)) return cutByComment(span)
  const item = bullet({ text, start: lineStart })
  if (item !== undefined) return item
  if (/^["'].*["']?\s*:/.test(content) || content.startsWith('"') || content.startsWith("'")) {
    return {
      message: 'This quoted text stands where a field should start.',
      help: 'Write it as `key: "value"` on one line, or indent it deeper than the key that it belongs to.',
      span,
    }
  }
  return {
    message: 'This line is neither a field (`key: value`) nor part of the value above it.',
    help: 'If it is a field, add a colon and a space after its key; if it goes on from the line above, indent it deeper than that key.',
    span,
  }
}

function cutByComment(span: Span): Explanation {
  return {
    message: 'A comment above this line cuts the value in two.',
    help: 'Move the comment above the field or below it; if the # belongs to the text, put the text in quotes.',
    span,
  }
}
