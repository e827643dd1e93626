import { cardRule } from '../../rule.ts'
import { inheritedRating } from './inherited-rating.ts'

export const reason = cardRule({
  id: 'credibility/reason',
  severity: 'warning',
  summary: 'a rating of the card itself without the reason for it',
  why: 'A card has a rating of its own only to override its venue. A year later nobody knows why, unless the card says so.',
  examples: {
    bad: ['credibility:\n  rating: 2\n'],
    good: [
      'credibility:\n  rating: 2\n  reason: A retracted paper that the venue still hosts.\n',
      'type: web\n',
    ],
  },
  check({ fields }, { venues }) {
    const { credibility } = fields
    if (credibility === undefined || credibility.reason !== undefined) return []
    const inherited = inheritedRating(fields, venues)
    // That is for `credibility/redundant` to say.
    if (inherited?.rating === credibility.rating) return []
    return [
      {
        message: inherited
          ? `The card is rated ${credibility.rating}, its venue ${inherited.rating}, and it does not say why.`
          : 'The card has a rating of its own, but does not say why.',
        help: 'Add a `reason` below `credibility:`, or remove the rating.',
        pointer: ['credibility'],
        at: 'key',
      },
    ]
  },
})
