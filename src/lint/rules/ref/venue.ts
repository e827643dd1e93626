import { cardRule } from '../../rule.ts'
import { isComplete, missingHelp } from './missing-entry.ts'

export const venue = cardRule({
  id: 'ref/venue',
  severity: 'error',
  summary: 'a venue that venues.yaml does not have',
  why: 'The card inherits its rating from its venue: from one that is not there it gets none.',
  examples: {
    bad: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'venue: leswrong\n',
          'venues.yaml': '- id: lesswrong\n  name: LessWrong\n',
        },
      },
      'venue: lesswrong\n',
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'venue: lesswrong\n',
          'venues.yaml': '- id: lesswrong\n  name: LessWrong\n',
        },
      },
    ],
  },
  check({ fields }, context) {
    const { venues } = context
    const id = fields.venue
    if (id === undefined || venues.get(id) || !isComplete('venues.yaml', venues.all.length, context))
      return []
    const known = venues.all.map(each => each.id)
    return [
      {
        message: `There is no venue \`${id}\`.`,
        help: missingHelp(id, known, `add it with \`cards venues add ${id} --name NAME\``),
        pointer: ['venue'],
      },
    ]
  },
})
