import type { Raw } from '../load/raw.ts'
import { valueAt } from '../load/value-pointer.ts'
import { groupBy } from '../model/group-by.ts'
import type { Pointer } from '../model/place.ts'
import type { Change } from './change.ts'
import { stepOf } from './changed-value.ts'
import type { Step } from './step.ts'

/**
 * The steps by which changes can be made.
 * @returns several plans, the gentlest first: a list or map that is set changes only where it differs
 */
export function planSteps(value: Raw, changes: readonly Change[]): Step[][] {
  const steps = joined(withoutRepeats(changes.map(stepOf)))
  const gentle = steps.flatMap(step => {
    if (step.kind !== 'set') return step
    const old = valueAt(value, step.pointer)
    return old === undefined ? step : differences(step.pointer, old, step.value)
  })
  const plans = [wholesale(value, unsetsLast(gentle)), unsetsLast(steps), steps]
  return plans.filter((plan, i) => plans.slice(0, i).every(other => !isSamePlan(plan, other)))
}

function isSamePlan(a: readonly Step[], b: readonly Step[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i])
}

/** What is taken away last does not leave a list or map empty that is to be filled. */
function unsetsLast(steps: readonly Step[]): Step[] {
  const isUnset = ({ kind }: Step) => kind === 'unset'
  return [...steps.filter(step => !isUnset(step)), ...steps.filter(isUnset)]
}

/** Where all parts of a list or map are taken away and nothing else happens in it, it is taken away itself. */
function wholesale(value: Raw, steps: readonly Step[]): Step[] {
  // What is set or added within a list or map keeps it.
  if (steps.some(({ kind }) => kind !== 'unset')) return [...steps]
  const unsets = groupBy(steps, ({ pointer }) => JSON.stringify(pointer.slice(0, -1).map(String)))
  let merged = false
  const fewer = [...unsets.values()].flatMap(siblings => {
    const parent = siblings[0]?.pointer.slice(0, -1) ?? []
    const old = valueAt(value, parent)
    const names = new Set(siblings.map(({ pointer }) => String(pointer.at(-1))))
    const all = typeof old === 'object' ? Object.keys(old) : []
    if (parent.length === 0 || all.length === 0 || !all.every(name => names.has(name))) return siblings
    merged = true
    return [{ kind: 'unset' as const, pointer: parent }]
  })
  return merged ? wholesale(value, fewer) : fewer
}

/** What is taken away twice, or set later on, need not be taken away before. */
function withoutRepeats(steps: readonly Step[]): Step[] {
  const later = new Set<string>()
  const kept = steps.toReversed().filter(({ kind, pointer }) => {
    const key = JSON.stringify(pointer)
    if (kind === 'unset' && later.has(key)) return false
    if (kind === 'unset' || kind === 'set') later.add(key)
    return true
  })
  return kept.reverse()
}

/** Items that go to the same place of the same list go together. */
function joined(steps: readonly Step[]): Step[] {
  const result: Step[] = []
  for (const step of steps) {
    const last = result.at(-1)
    if (step.kind === 'insert' && last?.kind === 'insert' && isSamePlace(last, step))
      result[result.length - 1] = { ...step, values: [...last.values, ...step.values] }
    else result.push(step)
  }
  return result
}

type Insertion = Extract<Step, { kind: 'insert' }>

function isSamePlace(a: Insertion, b: Insertion): boolean {
  const isSameList =
    a.pointer.length === b.pointer.length && a.pointer.every((name, i) => name === b.pointer[i])
  return isSameList && a.before === b.before
}

/** The steps from one value to another; setting it when they are not of one kind. */
function differences(pointer: Pointer, old: Raw, value: Raw): Step[] {
  const set: Step = { kind: 'set', pointer, value }
  if (typeof old === 'string' || typeof value === 'string') return old === value ? [] : [set]
  if (Object.keys(old).length === 0 || Object.keys(value).length === 0) return [set]
  if (Array.isArray(old)) return Array.isArray(value) ? listDifferences(pointer, old, value) : [set]
  return Array.isArray(value) ? [set] : mapDifferences(pointer, old, value)
}

type RawMap = Exclude<Raw, string | Raw[]>

function mapDifferences(pointer: Pointer, old: RawMap, value: RawMap): Step[] {
  const steps: Step[] = []
  for (const [key, item] of Object.entries(value)) {
    const there = Object.hasOwn(old, key) ? old[key] : undefined
    const at = [...pointer, key]
    if (there === undefined) steps.push({ kind: 'set', pointer: at, value: item })
    else steps.push(...differences(at, there, item))
  }
  for (const key of Object.keys(old))
    if (!Object.hasOwn(value, key)) steps.push({ kind: 'unset', pointer: [...pointer, key] })
  return steps
}

function listDifferences(pointer: Pointer, old: readonly Raw[], value: readonly Raw[]): Step[] {
  const texts = old.map(item => JSON.stringify(item))
  const wanted = value.map(item => JSON.stringify(item))
  const kept = keptItems(texts, wanted)
  if (kept) return texts.flatMap((_, i) => (kept.has(i) ? [] : [{ kind: 'unset', pointer: [...pointer, i] }]))
  let start = 0
  while (start < texts.length && texts[start] === wanted[start]) start++
  let end = 0
  while (end < Math.min(texts.length, wanted.length) - start && texts.at(-1 - end) === wanted.at(-1 - end))
    end++
  const shared = Math.min(texts.length, wanted.length) - start - end
  const steps: Step[] = []
  for (let i = start; i < start + shared; i++)
    steps.push(...differences([...pointer, i], old[i] as Raw, value[i] as Raw))
  for (let i = start + shared; i < texts.length - end; i++)
    steps.push({ kind: 'unset', pointer: [...pointer, i] })
  const added = value.slice(start + shared, value.length - end)
  if (added.length > 0) steps.push({ kind: 'insert', pointer, before: start + shared, values: added })
  return steps
}

/** Which items stay when some are only left out; undefined when it is not only that. */
function keptItems(old: readonly string[], wanted: readonly string[]): Set<number> | undefined {
  const kept = new Set<number>()
  for (const [i, text] of old.entries()) if (text === wanted[kept.size]) kept.add(i)
  return kept.size === wanted.length ? kept : undefined
}
