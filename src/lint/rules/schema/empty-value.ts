import type { Raw } from '../../../load/raw.ts'
import { isEmpty } from '../../../load/typed-value.ts'
import { types, type ValueType } from '../../../load/validators.generated.cjs'
import type { Pointer } from '../../../model/place.ts'
import { textRule } from '../../rule.ts'

export const emptyValue = textRule({
  id: 'schema/empty-value',
  severity: 'warning',
  summary: 'a key without a value, or with an empty list or mapping',
  why: 'It says nothing, and is read as if it were not there; but whoever reads the card asks what ought to stand there.',
  fixes: 'safe',
  examples: {
    bad: ['published:\n', 'label: ""\n', 'tags: []\nforum: {}\n', 'fetch:\n  status: ok\n  file:\n'],
    good: ['published: 2026-02\n', 'tags:\n  - training\n'],
  },
  *check({ kind, value }) {
    if (kind === 'baseline' || value === undefined) return
    for (const { pointer, what } of emptyValues(value, types[kind], [])) {
      yield {
        message: `\`${pointer.at(-1)}\` ${what}.`,
        help: 'Give it a value, or remove the key.',
        pointer,
        at: 'key',
        fix: { title: 'Remove the key', safe: true, changes: [{ kind: 'unset', pointer }] },
      }
    }
  },
})

interface Empty {
  readonly pointer: Pointer
  readonly what: string
}

/** The keys that the reader passes over: the schema names them and does not require them, and they say nothing. */
function* emptyValues(value: Raw, type: ValueType | undefined, pointer: Pointer): Iterable<Empty> {
  if (typeof value === 'string' || typeof type !== 'object') return
  if (Array.isArray(value)) {
    const items = 'items' in type ? type.items : undefined
    for (const [i, item] of value.entries()) yield* emptyValues(item, items, [...pointer, i])
  } else if ('keys' in type) {
    for (const [key, item] of Object.entries(value)) {
      if (!Object.hasOwn(type.keys, key)) continue
      if (!isEmpty(item)) yield* emptyValues(item, type.keys[key], [...pointer, key])
      else if (!type.required?.includes(key)) yield { pointer: [...pointer, key], what: emptiness(item) }
    }
  }
}

function emptiness(value: Raw): string {
  if (Array.isArray(value)) return 'is an empty list'
  return value === '' ? 'has no value' : 'is an empty mapping'
}
