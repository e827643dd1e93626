import type { Pointer } from '../model/place.ts'
import type { Raw } from './raw.ts'
import { isMap, type Typed } from './typed-value.ts'

/** The value at a pointer; undefined when there is none. */
export function valueAt(root: Raw, pointer: Pointer): Raw | undefined
export function valueAt(root: Typed, pointer: Pointer): Typed | undefined
export function valueAt(root: Typed, pointer: Pointer): Typed | undefined {
  return pointer.reduce<Typed | undefined>(child, root)
}

function child(value: Typed | undefined, step: string | number): Typed | undefined {
  if (Array.isArray(value)) return value[Number(step)]
  return isMap(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined
}

/** Takes values out of a value, in place: a list loses the item, a mapping the key. */
export function removeAll(root: Typed, pointers: readonly Pointer[]): void {
  // From the back, so that the indexes of earlier items stay right; each once, lest the next item goes too.
  const sorted = [...pointers].sort(comparePointers).reverse()
  for (const [i, pointer] of sorted.entries()) {
    const before = sorted[i - 1]
    if (before === undefined || comparePointers(before, pointer) !== 0) remove(root, pointer)
  }
}

function remove(root: Typed, pointer: Pointer): void {
  const parent = valueAt(root, pointer.slice(0, -1))
  const last = pointer.at(-1)
  if (last === undefined) return
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (isMap(parent)) delete parent[String(last)]
}

/** The order of the places in a value, a list or mapping before what is in it. */
function comparePointers(a: Pointer, b: Pointer): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]]
    if (x === y) continue
    if (typeof x === 'number' && typeof y === 'number') return x - y
    return String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}
