import { readDocument } from '../load/yaml-document.ts'
import { groupBy } from '../model/group-by.ts'
import { lineStart } from '../model/place.ts'
import type { Change } from './change.ts'
import { changedValue } from './changed-value.ts'
import { type Draft, hasMarks } from './draft.ts'
import { draftEdits } from './draft-edits.ts'
import { applyEdits, inOrder, type TextEdit } from './text-edit.ts'

/**
 * The edits of changes that are all within items of the one list that a file is: each item is read and tried out
 * alone, for a registry may be so long that reading it anew for every finding takes minutes.
 * @returns undefined when that cannot be, or one of the items needs a look at the whole
 */
export function itemEdits(draft: Draft, changes: readonly Change[]): TextEdit[] | undefined {
  const isWithin = ({ pointer }: Change) => pointer.length > 1 && typeof pointer[0] === 'number'
  if (!changes.every(isWithin)) return undefined
  const all: TextEdit[] = []
  for (const [place, ofItem] of groupBy(changes, ({ pointer }) => pointer[0])) {
    const item = itemDraft(draft, Number(place))
    const edits = item && editsWithin(item.draft, ofItem)
    if (item === undefined || edits === undefined) return undefined
    for (const { span, text } of edits)
      all.push({ span: [item.offset + span[0], item.offset + span[1]], text })
  }
  return inOrder(all)
}

interface ItemDraft {
  readonly draft: Draft
  /** Where its text starts in that of the whole. */
  readonly offset: number
}

/**
 * An item of a list as a list of its own: its lines, up to the next dash. What is on such lines has no part in what
 * other items are, nor they in it, as long as they have neither anchors nor marks of where a document begins or ends.
 */
function itemDraft({ tree, value, text, kind, style }: Draft, place: number): ItemDraft | undefined {
  if (tree.kind !== 'list' || tree.flow || tree.marked || !Array.isArray(value)) return undefined
  const item = tree.items[place]
  const next = tree.items[place + 1]
  const whole = value[place]
  if (item === undefined || whole === undefined || hasMarks(item.value)) return undefined
  const lines = text.slice(item.start, next?.start)
  const hasOwnLines = [item, next ?? item].every(({ start }) => lineStart(text, start) === start)
  if (!hasOwnLines || /^(?:---|\.\.\.)/m.test(lines)) return undefined
  const alone = readDocument(lines)
  if (alone.tree === undefined || JSON.stringify(alone.value) !== JSON.stringify([whole])) return undefined
  return { draft: { kind, text: lines, tree: alone.tree, value: [whole], style }, offset: item.start }
}

function editsWithin(draft: Draft, changes: readonly Change[]): TextEdit[] | undefined {
  const inList = changes.map(change => ({ ...change, pointer: [0, ...change.pointer.slice(1)] }))
  // An item that becomes empty goes, with what is around it.
  if (Object.keys(changedValue(draft.value, inList) ?? []).length !== 1) return undefined
  const edits = draftEdits(draft, inList)
  // The next item has to start on a line of its own.
  const isClosed = edits && (!draft.text.endsWith('\n') || applyEdits(draft.text, edits).endsWith('\n'))
  return isClosed ? edits : undefined
}
