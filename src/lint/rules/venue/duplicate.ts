import { brief } from '../../../model/brief.ts'
import { registryRule } from '../../rule.ts'
import { sharing } from '../../sharing.ts'

export const duplicate = registryRule({
  id: 'venue/duplicate',
  severity: 'error',
  summary: 'two venues with the same id',
  why: 'Cards name a venue by its id. Of two with one id only the first counts, and what the second says is lost without a word.',
  examples: {
    bad: [
      {
        files: {
          'venues.yaml':
            '- id: nature\n  name: Nature\n  credibility: 5\n- id: nature\n  name: Nature Climate Change\n  credibility: 4\n',
        },
      },
    ],
    good: [{ files: { 'venues.yaml': '- id: nature\n  name: Nature\n- id: science\n  name: Science\n' } }],
  },
  *check({ venues }) {
    const claims = venues.all.map((venue, i) => ({ key: venue.id, pointer: [i, 'id'], entry: venue }))
    for (const { claim, others } of sharing(claims)) {
      yield {
        message: `The id \`${brief(claim.key)}\` is also that of ${others.map(other => brief(other.entry.name)).join(', ')}.`,
        help: 'Merge the two, or give one of them another id.',
        file: 'venues.yaml',
        pointer: claim.pointer,
        related: others.map(({ pointer }) => ({ file: 'venues.yaml', pointer })),
      }
    }
  },
})
