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
  const pointer = pointerInFile(problem.pointer, context.omissions.get(file) ?? [])
  const related = problem.related?.map(place => ({
    file: place.file,
    range: rangeOf(
      place,
      pointerInFile(place.pointer, context.omissions.get(place.file) ?? []),
      sources.get(place.file),
    ),
  }))
  const fix = source && problem.fix && plannedFix(problem.fix, source, context)
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
  const fix = source && plan && plannedFix(plan, source, undefined)
  return fix ? { ...finding, fix } : finding
}

/** A fix as text edits; undefined when the change cannot surely be made. */
function plannedFix(plan: FixPlan, source: SourceText, context: LintContext | undefined): Fix | undefined {
  const edits =
    'edits' in plan ? plan.edits : textEdits(source, changesInFile(plan.changes, source.path, context))
  const dropsMark = 'edits' in plan && plan.removesByteOrderMark === true
  if (edits === undefined || (edits.length === 0 && !dropsMark)) return undefined
  const inOrder = [...edits].sort((a, b) => a.span[0] - b.span[0])
  return {
    title: plan.title,
    safe: plan.safe,
    ...(dropsMark ? { removesByteOrderMark: true as const } : {}),
    edits: inOrder.map(({ span, text }) => ({ range: source.range(...span), text })),
  }
}

type Changes = Extract<FixPlan, { changes: unknown }>['changes']

/** Rules speak of the values that were read; the file also holds those that were left out. */
function changesInFile(changes: Changes, file: string, context: LintContext | undefined): Changes {
  const omissions = context?.omissions.get(file) ?? []
  return omissions.length === 0
    ? changes
    : changes.map(change => ({ ...change, pointer: pointerInFile(change.pointer, omissions) }))
}
