/**
 * A YAML value by the failsafe schema: every scalar is its text, an empty node is ''. Which text is a number or
 * a date is for the card schema to say.
 */
export type Raw = string | Raw[] | { [key: string]: Raw }

/** Whether a value is a map. */
export function isRawMap(value: Raw | undefined): value is { [key: string]: Raw } {
  return typeof value === 'object' && !Array.isArray(value)
}

/** Sets an own key, also when it is called `__proto__`, which plain assignment would take for the prototype. */
export function setOwn<Value>(map: { [key: string]: Value }, key: string, value: Value): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true })
  } else {
    map[key] = value
  }
}
