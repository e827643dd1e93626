import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { SourceNode, SourceScalar } from '../../src/load/source-tree.ts'
import { readDocument } from '../../src/load/yaml-document.ts'
import { SAMPLE } from '../support/run-cards.ts'
import type { HandMade } from './hand-made-card.ts'

/** The texts of the cards of the sample library. */
export const sampleCards = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.yaml$/.test(path) && !/(?:pages|venues)\.yaml$/.test(path))
  .sort()
  .map(path => readFileSync(join(SAMPLE, path), 'utf8'))

/** Cards of the sample library as other people might have typed them: comments anywhere, quotes and blocks of any kind. */
export const restyledCard: fc.Arbitrary<HandMade> = fc
  .tuple(
    fc.constantFrom(...sampleCards),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('double', 'single', 'literal', 'folded', 'plain')), {
      maxLength: 6,
    }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('above', 'behind')), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([sample, styles, places, crlf]) => {
    let text = sample
    for (const [choice, style] of styles) text = restyled(text, choice, style)
    const comments: string[] = []
    for (const [choice, place] of places) {
      const comment = `# c${comments.length}-comment`
      const commented = withComment(text, choice, place, comment)
      if (commented === text) continue
      text = commented
      comments.push(comment)
    }
    return { text: crlf ? text.replaceAll('\n', '\r\n') : text, comments }
  })

/** A text that is read as the same value; else the one that there was. */
function ifSame(text: string, other: string): string {
  const { value } = readDocument(other)
  return JSON.stringify(value) === JSON.stringify(readDocument(text).value) ? other : text
}

function withComment(text: string, choice: number, place: 'above' | 'behind', comment: string): string {
  const lines = text.split('\n')
  const at = choice % lines.length
  const line = lines[at] ?? ''
  const indent = /^ */.exec(line)?.[0] ?? ''
  const now = place === 'above' ? [indent + comment, line] : [line === '' ? comment : `${line} ${comment}`]
  const other = lines.toSpliced(at, 1, ...now).join('\n')
  return readDocument(other).tree === undefined ? text : ifSame(text, other)
}

function restyled(text: string, choice: number, style: string): string {
  const { tree } = readDocument(text)
  const scalars = tree ? scalarsIn(tree) : []
  const node = scalars[choice % scalars.length]
  if (!node) return text
  const value = textOf(text, node)
  const column = text.lastIndexOf('\n', node.span[0]) + 1
  const indent = ' '.repeat((/^[ -]*/.exec(text.slice(column))?.[0].length ?? 0) + 2)
  const block = value
    .split('\n')
    .map(line => (line === '' ? '' : indent + line))
    .join('\n')
  const written: Record<string, string> = {
    double: JSON.stringify(value),
    single: `'${value.replaceAll("'", "''")}'`,
    literal: `|-\n${block}`,
    folded: `>-\n${block.replaceAll('\n', '\n\n')}`,
    plain: value,
  }
  return ifSame(text, text.slice(0, node.span[0]) + written[style] + text.slice(node.span[1]))
}

/** What a scalar says, by reading it alone. */
function textOf(text: string, { span }: SourceScalar): string {
  const { value } = readDocument(`a: ${text.slice(...span)}\n`)
  return String((value as { a?: unknown } | undefined)?.a ?? '')
}

function scalarsIn(node: SourceNode): SourceScalar[] {
  if (node.kind === 'list') return node.items.flatMap(({ value }) => scalarsIn(value))
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => scalarsIn(value))
  return node.kind === 'scalar' && node.style !== 'empty' ? [node] : []
}
