import type { Span } from '../model/place.ts'

/** Spans that do not touch each other, to be added to one by one: each costs a search, not a walk through all. */
export class SpanSet {
  /** In order. */
  private readonly spans: Span[] = []

  /** Adds spans that do not touch any that is here; or none of them, when one does. */
  addAll(spans: readonly Span[]): boolean {
    if (spans.some(span => this.touches(span))) return false
    for (const span of spans) this.spans.splice(this.placeOf(span[0]), 0, span)
    return true
  }

  private touches([start, end]: Span): boolean {
    const place = this.placeOf(start)
    const [before, after] = [this.spans[place - 1], this.spans[place]]
    return (before !== undefined && before[1] >= start) || (after !== undefined && after[0] <= end)
  }

  /** How many spans start before an offset. */
  private placeOf(offset: number): number {
    let [low, high] = [0, this.spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.spans[middle]?.[0] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
