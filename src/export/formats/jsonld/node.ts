/** A node of JSON-LD, by properties of schema.org. Properties that are undefined are left out when it is written. */
export interface Node {
  readonly '@type'?: string | undefined
  readonly '@id'?: string | undefined
  readonly [property: string]: unknown
}

/** One value as itself, several as a list, none as undefined. */
export function oneOrMore<T>(values: readonly T[]): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0]
}
