import { rawValue } from '../edit/raw-value.ts'
import type { ImportedCard } from './importer.ts'
import { offeredFields, statedFields } from './offered-fields.ts'
import type { KnownRecord, Sorting } from './sort-known.ts'
import { isMap } from './sorted-json.ts'

/** Gives new records what later records of the same source say besides: what the first says stays. */
export function mergeRepeats({ fresh, known, untitled }: Sorting): Sorting {
  const merged = new Map<unknown, ImportedCard>()
  for (const { record, is, why } of known) {
    if ('id' in is || why === 'repeat') continue
    const first = merged.get(is) ?? is
    merged.set(is, withOffer(first, record))
  }
  const now = (record: ImportedCard) => merged.get(record) ?? record
  return {
    fresh: fresh.map(now),
    known: known.map((each): KnownRecord => ('id' in each.is ? each : { ...each, is: now(each.is) })),
    untitled,
  }
}

function withOffer(first: ImportedCard, { preview, ...repeat }: ImportedCard): ImportedCard {
  const stated = statedFields(first)
  const { id, ...offer } = offeredFields(repeat, { id: '', ...stated }, rawValue(stated), new Set())
  const fields = new Map<string, unknown>(Object.entries(stated))
  for (const [key, value] of Object.entries(offer)) {
    const has = fields.get(key)
    if (has === undefined) fields.set(key, value)
    else if (isMap(has) && isMap(value)) fields.set(key, { ...value, ...has })
  }
  const standIns = first.standIns?.filter(key => !fields.has(key))
  for (const key of standIns ?? []) fields.set(key, first.fields[key])
  const excerpt = first.preview ?? preview
  // Each value is one that a record had for that very field.
  return {
    ...first,
    fields: Object.fromEntries(fields) as ImportedCard['fields'],
    ...(standIns === undefined ? {} : { standIns }),
    ...(excerpt ? { preview: excerpt } : {}),
  }
}
