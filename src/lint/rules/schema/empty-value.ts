import { types, type ValueType } from '../../../load/forms.generated.cjs'
import type { Raw } from '../../../load/raw.ts'
import { isEmpty } from '../../../load/typed-value.ts'
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
  check({ kind, value }) {
    if (kind === 'baseline' || value === undefined || !holdsEmpty(value)) return []
    return emptyValues(value, types[kind], []).map(({ pointer, what }) => ({
      message: `\`${pointer.at(-1)}\` ${what}.`,
      help: 'Give it a value, or remove the key.',
      pointer,
      at: 'key' as const,
      fix: { title: 'Remove the key', safe: true, changes: [{ kind: 'unset' as const, pointer }] },
    }))
  },
})

/** Whether anything in a value is empty: in most cards nothing is. */
function holdsEmpty(value: Raw): boolean {
  if (typeof value === 'string') return value === ''
  if (Array.isArray(value)) return value.length === 0 || value.some(holdsEmpty)
  let isEmpty = true
  for (const key in value) {
    if (holdsEmpty(value[key] ?? '')) return true
    isEmpty = false
  }
  return isEmpty
}

interface Empty {
  readonly pointer: Pointer
  readonly what: string
}

/** The keys that the reader passes over: the schema names them and does not require them, and they say nothing. */
function emptyValues(value: Raw, type: ValueType | undefined, pointer: Pointer): Empty[] {
  if (typeof value === 'string' || typeof type !== 'object') return []
  if (Array.isArray(value)) {
    const items = 'items' in type ? type.items : undefined
    return value.flatMap((item, i) => emptyValues(item, items, [...pointer, i]))
  }
  if (!('keys' in type)) return []
  return Object.entries(value).flatMap(([key, item]) => {
    if (!Object.hasOwn(type.keys, key)) return []
    if (!isEmpty(item)) return emptyValues(item, type.keys[key], [...pointer, key])
    return type.required?.includes(key) ? [] : { pointer: [...pointer, key], what: emptiness(item) }
  })
}

function emptiness(value: Raw): string {
  if (Array.isArray(value)) return 'is an empty list'
  return value === '' ? 'has no value' : 'is an empty mapping'
}
