import { hasHidden, isPlain } from './plain-scalar.ts'
import { wrapWords } from './wrap-words.ts'

/** Lines are kept within this many columns where the words allow it. */
export const WIDTH = 90

/** Where a value stands. */
export interface Spot {
  /** The column, counted from 0, at which the value starts: after its key or dash. */
  readonly column: number
  /** How far further lines of the value are indented; more than its key or dash is. */
  readonly indent: number
}

/**
 * A text as a YAML scalar that YAML 1.1 and 1.2 readers read back as the same string: plain where it can be, else
 * double-quoted; a long text, and one of several lines, as a folded block.
 *
 * @returns the scalar, from its first character to its last; further lines are indented
 */
export function scalarText(text: string, { column, indent }: Spot): string {
  // A text that would fill only one line of a block stays on that of its key, though it may stick out a little.
  const isLong = text.length > WIDTH - indent && /[^ \t] [^ \t]/.test(text)
  if ((isLong || text.includes('\n')) && isFoldable(text)) return folded(text, indent)
  const line = lineText(text)
  if (line.length <= WIDTH - indent + '""'.length) return line
  const [first = '', ...others] = wrapWords(line, WIDTH - column, WIDTH - indent)
  return [first, ...others.map(other => ' '.repeat(indent) + other)].join('\n')
}

/** A text as a YAML scalar on one line, whatever its length: a key has to be. */
export function lineText(text: string): string {
  return isPlain(text) ? text : `"${escaped(text)}"`
}

/**
 * Whether a folded block can hold a text exactly, also after an editor has stripped white space at line ends.
 * Lines that start with white space are not folded by readers, and blank lines at the ends are a matter of
 * chomping: all that is left to double quotes.
 */
function isFoldable(text: string): boolean {
  return !(hasHidden(text) || /(?:^|\n)[ \t]|[ \t](?:\n|$)|^\n|\n\n$/.test(text)) && /[^\n]/.test(text)
}

/** YAML 1.2.2, 8.1.3: a single line break is read as a space, n + 1 of them as n. */
function folded(text: string, indent: number): string {
  const endsWithBreak = text.endsWith('\n')
  const lines = (endsWithBreak ? text.slice(0, -1) : text).split('\n')
  const parts = lines.map(line =>
    wrapWords(line, WIDTH - indent).map(part => (part === '' ? '' : ' '.repeat(indent) + part)),
  )
  return [
    endsWithBreak ? '>' : '>-',
    ...parts.flatMap((part, i) => (i === 0 ? part : blankBefore(part))),
  ].join('\n')
}

/** An empty line is its own blank line. */
function blankBefore(part: string[]): string[] {
  return part.length === 1 && part[0] === '' ? part : ['', ...part]
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\0': '\\0',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
}

function escaped(text: string): string {
  if (!(/["\\\t\n]/.test(text) || hasHidden(text))) return text
  return Array.from(text, character => {
    const short = SHORT_ESCAPES[character]
    if (short !== undefined) return short
    if (!hasHidden(character)) return character
    const code = character.charCodeAt(0).toString(16)
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`
  }).join('')
}
