import { readText, type SourceText } from '../load/source-text.ts'
import { readDocument } from '../load/yaml-document.ts'
import type { Change } from './change.ts'
import { stepOf, ValueModel } from './changed-value.ts'
import type { Draft } from './draft.ts'
import { EditLog } from './fold-edits.ts'
import { planSteps } from './plan-steps.ts'
import type { Step } from './step.ts'
import { stepEdits } from './step-edits.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'

export { applyEdits, type TextEdit } from './text-edit.ts'

/** Steps that hang together are made one after the other, and the file is read anew each time: so many characters. */
const MOST_READ = 8_000_000

/**
 * The text edits that make a file's value another, and leave all else as it is, to the byte. They are tried out:
 * what the edited text is read as is compared with the value that is wanted.
 *
 * @param changes all of them as of the file as it is now: no pointer takes account of another change
 * @returns in the order of the text, without overlaps; undefined when there are none that surely do
 */
export function textEdits(source: SourceText, changes: readonly Change[]): TextEdit[] | undefined {
  const { value, text, kind } = source
  if (value === undefined) return undefined
  const wanted = new ValueModel(value)
  if (!changes.every(change => wanted.apply(stepOf(change)))) return undefined
  wanted.prune()
  if (wanted.equals(value)) return []
  const { tree } = source.reading
  if (tree === undefined) return undefined
  const draft: Draft = { kind, text, tree, value }
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
    const edits: TextEdit[] = []
    for (const way of ways) {
      const found = way[round] ?? way[0]
      if (found === undefined) return undefined
      edits.push(...found)
    }
    edits.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
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
    const inOrder = edits.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
    const text = applyEdits(draft.text, inOrder)
    const { value, tree } = readDocument(text)
    if (value === undefined || tree === undefined || !model.equals(value)) continue
    log.add(inOrder)
    return { kind: draft.kind, text, tree, value }
  }
  return undefined
}
