import { type Span, span } from './span.ts'

/** A rating of 1 to 5 as five stars; blanks of the same width for none. */
export function stars(rating: number | undefined, terminal: { readonly unicode: boolean }): Span {
  if (rating === undefined) return span('     ')
  const [full, empty] = terminal.unicode ? ['★', '☆'] : ['*', '.']
  return span(full.repeat(rating) + empty.repeat(5 - rating), 'stars')
}
