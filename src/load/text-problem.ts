import type { Range } from '../model/place.ts'

/** Something wrong with the text of a file, before any schema: a sentence, what to do next, and where. */
export interface TextProblem {
  rule: 'yaml/syntax' | 'yaml/encoding' | 'yaml/duplicate-key' | 'yaml/anchors'
  severity: 'error' | 'warning'
  message: string
  help: string
  range: Range
  /** Other places that belong to it, as the first of two equal keys. */
  related?: Range[]
}

/** A syntax error as the parser reports it, with what the words for it need to know about the text. */
export interface SyntaxFault {
  /** The parser's code, such as `BAD_INDENT`, and its message. */
  code: string
  message: string
  /** Where the parser stumbled, as offsets into the text. */
  start: number
  end: number
  text: string
  /** Offset of the opening quote or bracket that is not closed, if one is. */
  opening: number | undefined
}

/** What happened, what to do, and the offsets of the text to point at. */
export interface Explanation {
  message: string
  help: string
  start: number
  end: number
}

/**
 * Says what a parser's complaint means to somebody who writes YAML by hand. The parser often stumbles long after
 * the mistake, so the words come from the line of text more than from the parser's own message.
 */
export function explainSyntax(fault: SyntaxFault): Explanation {
  const explain = wordings[fault.code]
  return explain?.(fault) ?? unreadable(fault)
}

const wordings: { [code: string]: ((fault: SyntaxFault) => Explanation | undefined) | undefined } = {
  TAB_AS_INDENT: tabIndent,
  BLOCK_AS_IMPLICIT_KEY: nestedKey,
  MULTILINE_IMPLICIT_KEY: looseText,
  MISSING_CHAR: missingCharacter,
  UNEXPECTED_TOKEN: unexpectedText,
  BAD_INDENT: badIndent,
  BAD_SCALAR_START: badStart,
  BAD_DQ_ESCAPE: badEscape,
  BAD_ALIAS: emptyAnchor,
  ALIAS_PROPS: anchoredAlias,
  MULTIPLE_ANCHORS: anchoredAlias,
  MULTIPLE_TAGS: anchoredAlias,
  BAD_PROP_ORDER: anchoredAlias,
  BLOCK_IN_FLOW: blockInFlow,
  KEY_OVER_1024_CHARS: longKey,
}

function tabIndent({ text, start }: SyntaxFault): Explanation {
  const tab = text.indexOf('\t', start)
  const from = tab === -1 ? start : tab
  let to = from
  while (text[to] === '\t') to++
  return {
    message: 'This line is indented with a tab; YAML takes only spaces there.',
    help: 'Replace the tab with spaces, two for each level.',
    start: from,
    end: Math.max(to, from + 1),
  }
}

/** A second `key:` where a value stands: on the same line, or on a line that is indented for no reason. */
function nestedKey(fault: SyntaxFault): Explanation | undefined {
  const { text, start } = fault
  const line = contentLine(text, start)
  if (fault.message.includes('block sequence')) return badIndent(fault)
  const rest = withoutComment(text.slice(start, line.end))
  if (rest.startsWith('? ')) return undefined
  if (!/:(?:\s|$)/.test(rest)) {
    const next = lineBelow(text, line)
    if (start === line.start || next === undefined || next.start >= text.length) return undefined
    return {
      message: 'This line is indented deeper than the field above it, which already has its value.',
      help: 'Give it the same indentation as the field above; a longer text that contains ": " needs quotes.',
      start: next.start,
      end: next.end,
    }
  }
  const key = text.slice(line.start, start).trim()
  return {
    message: 'The value has a colon followed by a space, which YAML reads as the start of another field.',
    help: `Put the value in quotes: ${shorten(`${key} ${quoted(rest)}`)}`,
    start,
    end: start + rest.length,
  }
}

