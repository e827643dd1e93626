import { type Raw, setOwn } from '../load/raw.ts'
import type { Pointer } from '../model/place.ts'
import type { Change } from './change.ts'
import type { Step } from './step.ts'

/**
 * The value that a file is to have after some changes: key order aside, for new keys come last here. This says what
 * changes mean: the tests hold what `textEdits` writes to it, for any card and any changes.
 * @returns undefined when the changes make no sense for the value
 */
export function changedValue(value: Raw, changes: readonly Change[]): Raw | undefined {
  const model = new ValueModel(value)
  if (!changes.every(change => model.apply(stepOf(change)))) return undefined
  model.prune()
  return model.value()
}

/** A change as the step that makes it. */
export function stepOf(change: Change): Step {
  const { kind, pointer } = change
  if (kind === 'append') return { kind: 'insert', pointer, before: undefined, values: [change.value] }
  if (kind !== 'insert') return change
  const place = pointer.at(-1)
  const before = typeof place === 'number' ? place : Number.NaN
  return { kind: 'insert', pointer: pointer.slice(0, -1), before, values: [change.value] }
}

interface Text {
  readonly kind: 'text'
  readonly text: string
}

interface Parts {
  kind: 'list' | 'map'
  slots: Slot[]
  /** How many slots it had before any change. */
  readonly size: number
  /** Whether something has been taken out of it. */
  robbed: boolean
}

type Box = Text | Parts

/** An entry of a map or an item of a list. */
interface Slot {
  /**
   * Its key or place before any change, by which pointers name it; of a new item, half a place less than that of the
   * item before which it goes, so that a list's slots are in the order of their origins.
   */
  readonly origin: string | number
  key: string
  box: Box
  /** Whether it was there before. */
  readonly old: boolean
}

/** A value in which every part is still known by its first name, while it is changed. */
export class ValueModel {
  private root: Box

  constructor(value: Raw) {
    this.root = boxOf(value, true)
  }

  /** @returns false when the step makes no sense for the value */
  apply(step: Step): boolean {
    const name = step.pointer.at(-1)
    if (step.kind === 'insert') return this.insert(step)
    if (name === undefined) return false
    if (step.kind === 'set') {
      const parent = this.make(step.pointer.slice(0, -1))
      return parent !== undefined && put(parent, name, boxOf(step.value, false))
    }
    const parent = this.find(step.pointer.slice(0, -1))
    const slot = parent && slotOf(parent, name)
    if (step.kind === 'unset') {
      if (slot === undefined) return true
      ;(parent as Parts).slots = (parent as Parts).slots.filter(other => other !== slot)
      ;(parent as Parts).robbed = true
      return true
    }
    if (slot === undefined || parent?.kind !== 'map') return false
    if (parent.slots.some(({ key }) => key === step.key)) return slot.key === step.key
    slot.key = step.key
    return true
  }

  /** Where what a pointer named before any change is now. */
  private currentPointer(pointer: Pointer): Pointer {
    let box: Box | undefined = this.root
    return pointer.map(name => {
      const slot: Slot | undefined = box && slotOf(box, name)
      const current: string | number =
        slot === undefined ? name : box?.kind === 'list' ? box.slots.indexOf(slot) : slot.key
      box = slot?.box
      return current
    })
  }

  /** A step that is told in the names before any change, in those of now. */
  currentStep(step: Step): Step {
    const pointer = this.currentPointer(step.pointer)
    if (step.kind !== 'insert' || step.before === undefined) return { ...step, pointer }
    const list = this.find(step.pointer)
    return { ...step, pointer, before: list?.kind === 'list' ? placeBefore(list, step.before) : 0 }
  }

  /** Takes away what has become empty because all in it was taken away; the root stays. */
  prune(): void {
    isEmptied(this.root)
  }

  value(): Raw {
    return rawOf(this.root)
  }

  /** Whether a value is this one, its new keys in any order, the others in the order that they had. */
  equals(value: Raw): boolean {
    return isSame(this.root, value)
  }

