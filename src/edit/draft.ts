import type { FileKind } from '../load/file-text.ts'
import type { Raw } from '../load/raw.ts'
import type { SourceEntry, SourceItem, SourceList, SourceMap, SourceNode } from '../load/source-tree.ts'
import type { Pointer } from '../model/place.ts'
import { columnOf } from './source-lines.ts'
import type { Indents } from './value-text.ts'

/** A file, or an item of the list that it is, between two steps. */
export interface Draft {
  readonly kind: FileKind
  readonly text: string
  readonly tree: SourceNode
  readonly value: Raw
  /** The file as it was before any change, which shows how new lines are to be indented. */
  readonly style: { readonly text: string; readonly tree: SourceNode }
}

/** A node with what holds it. */
export interface Place {
  readonly pointer: Pointer
  readonly node: SourceNode
  readonly parent: Place | undefined
  /** The entry or item of which the node is the value; none for the root. */
  readonly entry: SourceEntry | undefined
  readonly item: SourceItem | undefined
}

/** The root of a file. */
export function rootPlace({ tree }: Draft): Place {
  return { pointer: [], node: tree, parent: undefined, entry: undefined, item: undefined }
}

/** What is called so in a map or list; undefined when nothing is. */
function placeWithin(parent: Place, name: string | number): Place | undefined {
  const { node } = parent
  const pointer = [...parent.pointer, name]
  if (node.kind === 'map') {
    const entry = node.entries.find(entry => entry.name === String(name))
    return entry && { pointer, node: entry.value, parent, entry, item: undefined }
  }
  const item = node.kind === 'list' ? node.items[Number(name)] : undefined
  return item && { pointer, node: item.value, parent, entry: undefined, item }
}

/**
 * Follows a pointer as far as it goes.
 * @returns undefined when the way is through a node with an anchor or a tag, or an alias: others may depend on it
 */
export function followPointer(draft: Draft, pointer: Pointer): { place: Place; rest: Pointer } | undefined {
  let place = rootPlace(draft)
  for (const [i, name] of pointer.entries()) {
    if (isMarked(place)) return undefined
    const next = placeWithin(place, name)
    if (next === undefined) return { place, rest: pointer.slice(i) }
    place = next
  }
  return isMarked(place) ? undefined : { place, rest: [] }
}

function isMarked({ node, entry }: Place): boolean {
  return node.marked || (entry !== undefined && (entry.key.kind === 'alias' || entry.key.marked))
}

/** Whether there are anchors, aliases or tags within a node. */
export function hasMarks(node: SourceNode): boolean {
  if (node.marked) return true
  if (node.kind === 'list') return node.items.some(({ value }) => hasMarks(value))
  return node.kind === 'map' && node.entries.some(({ key, value }) => hasMarks(key) || hasMarks(value))
}

/** Whether a place is within brackets. */
export function isInFlow({ parent }: Place): boolean {
  return (
    parent !== undefined && (parent.node.kind === 'map' || parent.node.kind === 'list') && parent.node.flow
  )
}

/** The column of the keys of a block map, or of the dashes of a block list. */
export function partsColumn(text: string, { span }: SourceMap | SourceList): number {
  return columnOf(text, span[0])
}

/** How far the file indents, by its first list and map below a key; two columns where it has none. */
export function indentsOf({ style: { text, tree } }: Draft): Indents {
  const list = firstIndent(text, tree, 'list')
  const map = firstIndent(text, tree, 'map')
  return { list: list ?? 2, map: map ?? (list || 2) }
}

function firstIndent(text: string, node: SourceNode, kind: 'list' | 'map'): number | undefined {
  if (node.kind === 'list') {
    for (const { value } of node.items) {
      const found = firstIndent(text, value, kind)
      if (found !== undefined) return found
    }
  }
  if (node.kind !== 'map' || node.flow) return undefined
  for (const { start, explicit, value } of node.entries) {
    if (value.kind === kind && !value.flow && !explicit)
      return partsColumn(text, value) - columnOf(text, start)
    const found = firstIndent(text, value, kind)
    if (found !== undefined) return found
  }
  return undefined
}
