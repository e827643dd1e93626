import type { Change } from '../edit/change.ts'
import { textEdits } from '../edit/text-edits.ts'
import type { SourceText } from '../load/source-text.ts'
import { FILE_START, type Finding, type Fix, pointerText } from '../model/finding.ts'
import { pointerInFile } from '../model/omissions.ts'
import type { Pointer, Range } from '../model/place.ts'
import type { LintContext } from './lint-context.ts'
import type { FileProblem, FixPlan, Rule } from './rule.ts'

/** A problem with the rule that told it. */
export interface FoundProblem extends FileProblem {
  readonly rule: Rule
  readonly id?: string
}

/** The texts of a library's files, by path. */
export type Sources = ReadonlyMap<string, SourceText>

/** A problem as a finding: with the range of what is wrong, and its fix as text edits. */
export function placeFinding(problem: FoundProblem, sources: Sources, context: LintContext): Finding {
  const { rule, message, help, file, id } = problem
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
  const owner = id ?? idOf(source)
  return {
    rule: rule.id,
    severity: rule.severity === 'off' ? 'warning' : rule.severity,
    message,
    help,
    file,
    range: rangeOf(problem, pointer, source),
    pointer: pointerText(pointer),
    ...(owner === undefined ? {} : { id: owner }),
    ...(related === undefined ? {} : { related }),
    ...(fix === undefined ? {} : { fix }),
  }
}

function rangeOf(
  { span, at = 'value' }: Partial<FileProblem>,
  pointer: Pointer,
  source: SourceText | undefined,
): Range {
  if (!source) return FILE_START
  if (span) return source.range(...span)
  return pointer.length === 0 ? FILE_START : source.reading.locate(pointer, at)
}

function idOf(source: SourceText | undefined): string | undefined {
  const value = source?.kind === 'card' ? source.value : undefined
  const id = typeof value === 'object' && !Array.isArray(value) ? value.id : undefined
  return typeof id === 'string' ? id : undefined
}

/** A finding of the loader with the fix that its rule knows. */
export function withFix(
  finding: Finding,
  rule: Rule | undefined,
  sources: Sources,
  context: LintContext,
): Finding {
  if (rule?.scope !== 'load' && rule?.scope !== 'text') return finding
  const source = sources.get(finding.file)
  const plan = source && rule.fixFor?.(finding, source, context)
  const fix = source && plan && plannedFix(plan, source)
  return fix ? { ...finding, fix } : finding
}

/** A fix with the changes of the file's value that its edits make; none for edits that leave it as it is. */
export interface PlannedFix extends Fix {
  readonly changes: readonly Change[]
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
  const inOrder = [...edits].sort((a, b) => a.span[0] - b.span[0])
  return {
    title: plan.title,
    safe: plan.safe,
    ...(dropsMark ? { removesByteOrderMark: true as const } : {}),
    edits: inOrder.map(({ span, text }) => ({ range: source.range(...span), text })),
    changes,
  }
}
