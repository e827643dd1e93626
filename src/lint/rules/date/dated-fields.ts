import type { Card } from '../../../model/card.ts'
import { type Interval, parseDate } from '../../../model/date.ts'
import type { Pointer } from '../../../model/place.ts'
import { rememberLast } from '../../../model/remember-last.ts'

/** A date of a card. */
export interface DatedField {
  readonly pointer: Pointer
  /** What it says happened, as the start of a sentence. */
  readonly called: string
  readonly text: string
  readonly interval: Interval
}

/**
 * The dates of a card: when its source was published, when it was read, and when the card was retired. They are the same
 * for all rules that ask for them one after another.
 */
export const datedFields = rememberLast(({ fields }: Card): readonly DatedField[] => {
  const { published, accessed, retired } = fields
  const found: DatedField[] = []
  const add = (pointer: Pointer, called: string, text: string | undefined) => {
    const interval = text === undefined ? undefined : parseDate(text)
    if (text !== undefined && interval !== undefined) found.push({ pointer, called, text, interval })
  }
  add(PUBLISHED, 'The date of publication', published)
  add(ACCESSED, 'The date on which the source was read', accessed)
  add(RETIRED, 'The date on which the card was retired', retired?.date)
  return found
})

const PUBLISHED: Pointer = ['published']
const ACCESSED: Pointer = ['accessed']
const RETIRED: Pointer = ['retired', 'date']
