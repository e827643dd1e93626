import type { Change } from '../../../edit/change.ts'
import { meantKeys } from '../../../load/explain/keys.ts'
import { schemaAt } from '../../../load/schemas.ts'
import type { SourceText } from '../../../load/source-text.ts'
import { isMap } from '../../../load/typed-value.ts'
import { valueAt } from '../../../load/value-pointer.ts'
import { pointerSteps } from '../../../model/pointer.ts'
import { type FixPlan, loadRule } from '../../rule.ts'
import { fittingValue } from './fitting-value.ts'

export const unknownKey = loadRule({
  id: 'schema/unknown-key',
  severity: 'error',
  summary: 'a key that cards, venues or pages do not have',
  why: 'What stands under an unknown key is not read: it is in no list, search or export. Mostly the key is misspelt, or another tool calls the field so.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'summry: What it says.\n',
      'author: Satya Benson\n',
      'keyPoints:\n  - It works.\n',
      'authors:\n  - first_name: Satya\n    last_name: Benson\n',
      'colour: red\n',
    ],
    good: ['notes: Anything else.\n'],
  },
  fixFor: (finding, source) => renaming(finding.pointer, source),
})

/** More keys than any schema has: whatever this mapping is, it is none of ours. */
const MOST_KEYS = 100

/** Gives a key the one name that it can have been meant for, and its value the form that the field has. */
function renaming(pointerText: string, { kind, value }: SourceText): FixPlan | undefined {
  if (kind === 'baseline' || value === undefined) return undefined
  const pointer = pointerSteps(pointerText, value)
  const above = pointer.slice(0, -1)
  const map = valueAt(value, above)
  if (!isMap(map) || Object.keys(map).length > MOST_KEYS) return undefined
  const known = Object.keys(schemaAt(kind, above).properties ?? {})
  const taken = known.filter(key => Object.hasOwn(map, key))
  const meantBy = (key: string) => meantKeys(key, known, taken)
  const [meant, ...others] = meantBy(String(pointer.at(-1)))
  if (meant === undefined || others.length > 0 || taken.includes(meant)) return undefined
  // Of two keys that were meant for one field, people have to choose.
  const rivals = Object.keys(map).filter(key => !known.includes(key) && meantBy(key)[0] === meant)
  if (rivals.length > 1) return undefined
  const old = valueAt(value, pointer) ?? ''
  const fitting = fittingValue(kind, [...above, meant], old)
  if (fitting === undefined) return undefined
  const rename: Change = { kind: 'rename', pointer, key: meant }
  const changes: Change[] = fitting === old ? [rename] : [rename, { kind: 'set', pointer, value: fitting }]
  return { title: `Rename to \`${meant}\``, safe: false, changes }
}
