import { valueAt } from '../../../load/value-pointer.ts'
import { pointerSteps } from '../../../model/pointer.ts'
import { loadRule } from '../../rule.ts'
import { fittingValue } from './fitting-value.ts'

export const type = loadRule({
  id: 'schema/type',
  severity: 'error',
  summary: 'a value of another kind than its field has, such as a text where a list belongs',
  why: 'What is not of its kind is left out of the card.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'authors: Satya Benson\n',
      'tags: interpretability, training\n',
      'label: [A name]\n',
      'forum: many\n',
      'forum:\n  karma: many\n',
    ],
    good: ['authors:\n  - Satya Benson\ntags: [interpretability, training]\nforum:\n  karma: 3\n'],
  },
  fixFor({ pointer: text }, { kind, value }) {
    if (kind === 'baseline' || value === undefined) return undefined
    const pointer = pointerSteps(text, value)
    const old = pointer.length === 0 ? undefined : valueAt(value, pointer)
    const fitting = old === undefined ? undefined : fittingValue(kind, pointer, old)
    if (fitting === undefined || fitting === old) return undefined
    const title = Array.isArray(fitting) ? 'Make it a list' : 'Take it out of the list'
    return { title, safe: false, changes: [{ kind: 'set', pointer, value: fitting }] }
  },
})
