import type { CardFields } from '../../model/card.ts'
import { cardFromCsl } from '../../notation/csl/card-from-csl.ts'
import type { CslItem } from '../../notation/csl/csl-item.ts'
import type { VenueNames } from '../../notation/venue-names.ts'
import { withoutStandIns } from '../../notation/without-stand-ins.ts'
import type { ImportLog } from '../import-log.ts'
import type { ImportedCard, ImportOptions } from '../importer.ts'
import { completeFields } from './complete-fields.ts'
import { fittingFields } from './fitting-fields.ts'

/** An entry of a bibliography, its values under the names that CSL has for them. */
export interface ReferenceEntry {
  readonly file: string
  /** The 1-based line on which it starts. */
  readonly line: number
  /** The citation key, or the like. */
  readonly recordId?: string | undefined
  /** Its texts are markup, as CSL-JSON has it: `&lt;` is `<`. */
  readonly item: CslItem
  /** Whether its type is a guess by what else it has: that is no knowledge that a card could gain. */
  readonly isTypeGuessed?: boolean
  /** More addresses of the same source. */
  readonly alsoAt?: readonly string[]
  /** What the file calls a value, and where it stands, by the name of CSL; the entry and that name when left out. */
  readonly places: ReadonlyMap<string, FieldOrigin>
}

export interface FieldOrigin {
  readonly key: string
  readonly line: number
}

/** The citation key, in the field of the library that keeps it: `extra.citekey`. */
function ownKey(key: string | undefined, field: string | undefined): { extra?: CardFields['extra'] } {
  const name = /^extra\.(.+)$/.exec(field ?? '')?.[1]
  return key === undefined || name === undefined ? {} : { extra: { [name]: key } }
}

/** What CSL calls a field of a card, where the names differ. */
const CSL_NAMES: Readonly<Record<string, string>> = {
  url: 'URL',
  also_at: 'URL',
  doi: 'DOI',
  isbn: 'ISBN',
  pmid: 'PMID',
  label: 'title-short',
  authors: 'author',
  published: 'issued',
  venue: 'container-title',
  notes: 'note',
  tags: 'keyword',
}

const GUESSED = ['type'] as const

/**
 * Makes a card of an entry. The log is told what of it has no place in one; of an entry that nothing identifies, that
 * it is no source that can be found, and then there is no card.
 * @param map under `key`, it may name the field of the library that keeps citation keys, or `id`, which they then are
 */
export function referenceCard(
  entry: ReferenceEntry,
  venues: VenueNames,
  log: ImportLog,
  { map, extra }: Pick<ImportOptions, 'map' | 'extra'> = {},
): ImportedCard | undefined {
  const { file, line, recordId, item } = entry
  log.record()
  const { fields, venueName, dropped } = cardFromCsl(item)
  const fieldLog = (name: string) => {
    const { key, line: at } = entry.places.get(name) ?? { key: name, line }
    return log.field({ file, recordId, key, lineOf: () => at })
  }
  const wrong = dropped.find(({ key }) => ['URL', 'DOI', 'ISBN', 'PMID'].includes(key))?.why
  const alsoAt = [...new Set([...(fields.also_at ?? []), ...(entry.alsoAt ?? [])])]
  const also = alsoAt.filter(more => more !== fields.url)
  const venue = venueName === undefined ? undefined : venues.id(venueName)
  const said = {
    ...fields,
    ...(venue === undefined ? {} : { venue }),
    also_at: also.length === 0 ? undefined : also,
    ...ownKey(recordId, map?.get('key')),
  }
  const misfits: { readonly key: string; readonly why: string }[] = []
  const drop = (key: string, why: string) => misfits.push({ key: CSL_NAMES[key] ?? key, why })
  const fitting = fittingFields(withoutStandIns(said, drop), extra ?? {}, drop)
  const complete = completeFields(fitting, entry, log, wrong)
  if (complete === undefined) return undefined
  for (const { key, why } of [...dropped, ...misfits]) fieldLog(key).drop(why)
  if (fields.also_at !== undefined) {
    const told = [fields.url, ...fields.also_at.map(more => `also_at: ${more}`)]
    fieldLog('URL').convert(String(item.URL), told.filter(part => part !== undefined).join('; '))
  }
  const standIns = [...new Set([...(complete.standIns ?? []), ...(entry.isTypeGuessed ? GUESSED : [])])]
  return {
    ...complete,
    ...(standIns.length === 0 ? {} : { standIns }),
    origin: { file, line },
    ...(recordId === undefined ? {} : { recordId }),
    ...(recordId !== undefined && map?.get('key') === 'id' ? { wantedId: recordId } : {}),
    ...(venueName === undefined || venue !== undefined ? {} : { unknownVenue: venueName }),
  }
}
