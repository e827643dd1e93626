import { cardFromCsl } from '../../csl/card-from-csl.ts'
import type { CslItem } from '../../csl/csl-item.ts'
import type { Venue } from '../../model/card.ts'
import { lettersOf } from '../../model/fold.ts'
import type { ImportLog } from '../import-log.ts'
import type { ImportedCard } from '../importer.ts'
import { completeFields } from './complete-fields.ts'

/** An entry of a bibliography, its values under the names that CSL has for them. */
export interface ReferenceEntry {
  readonly file: string
  /** The 1-based line on which it starts. */
  readonly line: number
  /** The citation key, or the like. */
  readonly recordId?: string | undefined
  /** Its texts are markup, as CSL-JSON has it: `&lt;` is `<`. */
  readonly item: CslItem
  /** More addresses of the same source. */
  readonly alsoAt?: readonly string[]
  /** What the file calls a value, and where it stands, by the name of CSL; the entry and that name when left out. */
  readonly places: ReadonlyMap<string, FieldOrigin>
}

export interface FieldOrigin {
  readonly key: string
  readonly line: number
}

/** Finds venues by their names. */
export class VenueNames {
  private readonly ids: ReadonlyMap<string, string>

  constructor(venues: readonly Venue[]) {
    // Of two venues of one name the first counts.
    this.ids = new Map([...venues].reverse().map(({ id, name }) => [lettersOf(name), id]))
  }

  id(name: string): string | undefined {
    return this.ids.get(lettersOf(name))
  }
}

/**
 * Makes a card of an entry. The log is told what of it has no place in one; of an entry that nothing identifies, that
 * it is no source that can be found, and then there is no card.
 */
export function referenceCard(
  entry: ReferenceEntry,
  venues: VenueNames,
  log: ImportLog,
): ImportedCard | undefined {
  const { file, line, recordId, item } = entry
  const { fields, venueName, dropped } = cardFromCsl(item)
  const fieldLog = (name: string) => {
    const { key, line: at } = entry.places.get(name) ?? { key: name, line }
    return log.field({ file, recordId, key, lineOf: () => at })
  }
  const wrong = dropped.find(({ key }) => ['URL', 'DOI', 'ISBN', 'PMID'].includes(key))?.why
  const complete = completeFields(fields, entry, log, wrong)
  if (complete === undefined) return undefined
  for (const { key, why } of dropped) fieldLog(key).drop(why)
  const also = (entry.alsoAt ?? []).filter(more => more !== fields.url)
  const venue = venueName === undefined ? undefined : venues.id(venueName)
  return {
    fields: {
      ...complete,
      ...(venue === undefined ? {} : { venue }),
      ...(also.length === 0 ? {} : { also_at: [...new Set(also)] }),
    },
    origin: { file, line },
    ...(recordId === undefined ? {} : { recordId }),
    ...(venueName === undefined || venue !== undefined ? {} : { unknownVenue: venueName }),
  }
}