/** A line that is neither a field nor a list item nor the rest of the value above. */
function looseText({ text, start }: SyntaxFault): Explanation | undefined {
  const line = contentLine(text, start)
  const content = withoutComment(text.slice(line.start, line.end))
  const place = { start: line.start, end: line.start + content.length }
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(content)) {
    return {
      message: 'This is the marker of a merge conflict that nobody has resolved.',
      help: 'Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.',
      ...place,
    }
  }
  const tight = /^(?:- +)?([\w.-]+):([^\s/].*)$/.exec(content)
  if (tight !== null) {
    return {
      message: 'There is no space after the colon, so YAML does not see a field here.',
      help: `Write ${shorten(`${tight[1]}: ${tight[2]}`)}`,
      ...place,
    }
  }
  if (content.startsWith('- ') || content === '-') return badIndent({ text, start: line.start })
  if (isAfterComment(text, line.start)) return cutByComment(place)
  if (/^["'].*["']?\s*:/.test(content) || content.startsWith('"') || content.startsWith("'")) {
    return {
      message: 'This quoted text stands where a field should start.',
      help: 'Write it as key: "value" on one line, or indent it deeper than the key that it belongs to.',
      ...place,
    }
  }
  return {
    message: 'This line is neither a field (key: value) nor part of the value above it.',
    help: 'If it is a field, add a colon and a space after its key; if it goes on from the line above, indent it deeper than that key.',
    ...place,
  }
}

/** A comment, on a line of its own or not, ends a plain value that would otherwise go on. */
function isAfterComment(text: string, start: number): boolean {
  const above = text.slice(0, lineStart(text, start)).trimEnd()
  return /(?:^|\s)#[^\n]*$/.test(above.slice(lineStart(above, above.length)))
}

function cutByComment(place: { start: number; end: number }): Explanation {
  return {
    message: 'A comment above this line cuts the value in two.',
    help: 'Move the comment above the field or below it; if the # belongs to the text, put the text in quotes.',
    ...place,
  }
}

function missingCharacter(fault: SyntaxFault): Explanation | undefined {
  const { message, text, start, end, opening } = fault
  if (message.startsWith('Missing closing')) {
    const from = opening ?? start
    const double = text[from] === '"'
    return {
      message: `The ${double ? 'double' : 'single'} quote that opens here is not closed.`,
      help: double
        ? 'Add a " at the end of the text; a quote mark within it is written \\". The lines of a quoted text must be indented.'
        : "Add a ' at the end of the text; an apostrophe within it is written ''. The lines of a quoted text must be indented.",
      start: from,
      end: contentLine(text, from).end,
    }
  }
  if (message.startsWith('Comments must')) {
    return {
      message: 'A # right after a value neither belongs to it nor starts a comment.',
      help: 'Put a space before the # for a comment, or quotes around the whole value.',
      start,
      end: Math.max(start + 1, Math.min(end, contentLine(text, start).end)),
    }
  }
  if (message.startsWith('Implicit map keys') || message.startsWith('Sequence item')) return looseText(fault)
  if (message.includes('must end with')) return unclosedBracket(fault)
  if (message.startsWith('Missing ,') || message.startsWith('Missing space after :')) {
    return {
      message: 'A comma is missing between two items in brackets.',
      help: 'Put a comma between the items, and quotes around an item that has commas, brackets or colons in it.',
      start,
      end: start + 1,
    }
  }
  if (message.startsWith('Block scalars with')) {
    return {
      message: 'The empty lines above this first line of a text block have more spaces than it has.',
      help: 'Remove the spaces from those empty lines.',
      start: lineStart(text, start),
      end: contentLine(text, start).end,
    }
  }
  if (message.includes('directives-end')) {
    return {
      message: 'After the lines that start with % the line --- is missing.',
      help: 'Delete the lines that start with %; a card needs none.',
      start,
      end: start + 1,
    }
  }
  return undefined
}

