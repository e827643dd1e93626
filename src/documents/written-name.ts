/** A name that is written as a reference, wherever it leads. */
export interface WrittenName {
  readonly start: number
  readonly text: string
  /** Whether a program looks it up in a bibliography. */
  readonly isLookedUp?: true
}

const NAME = /[A-Za-z0-9_](?:[A-Za-z0-9_-]|[.:+/](?=[A-Za-z0-9]))*/g

/** The names in the value of an attribute or a command: several may be separated by commas, spaces or quotes. */
export function* namesWithin(value: string, start: number): Iterable<WrittenName> {
  for (const { 0: text, index } of value.matchAll(NAME)) yield { start: start + index, text }
}
