import type { Raw } from '../load/raw.ts'
import type { Pointer } from '../model/place.ts'
import { bare, type Written, withBareValues } from './bare-values.ts'
import { type Draft, followPointer, indentsOf, isInFlow, type Place, rootPlace } from './draft.ts'
import { insertItems, insertKey, withBreaks } from './insert-part.ts'
import { removePart } from './remove-part.ts'
import { lineText } from './scalar-text.ts'
import { setValue } from './set-value.ts'
import { breakAt } from './source-lines.ts'
import type { Step } from './step.ts'
import type { TextEdit } from './text-edit.ts'
import { flowLine, partsText, quoted } from './value-text.ts'

/**
 * The text edits that make one step.
 * @returns the ways to do it, the best first; none when there is none
 */
export function stepEdits(draft: Draft, step: Step): TextEdit[][] {
  switch (step.kind) {
    case 'set':
      return set(draft, step.pointer, step.value)
    case 'insert':
      return insert(draft, step)
    case 'rename':
      return rename(draft, step.pointer, step.key)
    case 'unset': {
      const found = followPointer(draft, step.pointer)
      if (found === undefined) return []
      return found.rest.length > 0 ? [[]] : removePart(draft, found.place)
    }
  }
}

function set(draft: Draft, pointer: Pointer, value: Raw): TextEdit[][] {
  const found = followPointer(draft, pointer)
  if (found === undefined) return []
  const { place, rest } = found
  const written = withBareValues(draft.kind, pointer, value)
  if (rest.length > 0) return add(draft, place, rest, written)
  return replace(draft, place, isExtraNumber(draft, place, value) ? bare(String(value)) : written)
}

/** What type a library's own field has the file itself shows: a number that stands there bare stays so. */
function isExtraNumber({ kind, text }: Draft, { pointer, node }: Place, value: Raw): boolean {
  if (kind !== 'card' || pointer[0] !== 'extra' || typeof value !== 'string') return false
  if (node.kind !== 'scalar' || node.style !== 'plain') return false
  const old = bare(text.slice(...node.span))
  return typeof old !== 'string' && typeof bare(value) === typeof old
}

/** Sets what is not there yet, in the nearest map that is. */
function add(draft: Draft, place: Place, rest: Pointer, value: Written): TextEdit[][] {
  const [name = '', ...names] = rest
  const nested = names.reduceRight<Written>((inner, name) => Object.fromEntries([[name, inner]]), value)
  const { node } = place
  if (node.kind === 'map' && node.entries.length > 0)
    return insertKey(draft, place, node, String(name), nested)
  const isOpen = node.kind === 'map' || (node.kind === 'scalar' && isNothing(draft, place))
  return isOpen ? replace(draft, place, Object.fromEntries([[name, nested]])) : []
}

/** Whether there is no text, be it in quotes. */
function isNothing({ text }: Draft, { node }: Place): boolean {
  return node.kind === 'scalar' && (node.style === 'empty' || /^(?:""|'')$/.test(text.slice(...node.span)))
}

function replace(draft: Draft, place: Place, value: Written): TextEdit[][] {
  if (place.parent) return setValue(draft, place, value)
  // Of the root, only what is empty is replaced.
  const { node } = rootPlace(draft)
  const isEmpty =
    (node.kind === 'list' && node.items.length === 0) || (node.kind === 'map' && node.entries.length === 0)
  if (!isEmpty || typeof value !== 'object' || node.marked) return []
  const text = withBreaks(partsText(value, 0, indentsOf(draft)), breakAt(draft.text, node.span[0]))
  return [[{ span: node.span, text }]]
}

function insert(draft: Draft, { pointer, before, values }: Step & { kind: 'insert' }): TextEdit[][] {
  const found = followPointer(draft, pointer)
  if (found === undefined) return []
  const { place, rest } = found
  const written = values.map((value, i) => withBareValues(draft.kind, [...pointer, i], value))
  if (rest.length > 0) return add(draft, place, rest, written)
  const { node } = place
  if (node.kind === 'list' && node.items.length > 0)
    return insertItems(draft, node, (before ?? node.items.length) - 1, written)
  return node.kind === 'list' || isNothing(draft, place) ? replace(draft, place, written) : []
}

function rename(draft: Draft, pointer: Pointer, key: string): TextEdit[][] {
  const found = followPointer(draft, pointer)
  const entry = found?.rest.length === 0 ? found.place.entry : undefined
  if (entry?.key.kind !== 'scalar' || entry.key.style === 'empty' || !found) return []
  const { style, span } = entry.key
  const plain = isInFlow(found.place) ? flowLine(key) : lineText(key)
  return [[{ span, text: style === 'double' || style === 'single' ? quoted(key) : plain }]]
}
