import { parseDate } from '../model/date.ts'
import type { Pointer } from '../model/place.ts'
import { isMap, type Typed } from './typed-value.ts'

/**
 * Where a card has days that the calendar does not have, such as `2023-02-29`: no pattern of a schema can say that.
 * @param card a card by its schema, or what somebody wrote instead
 */
export function impossibleDates(card: Typed): Pointer[] {
  if (!isMap(card)) return []
  const { published, accessed, retired } = card
  const places: Pointer[] = []
  if (isImpossible(published)) places.push(['published'])
  if (isImpossible(accessed)) places.push(['accessed'])
  if (isMap(retired) && isImpossible(retired.date)) places.push(['retired', 'date'])
  return places
}

/** Every month has 28 days, and the schema refuses all beyond the 31st. */
function isImpossible(date: Typed | undefined): boolean {
  return typeof date === 'string' && /^.{7}-(?:29|3[01])$/.test(date) && parseDate(date) === undefined
}
