/** A node of JSON-LD, as far as it can be trusted: not at all. */
export type Node = { readonly [key: string]: unknown }

/** What is more than this is a list of other pages. */
export const MOST_NODES = 2000

/** The texts of a value, a list of them, or of values that say in which language they are. */
export function texts(value: unknown): string[] {
  return listOf(value).flatMap(item => {
    if (typeof item === 'number') return [String(item)]
    const text = isNode(item) ? item['@value'] : item
    return typeof text === 'string' && text.trim() !== '' ? [text] : []
  })
}

export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? value.slice(0, MOST_NODES)
      : [value]
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
