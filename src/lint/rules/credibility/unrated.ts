import { effectiveCredibility } from '../../../model/credibility.ts'
import { cardRule } from '../../rule.ts'

export const unrated = cardRule({
  id: 'credibility/unrated',
  severity: 'off',
  summary: 'a card that has no rating, neither of its own nor from a venue',
  why: 'Readers are told how far they can trust the other sources; of this one they learn nothing. For libraries that rate every source.',
  examples: {
    bad: ['url: https://www.rand.org/pubs/1.html\n'],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'url: https://www.rand.org/pubs/1.html\n',
          'venues.yaml': '- id: rand\n  name: RAND\n  domains: [rand.org]\n  credibility: 4\n',
        },
      },
      'credibility:\n  rating: 3\n  reason: Well argued.\n',
    ],
  },
  *check({ fields }, { venues }) {
    if (effectiveCredibility(fields, venues) !== undefined) return
    const at = fields.venue !== undefined ? 'venue' : 'id'
    yield {
      message: 'The card has no credibility rating, neither of its own nor from a venue.',
      help:
        at === 'venue'
          ? `Rate the venue \`${fields.venue}\` in venues.yaml, or the card itself under \`credibility:\`.`
          : 'Name its `venue`, add its site to the `domains` of a venue, or rate the card under `credibility:`.',
      pointer: [at],
    }
  },
})
