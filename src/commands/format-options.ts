import type { FormatFacts } from '../export/format-facts.ts'

/** The options of `cards export` that mean something to a format, and not to every one. */
export function formatOptions({ choice, hasKeys, hasPages }: FormatFacts): string[] {
  return [
    ...(choice === undefined ? [] : [`--${choice.kind}`]),
    ...(hasKeys ? ['--key'] : []),
    ...(hasPages ? ['--index'] : []),
  ]
}