function unexpectedText(fault: SyntaxFault): Explanation | undefined {
  const { message, text, start } = fault
  const line = contentLine(text, start)
  const before = text.slice(0, start).trimEnd().at(-1)
  const place = { start, end: Math.max(line.end, start + 1) }
  if (text[start] === ']' || text[start] === '}') {
    return {
      message: `This ${text[start]} closes nothing.`,
      help: 'Delete it, or put the value in quotes.',
      start,
      end: start + 1,
    }
  }
  if (/Unexpected (?:,|empty item|comma)/.test(message)) {
    return {
      message: 'There is a comma here without an item before it.',
      help: 'Delete one comma, or put the text in quotes.',
      start,
      end: start + 1,
    }
  }
  if (message.startsWith('Block scalar header') || message.startsWith('Not a YAML token')) {
    return {
      message: 'After the | or > that starts a text block nothing else may stand on the line.',
      help: 'Start the text on the next line, indented; a value that begins with | or > needs quotes.',
      ...place,
    }
  }
  if (message.includes('block-seq-ind')) {
    return {
      message: 'A list cannot start on the line of its key or in the middle of fields.',
      help: 'Start the list on the next line, indented, with "- " before each item; a text that begins with "- " needs quotes.',
      ...place,
    }
  }
  if (!message.includes('at node end')) return undefined
  const ahead = text.slice(lineStart(text, start), start)
  if (ahead.trim() === '') return badIndent({ text, start })
  const alias = /(?:^|[:-] +)(\*\S*) *$/.exec(ahead)
  if (alias === null) return textAfterValue(before, place)
  return {
    message: 'A value that starts with * is an alias to YAML, and nothing may follow it.',
    help: `Put the value in quotes: ${shorten(quoted(withoutComment(`${alias[1]} ${text.slice(start, line.end)}`)))}`,
    start: start - ahead.length + alias.index + alias[0].indexOf('*'),
    end: place.end,
  }
}

function textAfterValue(before: string | undefined, place: { start: number; end: number }): Explanation {
  if (before === '"') {
    return {
      message: 'There is text after the closing double quote.',
      help: 'Write a quote mark within the text as \\", or put the whole value in single quotes.',
      ...place,
    }
  }
  if (before === "'") {
    return {
      message: 'There is text after the closing single quote.',
      help: "Write an apostrophe within the text as '', or put the whole value in double quotes.",
      ...place,
    }
  }
  if (before === ']' || before === '}') {
    return {
      message: `There is text after the closing ${before}.`,
      help: 'A value that begins with a bracket and goes on after it needs quotes.',
      ...place,
    }
  }
  return {
    message: 'There is text after the end of the value.',
    help: 'If it belongs to the value, put the whole value in quotes.',
    ...place,
  }
}

function badIndent(fault: {
  text: string
  start: number
  message?: string
  opening?: number | undefined
}): Explanation {
  const { text, message = '' } = fault
  if (message.includes('must be sufficiently indented')) return unclosedBracket(fault)
  const line = firstUncommented(
    text,
    contentLine(text, text[fault.start] === '\n' ? fault.start + 1 : fault.start),
  )
  if (message.includes('Block scalar')) {
    return {
      message: 'This line of a text block is indented less than its first line.',
      help: 'Indent every line of the block at least as deep as the first one.',
      start: line.start,
      end: line.end,
    }
  }
  const isField = /^-(?: |$)|:(?: |$)/.test(text.slice(line.start, line.end))
  if (!isField && isAfterComment(text, line.start)) return cutByComment(line)
  return {
    message: 'The indentation of this line fits none of the lines above it.',
    help: 'Lines of one level start in the same column: give it as many spaces as its neighbours have.',
    start: line.start,
    end: line.end,
  }
}

function unclosedBracket({
  text,
  start,
  opening,
}: {
  text: string
  start: number
  opening?: number | undefined
}): Explanation {
  const from = opening ?? start
  const bracket = text[from] === '{' ? '{' : '['
  const closing = bracket === '{' ? '}' : ']'
  return {
    message: `The ${bracket} that opens here is not closed before the next line at the left.`,
    help: `Add the closing ${closing}, and indent lines within the brackets; a text that begins with ${bracket} needs quotes.`,
    start: from,
    end: from + 1,
  }
}