  private insert({ pointer, before, values }: Step & { kind: 'insert' }): boolean {
    const parent = this.make(pointer, 'list')
    if (parent?.kind !== 'list') return false
    if (before !== undefined && !(Number.isInteger(before) && before >= 0 && before <= parent.size))
      return false
    const origin = before === undefined ? Number.POSITIVE_INFINITY : before - 0.5
    const slots = values.map(value => ({ origin, key: '', box: boxOf(value, false), old: false }))
    const at = before === undefined ? parent.slots.length : placeBefore(parent, before)
    parent.slots.splice(at, 0, ...slots)
    return true
  }

  private find(pointer: Pointer): Box | undefined {
    let box: Box | undefined = this.root
    for (const name of pointer) box = box && slotOf(box, name)?.box
    return box
  }

  /** The map or list at a pointer, made where there is none; what is empty text becomes one. */
  private make(pointer: Pointer, kind: Parts['kind'] = 'map'): Parts | undefined {
    let parent = this.root
    for (const [i, name] of pointer.entries()) {
      const wanted = i === pointer.length - 1 ? kind : 'map'
      let box = slotOf(parent, name)?.box
      if (box === undefined || (box.kind === 'text' && box.text === '')) {
        box = { kind: wanted, slots: [], size: 0, robbed: false }
        if (!put(parent, name, box)) return undefined
      }
      parent = box
    }
    return parent.kind === 'text' ? undefined : parent
  }
}

/** Gives a part of a map or list another value, or adds it to a map. */
function put(parent: Box, name: string | number, box: Box): boolean {
  if (parent.kind === 'text') return false
  const slot = slotOf(parent, name)
  if (slot) {
    slot.box = box
    return true
  }
  const key = String(name)
  if (parent.kind === 'list' || parent.slots.some(other => other.key === key)) return false
  parent.slots.push({ origin: key, key, box, old: false })
  return true
}

/** Where in a list that is being changed a new item goes, by the place before any change of the one after it. */
function placeBefore({ slots }: Parts, before: number): number {
  const place = slots.findIndex(({ origin }) => Number(origin) > before - 0.5)
  return place === -1 ? slots.length : place
}

function slotOf(box: Box, name: string | number): Slot | undefined {
  if (box.kind === 'text') return undefined
  if (box.kind === 'map') return box.slots.find(({ origin }) => origin === String(name))
  const place = typeof name === 'number' ? name : /^(?:0|[1-9]\d*)$/.test(name) ? Number(name) : -1
  const there = box.slots[place]
  return there?.origin === place ? there : box.slots.find(({ origin }) => origin === place)
}

function boxOf(value: Raw, old: boolean): Box {
  if (typeof value === 'string') return { kind: 'text', text: value }
  const slots = Array.isArray(value)
    ? value.map((item, origin) => ({ origin, key: '', box: boxOf(item, old), old }))
    : Object.entries(value).map(([key, item]) => ({ origin: key, key, box: boxOf(item, old), old }))
  return { kind: Array.isArray(value) ? 'list' : 'map', slots, size: slots.length, robbed: false }
}

function rawOf(box: Box): Raw {
  if (box.kind === 'text') return box.text
  if (box.kind === 'list') return box.slots.map(slot => rawOf(slot.box))
  const map: { [key: string]: Raw } = {}
  for (const slot of box.slots) setOwn(map, slot.key, rawOf(slot.box))
  return map
}

function isEmptied(box: Box): boolean {
  if (box.kind === 'text') return false
  const kept = box.slots.filter(slot => !isEmptied(slot.box))
  if (kept.length < box.slots.length) box.robbed = true
  box.slots = kept
  return box.robbed && kept.length === 0
}

function isSame(box: Box, value: Raw): boolean {
  if (box.kind === 'text') return box.text === value
  if (typeof value === 'string' || Array.isArray(value) !== (box.kind === 'list')) return false
  const { slots } = box
  if (Array.isArray(value))
    return value.length === slots.length && slots.every(({ box }, i) => isSame(box, value[i] as Raw))
  if (Object.keys(value).length !== slots.length) return false
  if (!slots.every(({ key, box }) => Object.hasOwn(value, key) && isSame(box, value[key] as Raw)))
    return false
  const old = slots.filter(slot => slot.old && !isIndex(slot.key)).map(({ key }) => key)
  const names = new Set(old)
  return Object.keys(value)
    .filter(key => names.has(key))
    .every((key, i) => key === old[i])
}

/** Keys that JavaScript puts first, wherever they stand in the file. */
function isIndex(key: string): boolean {
  return /^\d+$/.test(key)
}
