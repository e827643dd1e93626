import type { SourceList } from '../load/source-tree.ts'
import type { Place } from './draft.ts'
import { afterLines, beforeBreak, columnOf, lineEnd, nextLine } from './source-lines.ts'
import type { TextEdit } from './text-edit.ts'

/**
 * The edits that make a list of a block map an empty one, and keep the comments that are not behind its items.
 * @returns undefined for what is no list, an empty one, or one that has no comments to keep
 */
export function emptiedList(text: string, place: Place): TextEdit[] | undefined {
  const { node } = place
  if (node.kind !== 'list' || node.items.length === 0) return undefined
  return node.flow ? emptyBrackets(text, node) : emptyBlock(text, place)
}

/** Takes the items out of brackets that hold comments, which stay. */
function emptyBrackets(text: string, { span, items }: SourceList): TextEdit[] | undefined {
  if (!text.slice(...span).includes('#')) return undefined
  return items.map(({ start, value, comma }) => ({
    span: [start, comma === undefined ? value.span[1] : comma + 1],
    text: '',
  }))
}

/** Makes a list on lines of its own `[]`; comments between its items, on lines of their own, stay below. */
function emptyBlock(text: string, { node, entry }: Place): TextEdit[] | undefined {
  if (entry?.colon === undefined || node.kind !== 'list') return undefined
  const stop = lineEnd(text, entry.colon)
  if (node.span[0] < stop) return undefined
  const end = lineEnd(text, beforeBreak(text, afterLines(text, node.span[1], columnOf(text, entry.start))))
  const inks = node.items.map(({ start, value }) => [start, Math.max(start + 1, value.span[1])] as const)
  const comments: string[] = []
  for (let at = nextLine(text, stop); at < end; at = nextLine(text, at)) {
    const [from, to] = [at, lineEnd(text, at)]
    const isItem = inks.some(([start, stop]) => start < to && stop > from)
    if (!isItem && text.slice(from, to).trim().startsWith('#')) comments.push(text.slice(from, to))
  }
  const lines = comments.map(comment => `\n${comment}`).join('')
  const after = entry.colon + 1
  if (text.slice(after, stop).trim() === '') return [{ span: [after, end], text: ` []${lines}` }]
  return [
    { span: [after, after], text: ' []' },
    { span: [stop, end], text: lines },
  ]
}
