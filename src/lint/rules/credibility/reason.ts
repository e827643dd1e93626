import { cardRule } from '../../rule.ts'

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
  *check({ fields }) {
    const { credibility } = fields
    if (credibility === undefined || credibility.reason !== undefined) return
    yield {
      message: 'The card overrides the rating of its venue, but does not say why.',
      help: 'Add a `reason` below `credibility:`, or remove the rating.',
      pointer: ['credibility'],
      at: 'key',
    }
  },
})
