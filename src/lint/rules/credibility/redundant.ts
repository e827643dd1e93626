import { cardRule } from '../../rule.ts'
import { inheritedRating } from './inherited-rating.ts'

export const redundant = cardRule({
  id: 'credibility/redundant',
  severity: 'info',
  summary: 'a rating of the card itself that is the same as its venue’s, without a reason',
  why: 'It changes nothing today, but stays behind when the venue is rated anew. With a reason it is a judgement of this source, worth keeping.',
  fixes: 'unsafe',
  examples: {
    bad: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'venue: nature\ncredibility:\n  rating: 5\n',
          'venues.yaml': '- id: nature\n  name: Nature\n  credibility: 5\n',
        },
      },
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml':
            'venue: nature\ncredibility:\n  rating: 5\n  reason: Read, and every claim checked.\n',
          'venues.yaml': '- id: nature\n  name: Nature\n  credibility: 5\n',
        },
      },
    ],
  },
  check({ fields }, { venues }) {
    const { credibility } = fields
    if (credibility === undefined || credibility.reason !== undefined) return []
    const inherited = inheritedRating(fields, venues)
    if (inherited?.rating !== credibility.rating) return []
    return [
      {
        message: `The rating is ${credibility.rating} without it too: that of the venue \`${inherited.venue}\`.`,
        help: 'Remove it, or say in a `reason` why this source deserves it.',
        pointer: ['credibility'],
        at: 'key',
        restsOn: [[inherited.from]],
        fix: {
          title: 'Remove the rating',
          safe: false,
          changes: [{ kind: 'unset', pointer: ['credibility'] }],
        },
      },
    ]
  },
})
