import { cardRule, type Problem } from '../../rule.ts'
import { datedFields } from './dated-fields.ts'

export const future = cardRule({
  id: 'date/future',
  severity: 'warning',
  summary: 'a date that is still to come',
  why: 'Nobody has read or retired yet what is dated tomorrow. Most such dates are slips of the year, or a day and a month the wrong way round.',
  options: {
    grace: {
      type: 'integer',
      default: 1,
      description: 'How many days a date may be ahead: it is already tomorrow elsewhere.',
    },
  },
  examples: {
    bad: [
      { files: { 'aB3dE5gH7j.yaml': 'published: "2026-07-04"\n' }, today: '2026-06-15' },
      { files: { 'aB3dE5gH7j.yaml': 'accessed: "2027"\n' }, today: '2026-06-15' },
    ],
    good: [
      { files: { 'aB3dE5gH7j.yaml': 'published: "2026-06-16"\n' }, today: '2026-06-15' },
      { files: { 'aB3dE5gH7j.yaml': 'published: "2026"\n' }, today: '2026-06-15' },
    ],
  },
  seesRetired: true,
  check(card, { today }, { grace }) {
    const problems: Problem[] = []
    for (const { pointer, called, text, interval } of datedFields(card)) {
      if (!today.isBefore(interval.first, grace)) continue
      problems.push({
        message: `${called}, \`${text}\`, is still to come: today is \`${today.text}\`.`,
        help: 'Write the right date, or remove it until it has come.',
        pointer,
      })
    }
    return problems
  },
})
