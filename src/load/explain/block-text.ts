import { lineStart } from '../../model/place.ts'
import type { Explanation, SyntaxFault } from './syntax-fault.ts'
import { contentEnd, lineOfFault } from './text-line.ts'

/** Something on the line of the | or > that starts a text block. */
export function textAfterHeader({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'After the | or > that starts a text block nothing else may stand on the line.',
    help: 'Start the text on the next line, indented; a value that begins with | or > needs quotes.',
    span: [start, Math.max(contentEnd(text, start), start + 1)],
  }
}

/** A text block that starts with blank lines of more spaces than its text has. */
export function deepBlankLine({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'The empty lines above this first line of a text block have more spaces than it has.',
    help: 'Remove the spaces from those empty lines.',
    span: [lineStart(text, start), contentEnd(text, start)],
  }
}

/** A line of a text block with less indentation than its first. */
export function shallowBlockLine({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'This line of a text block is indented less than its first line.',
    help: 'Indent every line of the block at least as deep as the first one.',
    span: lineOfFault(text, start),
  }
}
