import type { Pointer } from './place.ts'

/** A pointer as text (RFC 6901): `/authors/0`; `` for the whole. */
export function pointerText(pointer: Pointer): string {
  return pointer.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/**
 * A pointer's text as steps. Only the value tells a list's index from a key that looks like one.
 * @param root the value that it is a pointer into; below what it does not have, every step is a key
 */
export function pointerSteps(text: string, root: unknown): Pointer {
  let value = root
  return text
    .split('/')
    .slice(1)
    .map(escaped => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~')
      const step = Array.isArray(value) ? Number(key) : key
      value = child(value, step)
      return step
    })
}

function child(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  return (value as Record<string | number, unknown>)[step]
}
