import { Composer, type Document, type Node } from 'yaml'
import { type CheckedText, MAX_ERRORS } from './checked-text.ts'
import { TOUCHING_COMMENT, UNCLOSED_QUOTE } from './explain/syntax-fault.ts'
import { explainSyntax } from './explain-syntax.ts'
import type { Scan } from './scan-tokens.ts'

/** Makes the tree of nodes and reports all that the parser complains about. */
export function composeDocument(file: CheckedText, scan: Scan): Node | null {
  const { text } = file
  const composer = new Composer({
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    // The library compares every key with every other; the value reader does it in linear time.
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const documents: Document.Parsed[] = []
  const { stackTraceLimit } = Error
  try {
    // The library makes an Error for each fault; in a broken file the stacks of thousands take seconds.
    Error.stackTraceLimit = 0
    for (const document of composer.compose(scan.tokens, true, text.length)) {
      documents.push(document)
      if (documents.length === 2) break
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
  const [first, second] = documents
  if (second !== undefined) {
    const [start] = second.range
    file.error(
      start,
      start + Math.max(1, (text.slice(start).match(/^.*/)?.[0] ?? '').trimEnd().length),
      'A second YAML document starts here; a file holds only one, so none of them is read.',
      'Keep one card in a file: move the others to files of their own and delete the line ---.',
    )
  }
  reportFaults(file, scan, documents)
  return first?.contents ?? null
}

function reportFaults(file: CheckedText, scan: Scan, documents: Document.Parsed[]): void {
  const { text } = file
  const faults = documents.flatMap(document => document.errors)
  faults.sort((a, b) => a.pos[0] - b.pos[0])
  // One mistake makes several faults on its line, or (an unclosed quote in a long line) thousands.
  const stumbled = new Set<number>()
  const lines = new Set<number>()
  for (const { code, message, pos } of faults) {
    const [start, end] = pos
    // The parser minds a comment at the very start of a line after the last value of a map in braces.
    if (message.startsWith(TOUCHING_COMMENT) && text[start - 1] === '\n') continue
    const stumbledAt = file.range(start, end).start.line
    if (stumbled.has(stumbledAt)) continue
    stumbled.add(stumbledAt)
    const quote = scan.quotes.find(mark => mark.start + mark.source.length === start)
    const opening = message.startsWith(UNCLOSED_QUOTE)
      ? quote?.start
      : scan.unclosed.findLast(offset => offset < start)
    const words = explainSyntax({ code, message, start, end, text, opening })
    const { line } = file.range(...words.span).start
    if (lines.has(line)) continue
    lines.add(line)
    file.error(...words.span, words.message, words.help)
    if (stumbled.size >= 2 * MAX_ERRORS || lines.size >= MAX_ERRORS) return
  }
}
