import { applyEdits, type TextEdit } from '../../../edit/text-edit.ts'
import { SourceText } from '../../../load/source-text.ts'
import { counted } from '../../../model/count-text.ts'
import type { Span } from '../../../model/place.ts'
import { type Problem, textRule } from '../../rule.ts'
import { usualLineEnd } from './line-ends.ts'
import { textPlaces } from './text-places.ts'

export const whitespace = textRule({
  id: 'yaml/whitespace',
  severity: 'warning',
  summary: 'spaces at line ends, tabs, blank lines at the end, or no line end there',
  why: 'Nobody sees them, but editors change them on their own, and then a review shows lines that nobody meant to touch.',
  fixes: 'safe',
  examples: {
    bad: [
      'label: A name  \n',
      'label:\tA name\n',
      'label: A name',
      'label: A name\n\n\n',
      '# A note \nlabel: A name # here\t\n',
    ],
    good: [
      'label: A name\n',
      'label: A name\n\n',
      'notes: "A\tname "\n',
      'notes: |\n  Two spaces make  \n  a line break.\n',
    ],
  },
  check: source => (isSuspect(source.text) && source.value !== undefined ? problemsOf(source) : []),
})

function problemsOf(source: SourceText): Whitespace[] {
  const { text } = source
  const end = endOfFile(text)
  const places = SPACES_AT_LINE_END.test(text) || text.includes('\t') ? textPlaces(text) : undefined
  const problems = [
    places && spacesAtLineEnds(text, places.texts, end ? blankStart(text) : text.length),
    places && tabs(text, places.gaps),
    end,
  ]
  // Where white space turns out to be part of a value, it stays.
  return problems.flatMap(problem => (problem && keepsValue(source, problem.fix.edits) ? problem : []))
}

type Whitespace = Problem & { readonly fix: { readonly edits: readonly TextEdit[] } }

/** Whether a closer look is needed: nearly all files are clean. */
function isSuspect(text: string): boolean {
  return (
    text.includes('\t') ||
    !text.endsWith('\n') ||
    SPACE_BEFORE_LINE_END.test(text) ||
    /\n\r?\n\r?\n$/.test(text.slice(-6))
  )
}

const SPACES_AT_LINE_END = / (?:\r?\n|$)/

/** Spaces are many, so that line ends are looked for. */
const SPACE_BEFORE_LINE_END = /\n(?<= \r?\n)/

function spacesAtLineEnds(text: string, texts: readonly Span[], limit: number): Whitespace | undefined {
  const edits: TextEdit[] = []
  let inside = 0
  for (let line = 0; line <= text.length; ) {
    const feed = text.indexOf('\n', line)
    const end = feed === -1 ? text.length : feed - (text[feed - 1] === '\r' ? 1 : 0)
    if (end > limit) break
    const start = endWithout(text, ' \t', line, end)
    while (inside < texts.length && (texts[inside]?.[1] ?? 0) <= start) inside++
    const isText = (texts[inside]?.[0] ?? text.length) <= start && end < (texts[inside]?.[1] ?? 0)
    if (start < end && !isText) edits.push({ span: [start, end], text: '' })
    line = feed === -1 ? text.length + 1 : feed + 1
  }
  const [first] = edits
  if (first === undefined) return undefined
  return {
    message:
      edits.length === 1
        ? 'The line ends in white space.'
        : `This line and ${counted(edits.length - 1, 'more line')} end in white space.`,
    help: 'Remove it.',
    pointer: [],
    span: first.span,
    fix: { title: 'Remove white space at line ends', safe: true, edits },
  }
}

/** Tabs between keys, values and comments; those at line ends are told with other white space there. */
function tabs(text: string, gaps: readonly Span[]): Whitespace | undefined {
  const edits = gaps
    .filter(span => text.slice(...span).includes('\t') && !/[\r\n]/.test(text[span[1]] ?? '\n'))
    .map(span => ({ span, text: text.slice(...span).replaceAll('\t', ' ') }))
  const [first] = edits
  if (first === undefined) return undefined
  return {
    message:
      edits.length === 1
        ? 'Here is a tab, which some YAML readers refuse.'
        : `Here and in ${counted(edits.length - 1, 'more place')} is a tab, which some YAML readers refuse.`,
    help: 'Use spaces.',
    pointer: [],
    span: first.span,
    fix: { title: 'Replace tabs by spaces', safe: true, edits },
  }
}

function endOfFile(text: string): Whitespace | undefined {
  const end = contentEnd(text)
  const lines = text.slice(end).split('\n').length - 1
  if (end === 0 || lines === 1 || lines === 2) return undefined
  return lines === 0
    ? {
        message: 'The last line has no line end.',
        help: 'Add one.',
        pointer: [],
        span: [text.lastIndexOf('\n') + 1, text.length],
        fix: {
          title: 'Add a line end',
          safe: true,
          edits: [{ span: [text.length, text.length], text: usualLineEnd(text) }],
        },
      }
    : {
        message: `The file ends in ${lines - 1} blank lines.`,
        help: 'Remove them.',
        pointer: [],
        span: [blankStart(text), text.length],
        fix: {
          title: 'Remove blank lines at the end',
          safe: true,
          edits: [{ span: [blankStart(text), text.length], text: '' }],
        },
      }
}

/** Where the lines begin that nothing follows. */
function blankStart(text: string): number {
  const feed = text.indexOf('\n', contentEnd(text))
  return feed === -1 ? text.length : feed + 1
}

function contentEnd(text: string): number {
  return endWithout(text, ' \t\r\n', 0, text.length)
}

/** Where a stretch ends without some characters at its end. */
function endWithout(text: string, characters: string, start: number, end: number): number {
  while (end > start && characters.includes(text[end - 1] ?? '')) end--
  return end
}

function keepsValue(source: SourceText, edits: readonly TextEdit[]): boolean {
  const edited = new SourceText(source.path, source.kind, Buffer.from(applyEdits(source.text, edits)))
  return JSON.stringify(edited.value) === JSON.stringify(source.value)
}
