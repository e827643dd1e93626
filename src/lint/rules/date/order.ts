import { cardRule } from '../../rule.ts'
import { datedFields } from './dated-fields.ts'

export const order = cardRule({
  id: 'date/order',
  severity: 'warning',
  summary: 'a source that was published after it was read',
  why: 'One of the two dates is wrong, or the source has changed since: then what the card says of it may no longer be so.',
  examples: {
    bad: ['published: "2025-06"\naccessed: "2025-05-31"\n'],
    good: ['published: "2025-06"\naccessed: "2025-06-02"\n', 'published: "2025"\naccessed: "2025-03-01"\n'],
  },
  seesRetired: true,
  check(card, { today }) {
    const dates = datedFields(card)
    const published = dates.find(({ pointer }) => pointer[0] === 'published')
    const accessed = dates.find(({ pointer }) => pointer[0] === 'accessed')
    if (published === undefined || accessed === undefined) return []
    if (published.interval.first <= accessed.interval.last) return []
    // That is for `date/future` to say.
    if (today.isBefore(published.interval.first, 1)) return []
    return [
      {
        message: `The source was published \`${published.text}\`, but read \`${accessed.text}\`.`,
        help: 'Correct the date that is wrong; if the source is a newer version, read it and date that.',
        pointer: ['published'],
        restsOn: [['accessed']],
        related: [{ file: card.path, pointer: ['accessed'] }],
      },
    ]
  },
})
