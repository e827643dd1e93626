import { counted } from '../model/count-text.ts'
import { compareFindings, FILE_START, type Finding } from '../model/finding.ts'
import type { Omissions } from '../model/omissions.ts'
import type { Pointer, Range } from '../model/place.ts'
import { pointerSteps, pointerText } from '../model/pointer.ts'
import type { SchemaError } from './all-errors.generated.cjs'
import { FILE_NAMES } from './explain/file-names.ts'
import { impossibleDay } from './explain/values.ts'
import { explainSchema } from './explain-schema.ts'
import { type CheckedExtra, checkExtra, type ExtraFields } from './extra-fields.ts'
import { types } from './forms.generated.cjs'
import { impossibleDates } from './impossible-dates.ts'
import { textField } from './raw-field.ts'
import type { SchemaName } from './read-by-schema.ts'
import { schemaErrors } from './schema-errors.ts'
import type { SchemaProblem } from './schema-problem.ts'
import type { TextProblem } from './text-problem.ts'
import { isMap, type Typed, typedValue } from './typed-value.ts'
import { removeAll, valueAt } from './value-pointer.ts'
import { EMPTY_FILE_HELP } from './value-reader.ts'
import { readDocument } from './yaml-document.ts'

/** What became of a file that needed a closer look. */
export interface Examined {
  /**
   * What it says, less what it says wrongly; undefined when nothing of it can be used. It fits its schema, but that
   * the whole may be of another kind, or want for keys that the schema requires: the findings say so.
   */
  readonly value: Typed | undefined
  readonly findings: readonly Finding[]
  /** The values that were left out. */
  readonly omissions: Omissions
}

/**
 * The careful way to read a file's text: everything that is wrong with it, each in a sentence and in its place,
 * and the rest of what it says.
 * @param file its path, for the findings
 * @param declared the extra fields that its library declares (for a card)
 */
export function examine(name: SchemaName, text: string, file: string, declared: ExtraFields = {}): Examined {
  const reading = readDocument(text)
  const textFindings = reading.problems.map(problem =>
    textFinding(
      problem.help === EMPTY_FILE_HELP ? { ...problem, help: FILE_NAMES[name].start } : problem,
      file,
    ),
  )
  if (reading.value === undefined) return { value: undefined, findings: textFindings, omissions: [] }
  const value = typedValue(reading.value, types[name])
  const problems = problemsOf(name, value)
  const extra = name === 'card' ? extraOf(value, declared) : undefined
  const id = textField(value, 'id')
  const findings = withoutRepeats([...problems, ...(extra?.problems ?? [])]).map(problem => ({
    rule: problem.rule,
    // A tag of another form is still a tag to people.
    severity: problem.rule === 'tag/format' ? ('warning' as const) : ('error' as const),
    message: problem.message,
    help: problem.help,
    file,
    range: placeOf(problem, reading.locate),
    pointer: pointerText(problem.pointer),
    ...(id === undefined ? {} : { id }),
    ...(problem.missing === undefined ? {} : { missing: problem.missing }),
  }))
  const wrong = problems.map(({ pointer }) => pointer)
  removeAll(value, wrong)
  if (extra !== undefined && isMap(value) && value.extra !== undefined) value.extra = extra.values
  const misfits = removeMisfits(name, value)
  return {
    value,
    findings: [...textFindings, ...findings].sort(compareFindings),
    omissions: [wrong, ...misfits],
  }
}

/** What a value says against its schema, and what no schema can say. */
function problemsOf(name: SchemaName, value: Typed): SchemaProblem[] {
  const errors = schemaErrors(name, value)
  const problems = explainSchema(name, value, errors.slice(0, MOST_TOLD))
  if (errors.length > MOST_TOLD) problems.push(manyMore(errors.length - MOST_TOLD))
  const dates = name === 'card' ? impossibleDates(value) : []
  return [...problems, ...dates.map(pointer => impossibleDay(pointer, String(valueAt(value, pointer))))]
}

/** More than so many problems of one file help nobody: it is no card, or has been made to take up time. */
const MOST_TOLD = 500

function manyMore(count: number): SchemaProblem {
  return {
    rule: 'schema/value',
    message: `The file has ${counted(count, 'more problem')} against its schema.`,
    help: 'Mend those that are told, then look again.',
    pointer: [],
    at: 'value',
  }
}

/** The library's own fields in a card; undefined where the schema already refuses them as a whole. */
function extraOf(value: Typed, declared: ExtraFields): CheckedExtra | undefined {
  if (!isMap(value)) return undefined
  const { extra } = value
  return extra === undefined || isMap(extra) ? checkExtra(extra, declared) : undefined
}

/** One problem of each value, the first; what is missing from one place may be several things. */
function withoutRepeats(problems: readonly SchemaProblem[]): SchemaProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ rule, pointer }) => {
    const place = pointerText(pointer)
    if (rule !== 'schema/required' && seen.has(place)) return false
    seen.add(place)
    return true
  })
}

/** A missing key is shown at the key of what it is missing from; in a whole card, at its `id`. */
function placeOf(
  { rule, pointer, at }: SchemaProblem,
  locate: (pointer: Pointer, part: 'key' | 'value') => Range,
): Range {
  if (pointer.length > 0) return locate(pointer, at)
  return rule === 'schema/required' ? locate(['id'], 'key') : FILE_START
}

/**
 * Takes out of a value, in place, what is still wrong with it once its flaws are gone: that is so for want of
 * something, as with a rating's mapping that has lost its rating.
 */
function removeMisfits(name: SchemaName, value: Typed): Omissions {
  const stages: (readonly Pointer[])[] = []
  for (;;) {
    const misfits = schemaErrors(name, value)
      .map(error => misfitOf(error, value))
      .filter(pointer => pointer.length > 0)
    // What the whole wants for, nobody can make up. Anything else gets smaller each time, so this ends.
    if (misfits.length === 0) return stages
    removeAll(value, misfits)
    stages.push(misfits)
  }
}

/** What an error is about: an unknown key, or the value that does not fit. */
function misfitOf({ keyword, params, instancePath }: SchemaError, value: Typed): Pointer {
  const pointer = pointerSteps(instancePath, value)
  return keyword === 'additionalProperties' ? [...pointer, String(params.additionalProperty)] : pointer
}

/**
 * A problem of the text as a finding in its file. An anchor or tag that cannot be read is an error of syntax: of the
 * rule about anchors, people may choose how much it matters.
 */
export function textFinding(problem: TextProblem, file: string): Finding {
  const { rule, severity, message, help, range, related } = problem
  return {
    rule: rule === 'yaml/anchors' && severity === 'error' ? 'yaml/syntax' : rule,
    severity,
    message,
    help,
    file,
    range,
    pointer: '',
    ...(related ? { related: related.map(place => ({ file, range: place })) } : {}),
  }
}
