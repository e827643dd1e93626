import { compareFindings, FILE_START, type Finding, pointerText } from '../model/finding.ts'
import type { Pointer, Range } from '../model/place.ts'
import { card, config, pages, types, type Validator, venues } from './all-errors.generated.cjs'
import { checkExtra, type ExtraFields } from './extra-fields.ts'
import type { SchemaName } from './read-by-schema.ts'
import { schemaProblems } from './schema-finding.ts'
import type { TextProblem } from './text-problem.ts'
import { type Typed, typedValue } from './typed-value.ts'
import { readDocument } from './yaml-document.ts'

const validators: Record<SchemaName, Validator> = { card, venues, pages, config }

/** What became of a file that needed a closer look. */
export interface Examined {
  /** What it says, less what it says wrongly; undefined when nothing of it can be used. */
  readonly value: Typed | undefined
  readonly findings: readonly Finding[]
}

/**
 * The careful way to read a file's text: everything that is wrong with it, each in a sentence and in its place,
 * and the rest of what it says.
 * @param file its path, for the findings
 * @param declared the extra fields that its library declares (for a card)
 */
export function examine(name: SchemaName, text: string, file: string, declared: ExtraFields = {}): Examined {
  const reading = readDocument(text)
  const problems = reading.problems.map(problem => textFinding(problem, file))
  if (reading.value === undefined) return { value: undefined, findings: problems }
  const value = typedValue(reading.value, types[name])
  const flaws = flawsOf(name, value, declared)
  const id = idOf(value)
  const findings = flaws.map(flaw => ({
    rule: flaw.rule,
    severity: 'error' as const,
    message: flaw.message,
    help: flaw.help,
    file,
    range: placeOf(flaw, reading.locate),
    pointer: pointerText(flaw.pointer),
    ...(id === undefined ? {} : { id }),
  }))
  return {
    value: withoutFlaws(
      name,
      value,
      flaws.map(flaw => flaw.pointer),
    ),
    findings: [...problems, ...findings].sort(compareFindings),
  }
}

type Flaw = Omit<ReturnType<typeof schemaProblems>[number], never>

function flawsOf(name: SchemaName, value: Typed, declared: ExtraFields): Flaw[] {
  const validate = validators[name]
  const problems = validate(value) ? [] : schemaProblems(name, value, validate.errors ?? [])
  if (name !== 'card' || typeof value !== 'object' || Array.isArray(value)) return problems
  const extra = value.extra
  const isMap = typeof extra === 'object' && !Array.isArray(extra)
  const own = checkExtra(isMap ? extra : undefined, declared)
  const known = new Set(problems.map(problem => pointerText(problem.pointer)))
  return [
    ...problems,
    ...own
      .filter(problem => !known.has(pointerText(problem.pointer)))
      .map(problem => ({
        ...problem,
        at: problem.rule === 'schema/unknown-key' ? ('key' as const) : ('value' as const),
      })),
  ]
}

/** A missing key is shown at the key of what it is missing from; in a whole card, at its `id`. */
function placeOf(flaw: Flaw, locate: (pointer: Pointer, part: 'key' | 'value') => Range): Range {
  if (flaw.pointer.length > 0) return locate(flaw.pointer, flaw.at)
  return flaw.rule === 'schema/required' ? locate(['id'], 'key') : FILE_START
}

/** The value without what is wrong in it: a list loses the item, a mapping the key; with a required key, itself. */
function withoutFlaws(name: SchemaName, value: Typed, flaws: readonly Pointer[]): Typed | undefined {
  // From the back, so that the indexes of earlier items stay right.
  for (const pointer of [...flaws].sort(comparePointers).reverse()) remove(value, pointer)
  const validate = validators[name]
  // What is still wrong is so for want of something: its field goes as a whole.
  for (let pass = 0; pass < 3 && !validate(value); pass++) {
    for (const error of [...(validate.errors ?? [])].reverse()) {
      const steps = error.instancePath.split('/').slice(1)
      if (steps.length > 0) remove(value, Array.isArray(value) ? [Number(steps[0])] : steps.slice(0, 1))
    }
  }
  return value
}

function remove(root: Typed, pointer: Pointer): void {
  const last = pointer.at(-1)
  const parent = pointer.slice(0, -1).reduce<Typed | undefined>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)]
    return typeof value === 'object' ? value[String(step)] : undefined
  }, root)
  if (last === undefined || typeof parent !== 'object') return
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[String(last)]
}

function comparePointers(a: Pointer, b: Pointer): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]]
    if (x === y) continue
    if (typeof x === 'number' && typeof y === 'number') return x - y
    return String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}

function idOf(value: Typed): string | undefined {
  return typeof value === 'object' && !Array.isArray(value) && typeof value.id === 'string'
    ? value.id
    : undefined
}

/** A problem of the text as a finding in its file. */
export function textFinding(problem: TextProblem, file: string): Finding {
  const { rule, severity, message, help, range, related } = problem
  return {
    rule,
    severity,
    message,
    help,
    file,
    range,
    pointer: '',
    ...(related ? { related: related.map(place => ({ file, range: place })) } : {}),
  }
}
