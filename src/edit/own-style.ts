import type { Raw } from '../load/raw.ts'
import type { SourceNode } from '../load/source-tree.ts'
import { valueAt } from '../load/value-pointer.ts'
import type { Draft, Place } from './draft.ts'
import { isPlain } from './plain-scalar.ts'
import type { ScalarPlace } from './scalar-edit.ts'
import { scalarText, WIDTH } from './scalar-text.ts'
import { columnOf } from './source-lines.ts'
import { flowLine } from './value-text.ts'

/**
 * How a scalar is written that has the style of new cards, when its text becomes another; undefined where its own
 * style stays.
 *
 * A person's quotes and blocks are kept. But where a scalar is as new cards have it, and nothing else in the file is
 * quoted or in a block without need, it was the old text that asked for them: so a text that is changed, and changed
 * back, is what it was.
 */
export function inOwnStyle(
  draft: Draft,
  { node, pointer }: Place,
  value: string,
  { indent, flow }: ScalarPlace,
): string | undefined {
  if (node.kind !== 'scalar' || (node.style !== 'double' && node.style !== 'folded')) return undefined
  const column = columnOf(draft.text, node.span[0])
  const write = (text: string) => (flow ? flowLine(text) : scalarText(text, { column, indent }))
  const written = write(value)
  const source = draft.text.slice(...node.span).replaceAll('\r\n', '\n')
  // Of several lines, as many stay as can.
  if (written.includes('\n') && (node.style === 'folded' || source.includes('\n'))) return undefined
  const old = valueAt(draft.value, pointer)
  return typeof old === 'string' && source === write(old) && !hasHabits(draft) ? written : undefined
}

/** Whether anything in a file is quoted or in a block that need not be. */
function hasHabits({ tree, value }: Draft): boolean {
  let known = habits.get(tree)
  if (known === undefined) {
    known = isNeedless(tree, value)
    habits.set(tree, known)
  }
  return known
}

const habits = new WeakMap<SourceNode, boolean>()

function isNeedless(node: SourceNode, value: Raw | undefined): boolean {
  if (node.kind === 'list')
    return node.items.some(({ value: item }, i) => isNeedless(item, value && valueAt(value, [i])))
  if (node.kind === 'map')
    return node.entries.some(({ name, value: item }) => isNeedless(item, value && valueAt(value, [name])))
  if (node.kind !== 'scalar' || typeof value !== 'string') return false
  if (node.style === 'double' || node.style === 'single') return isPlain(value)
  const isBlock = node.style === 'folded' || node.style === 'literal'
  return isBlock && value.length < WIDTH / 2 && !value.trimEnd().includes('\n')
}
