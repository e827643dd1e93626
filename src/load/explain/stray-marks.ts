import type { Explanation, SyntaxFault } from './syntax-fault.ts'
import { contentLine } from './text-line.ts'

/** A # with no space before it. */
export function touchingComment({ text, start, end }: SyntaxFault): Explanation {
  return {
    message: 'A # right after a value neither belongs to it nor starts a comment.',
    help: 'Put a space before the # for a comment, or quotes around the whole value.',
    start,
    end: Math.max(start + 1, Math.min(end, contentLine(text, start).end)),
  }
}

/** Directives with no --- after them. */
export function missingDocumentStart({ start }: SyntaxFault): Explanation {
  return {
    message: 'After the lines that start with % the line --- is missing.',
    help: 'Delete the lines that start with %; a card needs none.',
    start,
    end: start + 1,
  }
}

/** A dash that starts a list where none can start. */
export function listBehindKey({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'A list cannot start on the line of its key or in the middle of fields.',
    help: 'Start the list on the next line, indented, with "- " before each item; a text that begins with "- " needs quotes.',
    start,
    end: Math.max(contentLine(text, start).end, start + 1),
  }
}

/** A key too long for YAML. */
export function longKey({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'This key is longer than 1024 characters.',
    help: 'Check whether a quote or a line break is missing before the colon.',
    start,
    end: contentLine(text, start).end,
  }
}

/** What nothing better is known of. */
export function unreadable({ text, start }: SyntaxFault): Explanation {
  const line = contentLine(text, start)
  return {
    message: 'YAML cannot make sense of this place.',
    help: 'Look for a missing quote, colon or bracket and for wrong indentation here and in the line above.',
    start: Math.min(start, text.length),
    end: Math.max(line.end, start + 1),
  }
}