function badStart({ text, start }: SyntaxFault): Explanation {
  const line = contentLine(text, start)
  const value = withoutComment(text.slice(start, line.end))
  return {
    message: `A value cannot start with ${text[start] === '`' ? 'a backtick (`)' : text[start]} unless it is in quotes.`,
    help: `Put it in quotes: ${shorten(quoted(value))}`,
    start,
    end: start + Math.max(1, value.length),
  }
}

function badEscape({ text, start, end }: SyntaxFault): Explanation {
  const length = { x: 4, u: 6, U: 10 }[text[start + 1] ?? ''] ?? 2
  return {
    message: `In double quotes, ${JSON.stringify(text.slice(start, start + 2))
      .slice(1, -1)
      .replace('\\\\', '\\')} is not an escape that YAML knows.`,
    help: 'Write a backslash as \\\\, or put the text in single quotes, where backslashes mean nothing.',
    start,
    end: Math.min(text.length, Math.max(end, start + length), contentLine(text, start).end),
  }
}

function emptyAnchor({ text, start }: SyntaxFault): Explanation {
  return {
    message: `A value cannot start with ${text[start] ?? '&'} unless it is in quotes.`,
    help: 'Put the whole value in quotes.',
    start,
    end: start + 1,
  }
}

function anchoredAlias({ text, start, end }: SyntaxFault): Explanation {
  return {
    message: 'This & , * or ! is not where YAML allows an anchor, alias or tag.',
    help: 'Put the whole value in quotes if it is text; otherwise remove the mark.',
    start,
    end: Math.max(start + 1, Math.min(end, contentLine(text, start).end)),
  }
}

function blockInFlow({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'A list or field with indentation stands within brackets.',
    help: 'Write it in brackets too, or the outer one without brackets.',
    start,
    end: contentLine(text, start).end,
  }
}

function longKey({ text, start }: SyntaxFault): Explanation {
  return {
    message: 'This key is longer than 1024 characters.',
    help: 'Check whether a quote or a line break is missing before the colon.',
    start,
    end: contentLine(text, start).end,
  }
}

function unreadable({ text, start }: SyntaxFault): Explanation {
  const line = contentLine(text, start)
  return {
    message: 'YAML cannot make sense of this place.',
    help: 'Look for a missing quote, colon or bracket and for wrong indentation here and in the line above.',
    start: Math.min(start, text.length),
    end: Math.max(line.end, start + 1),
  }
}

/** The line at an offset, or the next that is not blank: from its first character to before its break. */
function contentLine(text: string, offset: number): { start: number; end: number } {
  let start = lineStart(text, offset)
  for (;;) {
    let end = text.indexOf('\n', start)
    if (end === -1) end = text.length
    const content = text.slice(start, end)
    const trimmed = content.trim()
    if (trimmed !== '' || end >= text.length) {
      const first = start + (content.length - content.trimStart().length)
      return { start: first, end: first + trimmed.length }
    }
    start = end + 1
  }
}

/** The next line with content; undefined at the end of the text. */
function lineBelow(text: string, { end }: { end: number }): { start: number; end: number } | undefined {
  // White space may stand between the content of a line and its break.
  const next = text.indexOf('\n', end)
  return next === -1 ? undefined : contentLine(text, next + 1)
}

/** The line, or the first below it that is no comment; the last line when all are. */
function firstUncommented(
  text: string,
  line: { start: number; end: number },
): { start: number; end: number } {
  for (let next: typeof line | undefined = line; next !== undefined; next = lineBelow(text, next)) {
    line = next
    if (text[line.start] !== '#') break
  }
  return line
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

function withoutComment(line: string): string {
  return line.replace(/\s#.*$/, '').trimEnd()
}

/** A text in whichever quotes need no escapes. */
function quoted(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 60)}…${text.slice(-10)}` : text
}
