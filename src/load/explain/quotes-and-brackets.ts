import { lineStart, type Span } from '../../model/place.ts'
import { badIndent } from './indentation.ts'
import type { Explanation, SyntaxFault } from './syntax-fault.ts'
import { contentEnd, quoted, sample, withoutComment } from './text-line.ts'

/** A quote that opens and is not closed. */
export function unclosedQuote({ text, start, opening }: SyntaxFault): Explanation {
  const from = opening ?? start
  const double = text[from] === '"'
  return {
    message: `The ${double ? 'double' : 'single'} quote that opens here is not closed.`,
    help: double
      ? 'Add a " at the end of the text; a quote mark within it is written \\". The lines of a quoted text must be indented.'
      : "Add a ' at the end of the text; an apostrophe within it is written ''. The lines of a quoted text must be indented.",
    span: [from, contentEnd(text, from)],
  }
}

/** A bracket that opens and is not closed. */
export function unclosedBracket({ text, start, opening }: SyntaxFault): Explanation {
  const from = opening ?? start
  const bracket = text[from] === '{' ? '{' : '['
  const closing = bracket === '{' ? '}' : ']'
  return {
    message: `The ${bracket} that opens here is not closed before the next line at the left.`,
    help: `Add the closing ${closing}, and indent lines within the brackets; a text that begins with ${bracket} needs quotes.`,
    span: [from, from + 1],
  }
}

/** A bracket that closes nothing; undefined where no bracket closes. */
export function strayBracket({ text, start }: SyntaxFault): Explanation | undefined {
  if (text[start] !== ']' && text[start] !== '}') return undefined
  return {
    message: `This ${text[start]} closes nothing.`,
    help: 'Delete it, or put the value in quotes.',
    span: [start, start + 1],
  }
}

/** Two items in brackets with nothing between them. */
export function missingComma({ start }: SyntaxFault): Explanation {
  return {
    message: 'A comma is missing between two items in brackets.',
    help: 'Put a comma between the items, and quotes around an item that has commas, brackets or colons in it.',
    span: [start, start + 1],
  }
}

/** A comma in brackets with no item before it. */
export function strayComma({ start }: SyntaxFault): Explanation {
  return {
    message: 'There is a comma here without an item before it.',
    help: 'Delete one comma, or put the text in quotes.',
    span: [start, start + 1],
  }
}

/** Indentation that should make a list or field, within brackets. */
export function blockInFlow({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'A list or field with indentation stands within brackets.',
    help: 'Write it in brackets too, or the outer one without brackets.',
    span: [start, contentEnd(text, start)],
  }
}

/** A backslash in double quotes before what it cannot escape. */
export function badEscape({ text, start, end }: SyntaxFault): Explanation {
  const length = { x: 4, u: 6, U: 10 }[text[start + 1] ?? ''] ?? 2
  return {
    message: `In double quotes, ${JSON.stringify(text.slice(start, start + 2))
      .slice(1, -1)
      .replace('\\\\', '\\')} is not an escape that YAML knows.`,
    help: 'Write a backslash as \\\\, or put the text in single quotes, where backslashes mean nothing.',
    span: [start, Math.min(text.length, Math.max(end, start + length), contentEnd(text, start))],
  }
}

/** A character that no value without quotes may start with. */
export function badStart({ text, start }: SyntaxFault): Explanation {
  const end = contentEnd(text, start)
  const value = withoutComment(text.slice(start, end))
  return {
    message: `A value cannot start with ${text[start] === '`' ? 'a backtick (`)' : text[start]} unless it is in quotes.`,
    help: `Put it in quotes: ${sample(quoted(value))}.`,
    span: [start, start + Math.max(1, value.length)],
  }
}

/** Something on the line after a value has ended. */
export function textAfterEnd({ text, start }: SyntaxFault): Explanation {
  const end = contentEnd(text, start)
  const span: Span = [start, Math.max(end, start + 1)]
  const ahead = text.slice(lineStart(text, start), start)
  if (ahead.trim() === '') return badIndent({ text, start })
  const alias = /(?:^ *|[:-] +)(\*\S*) *$/.exec(ahead)
  if (alias === null) return textAfterValue(text.slice(0, start).trimEnd().at(-1), span)
  return {
    message: 'A value that starts with * is an alias to YAML, and nothing may follow it.',
    help: `Put the value in quotes: ${sample(quoted(withoutComment(`${alias[1]} ${text.slice(start, end)}`)))}.`,
    span: [start - ahead.length + alias.index + alias[0].indexOf('*'), span[1]],
  }
}

function textAfterValue(before: string | undefined, span: Span): Explanation {
  if (before === '"') {
    return {
      message: 'There is text after the closing double quote.',
      help: 'Write a quote mark within the text as \\", or put the whole value in single quotes.',
      span,
    }
  }
  if (before === "'") {
    return {
      message: 'There is text after the closing single quote.',
      help: "Write an apostrophe within the text as '', or put the whole value in double quotes.",
      span,
    }
  }
  if (before === ']' || before === '}') {
    return {
      message: `There is text after the closing ${before}.`,
      help: 'A value that begins with a bracket and goes on after it needs quotes.',
      span,
    }
  }
  return {
    message: 'There is text after the end of the value.',
    help: 'If it belongs to the value, put the whole value in quotes.',
    span,
  }
}
