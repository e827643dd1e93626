import { inOrder, type TextEdit } from '../edit/text-edit.ts'
import { textEdits } from '../edit/text-edits.ts'
import { textField } from '../load/raw-field.ts'
import type { SourceText } from '../load/source-text.ts'
import { FILE_START, type Finding, type Severity } from '../model/finding.ts'
import { pointerInFile } from '../model/omissions.ts'
import type { Pointer, Range } from '../model/place.ts'
import { pointerText } from '../model/pointer.ts'
import type { CardContext } from './lint-context.ts'
import type { PlacedFinding, PlannedFix } from './placed-finding.ts'
import type { FileProblem, FixPlan, Rule } from './rule.ts'

/** A problem with the card that it is in, where a rule on cards told it. */
export interface FoundProblem extends FileProblem {
  readonly id?: string
}

/** A problem with the rule that told it, and how much that matters there. */
export interface RatedProblem extends FoundProblem {
  readonly rule: Rule
  readonly severity: Severity
}

/** The texts of a library's files, by path. */
export type Sources = { get(path: string): SourceText | undefined }

/** A problem as a finding: with the range of what is wrong, and its fix as text edits. */
export function placeFinding(problem: RatedProblem, sources: Sources, context: CardContext): PlacedFinding {
  const { rule, severity, message, help, file, id, restsOn } = problem
  const source = sources.get(file)
  // Rules on text speak of what the file holds; all others of what was read of it, which may be less.
  const inFile = (place: Pointer, of = file) =>
    rule.scope === 'text' ? place : pointerInFile(place, context.omissions.get(of) ?? [])
  const pointer = inFile(problem.pointer)
  const related = problem.related?.map(place => ({
    file: place.file,
    range: rangeOf(place, inFile(place.pointer, place.file), sources.get(place.file)),
  }))
  const fix = source && problem.fix && plannedFix(problem.fix, source, inFile)
  const owner = id ?? (source?.kind === 'card' ? textField(source.value, 'id') : undefined)
  return {
    rule: rule.id,
    severity,
    message,
    help,
    file,
    range: rangeOf(problem, pointer, source),
    pointer: pointerText(pointer),
    ...(owner === undefined ? {} : { id: owner }),
    ...(related === undefined ? {} : { related }),
    ...(restsOn === undefined ? {} : { restsOn: restsOn.map(place => inFile(place)) }),
    ...(fix === undefined ? {} : { fix }),
  }
}

function rangeOf(
  { span, at = 'value', excerpt }: Partial<FileProblem>,
  pointer: Pointer,
  source: SourceText | undefined,
): Range {
  if (!source) return FILE_START
  if (span) return source.range(...span)
  if (pointer.length === 0) return FILE_START
  const whole = source.reading.locate(pointer, at)
  if (excerpt === undefined || whole.start.line === whole.end.line) return whole
  const [start, end] = source.span(whole)
  const place = source.text.slice(start, end).indexOf(excerpt)
  // Words that a line break parts are not found.
  return place < 0 ? whole : source.range(start + place, start + place + excerpt.length)
}

/** A finding of the loader with the fix that its rule knows. */
export function withFix(
  finding: Finding,
  rule: Rule | undefined,
  source: SourceText | undefined,
  context: CardContext,
): PlacedFinding {
  const { fix: _, ...told } = finding
  if (rule?.scope !== 'load' && rule?.scope !== 'text') return told
  const plan = source && rule.fixFor?.(finding, source, context)
  const fix = source && plan && plannedFix(plan, source)
  return fix ? { ...told, fix } : told
}

/** A fix as text edits; undefined when the change cannot surely be made. */
function plannedFix(
  plan: FixPlan,
  source: SourceText,
  inFile = (pointer: Pointer) => pointer,
): PlannedFix | undefined {
  const wanted = 'changes' in plan ? plan.changes : []
  const changes = wanted.map(change => ({ ...change, pointer: inFile(change.pointer) }))
  const edits = 'edits' in plan ? plan.edits : textEdits(source, changes)
  const dropsMark = 'edits' in plan && plan.removesByteOrderMark === true
  if (edits === undefined || (edits.length === 0 && !dropsMark)) return undefined
  return {
    title: plan.title,
    // A comment tells people something: taking it away is for them to decide.
    safe: plan.safe && !('changes' in plan && losesComment(source, edits)),
    ...(dropsMark ? { removesByteOrderMark: true as const } : {}),
    edits: inOrder(edits).map(({ span, text }) => ({ range: source.range(...span), text })),
    changes,
  }
}

/** Whether text edits take a comment away. */
function losesComment({ text, reading }: SourceText, edits: readonly TextEdit[]): boolean {
  const removed = edits.filter(({ span }) => text.slice(...span).includes('#'))
  return removed.some(({ span, text: inserted }) =>
    reading.comments.some(
      ([start, end]) =>
        start >= span[0] && end <= span[1] && !inserted.includes(text.slice(start, end).trimEnd()),
    ),
  )
}
