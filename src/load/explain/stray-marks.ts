import type { Explanation, SyntaxFault } from './syntax-fault.ts'
import { contentEnd } from './text-line.ts'

/** A # with no space before it. */
export function touchingComment({ text, start, end }: SyntaxFault): Explanation {
  return {
    message: 'A # right after a value neither belongs to it nor starts a comment.',
    help: 'Put a space before the # for a comment, or quotes around the whole value.',
    span: [start, Math.max(start + 1, Math.min(end, contentEnd(text, start)))],
  }
}

/** Directives with no --- after them. */
export function missingDocumentStart({ start }: SyntaxFault): Explanation {
  return {
    message: 'After the lines that start with % the line --- is missing.',
    help: 'Delete the lines that start with %; a card needs none.',
    span: [start, start + 1],
  }
}

/** A dash that starts a list where none can start. */
export function listBehindKey({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'A list cannot start on the line of its key or in the middle of fields.',
    help: 'Start the list on the next line, indented, with `- ` before each item; a text that begins with `- ` needs quotes.',
    span: [start, Math.max(contentEnd(text, start), start + 1)],
  }
}

/** A key too long for YAML. */
export function longKey({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'This key is longer than 1024 characters.',
    help: 'Check whether a quote or a line break is missing before the colon.',
    span: [start, contentEnd(text, start)],
  }
}

/** What nothing better is known of. */
export function unreadable({ text, start }: SyntaxFault): Explanation {
  const end = contentEnd(text, start)
  return {
    message: 'YAML cannot make sense of this place.',
    help: 'Look for a missing quote, colon or bracket and for wrong indentation here and in the line above.',
    span: [Math.min(start, text.length), Math.max(end, start + 1)],
  }
}
