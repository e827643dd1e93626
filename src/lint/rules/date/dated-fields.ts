import type { Card } from '../../../model/card.ts'
import { type Interval, parseDate } from '../../../model/date.ts'
import type { Pointer } from '../../../model/place.ts'

/** A date of a card. */
export interface DatedField {
  readonly pointer: Pointer
  /** What it says happened, as the start of a sentence. */
  readonly called: string
  readonly text: string
  readonly interval: Interval
}

/** The dates of a card: when its source was published, when it was read, and when the card was retired. */
export function datedFields({ fields }: Card): DatedField[] {
  const dates: [Pointer, string, string | undefined][] = [
    [['published'], 'The date of publication', fields.published],
    [['accessed'], 'The date on which the source was read', fields.accessed],
    [['retired', 'date'], 'The date on which the card was retired', fields.retired?.date],
  ]
  return dates.flatMap(([pointer, called, text]) => {
    const interval = text === undefined ? undefined : parseDate(text)
    return text === undefined || interval === undefined ? [] : [{ pointer, called, text, interval }]
  })
}
