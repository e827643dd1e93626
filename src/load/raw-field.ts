import { isMap, type Typed } from './typed-value.ts'

/** A text that a mapping has under a key; undefined where it is empty, or there is none. */
export function textField(value: Typed | undefined, name: string): string | undefined {
  const field = isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return typeof field === 'string' && field !== '' ? field : undefined
}
