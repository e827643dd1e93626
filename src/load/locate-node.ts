import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { Pointer, Span } from '../model/place.ts'

/** Follows a pointer through the nodes as far as it goes. */
export function locateNode(
  text: string,
  contents: Node | null,
  pointer: Pointer,
  part: 'key' | 'value',
): Span {
  let node: Node | null = contents
  let key: Span = [0, 0]
  let value: Span = node === null ? key : spanOf(text, node)
  for (const segment of pointer) {
    if (isAlias(node)) return value
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find(({ key }) => keyText(key) === segment)
      if (pair === undefined) return key
      key = spanOf(text, pair.key)
      node = pair.value
      value = node === null ? [key[1], key[1]] : spanOf(text, node)
    } else if (isSeq(node)) {
      const item = node.items[Number(segment)] as Node | undefined
      if (item === undefined) return key
      node = item
      key = value = spanOf(text, item)
    } else {
      return key
    }
  }
  return part === 'key' ? key : value
}

function keyText(key: Node): string | undefined {
  return isScalar(key) ? (key.source ?? '') : undefined
}

/** A node from its first to its last character, without comments and line breaks around it. */
export function spanOf(text: string, node: Node): Span {
  const [start, end] = node.range ?? [0, 0]
  if (start === end) {
    const before = text.slice(0, start).trimEnd().length
    return [before, before]
  }
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    return [start, blockScalarEnd(text, start, end)]
  }
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1) as Pair<Node, Node | null> | undefined
    if (last !== undefined) return [start, spanOf(text, last.value ?? last.key)[1]]
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1) as Node | undefined
    if (last !== undefined) return [start, Math.max(start + 1, spanOf(text, last)[1])]
  }
  return [start, end]
}

/** The end of the last line of a text block that counts: blank lines after it do only with the `+` header. */
export function blockScalarEnd(text: string, start: number, end: number): number {
  const block = text.slice(start, end)
  const [header = ''] = /^.*/.exec(block) ?? []
  const keep = /^[|>]\d?\+/.test(header)
  const indent = /\n( *)[^ \r\n]/.exec(block)?.[1]?.length
  let last = end
  for (;;) {
    const lineFeed = text.lastIndexOf('\n', last - 1)
    if (lineFeed < start) break
    const line = text.slice(lineFeed + 1, last)
    if (!/^ *\r?$/.test(line)) break
    const isContent =
      last < end && (keep || (indent !== undefined && line.trimEnd().length === 0 && line.length > indent))
    if (isContent) break
    last = lineFeed
    if (text[last - 1] === '\r') last -= 1
  }
  return last
}
