import { readText } from '../load/source-text.ts'
import { readDocument } from '../load/yaml-document.ts'
import type { Change } from './change.ts'
import { stepOf, ValueModel } from './changed-value.ts'
import type { Draft } from './draft.ts'
import { EditLog } from './fold-edits.ts'
import { planSteps } from './plan-steps.ts'
import type { Step } from './step.ts'
import { stepEdits } from './step-edits.ts'
import { applyEdits, inOrder, type TextEdit } from './text-edit.ts'

/** Steps that hang together are made one after the other, and the text is read anew each time: so many characters. */
const MOST_READ = 8_000_000

/**
 * The edits that make some changes to a text, tried out by reading it.
 * @returns in the order of the text, without overlaps; undefined when there are none that surely do
 */
export function draftEdits(draft: Draft, changes: readonly Change[]): TextEdit[] | undefined {
  const { value } = draft
  const wanted = new ValueModel(value)
  if (!changes.every(change => wanted.apply(stepOf(change)))) return undefined
  wanted.prune()
  if (wanted.equals(value)) return []
  for (const steps of planSteps(value, changes)) {
    const edits = atOnce(draft, steps, wanted) ?? inSequence(draft, steps, wanted)
    if (edits) return edits
  }
  return undefined
}

/** The edits of all steps side by side. */
function atOnce(draft: Draft, steps: readonly Step[], wanted: ValueModel): TextEdit[] | undefined {
  const ways = steps.map(step => stepEdits(draft, step))
  const rounds = steps.length === 1 ? (ways[0]?.length ?? 0) : 1
  for (let round = 0; round < rounds; round++) {
    const found = ways.map(way => way[round] ?? way[0])
    if (!found.every(edits => edits !== undefined)) return undefined
    const edits = inOrder(found.flat())
    if (edits.some((edit, i) => i > 0 && clashes(edits[i - 1] as TextEdit, edit))) continue
    const result = readText(applyEdits(draft.text, edits))
    if (result !== undefined && wanted.equals(result)) return edits
  }
  return undefined
}

/** Two edits, the first of which starts first. */
function clashes(a: TextEdit, b: TextEdit): boolean {
  return a.span[1] > b.span[0] || a.span[0] === b.span[0]
}

/** The edits of each step on the text that the one before it left. */
function inSequence(draft: Draft, steps: readonly Step[], wanted: ValueModel): TextEdit[] | undefined {
  if (steps.length < 2 || steps.length * draft.text.length > MOST_READ) return undefined
  const model = new ValueModel(draft.value)
  const log = new EditLog(draft.text.length)
  let current: Draft | undefined = draft
  for (const step of steps) {
    const here = model.currentStep(step)
    if (!model.apply(step)) return undefined
    model.prune()
    current = makeStep(current, here, model, log)
    if (current === undefined) return undefined
  }
  return wanted.equals(current.value) ? log.edits() : undefined
}

function makeStep(draft: Draft, step: Step, model: ValueModel, log: EditLog): Draft | undefined {
  for (const edits of stepEdits(draft, step)) {
    const text = applyEdits(draft.text, edits)
    const { value, tree } = readDocument(text)
    if (value === undefined || tree === undefined || !model.equals(value)) continue
    log.add(inOrder(edits))
    return { ...draft, text, tree, value }
  }
  return undefined
}
