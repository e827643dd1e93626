import type { Raw } from '../load/raw.ts'
import type { Difference } from './import-report.ts'
import type { ImportedCard } from './importer.ts'
import { KEPT_FIELDS, type Offer, statedFields } from './offered-fields.ts'
import { placeOf } from './record-place.ts'
import { isSameValue } from './same-value.ts'
import type { ExistingCard } from './sort-known.ts'
import { isMap, sortedJson } from './sorted-json.ts'

/**
 * The fields of which a record and a card say different things.
 * @param raw what the card's file says, also wrongly
 * @param offer what the import gives the card
 * @param replaced the fields of the card that give way to it
 */
export function differencesOf(
  record: ImportedCard,
  { id, fields }: Pick<ExistingCard, 'id'> & { readonly fields: object },
  { raw, offer, replaced }: { raw?: Raw | undefined; offer: Offer; replaced: ReadonlySet<string> },
): Difference[] {
  const [before, offered] = [entriesOf(fields), entriesOf(offer)]
  const inFile = entriesOf(raw)
  return Object.entries(statedFields(record)).flatMap(([key, value]): Difference[] => {
    if (value === undefined || KEPT_FIELDS.has(key)) return []
    const had = before.get(key) ?? inFile.get(key)
    const now = replaced.has(key) ? offered.get(key) : joined(had, offered.get(key))
    const [was = '', given = '', has = ''] = [had, value, now].map(sortedJson)
    const place = { ...placeOf(record), id, key }
    if (!isSameValue(key, now, value)) return [{ ...place, has, given, kept: 'has' }]
    if (!replaced.has(key) || isSameValue(key, had, value)) return []
    return [{ ...place, has: was, given, kept: 'given' }]
  })
}

/** What a field says in the end: of a map, both parts. */
function joined(had: unknown, offered: unknown): unknown {
  if (had === undefined || had === '') return offered
  return isMap(had) && isMap(offered) ? { ...offered, ...had } : had
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(isMap(value) ? Object.entries(value) : [])
}
