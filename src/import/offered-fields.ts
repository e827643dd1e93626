import { previewPath } from '../edit/card-path.ts'
import type { Raw } from '../load/raw.ts'
import type { CardFields, KnownFields } from '../model/card.ts'
import type { ImportedCard } from './importer.ts'
import { isSameValue } from './same-value.ts'

/** What an import may say of a card, by field. */
export type Offer = Partial<CardFields>

/** Maps whose keys belong together: what one fetch found, or why a rating is what it is, is given whole or not at all. */
const WHOLE: ReadonlySet<string> = new Set(['credibility', 'fetch', 'preview'])

/** The fields that no import ever replaces: they say what a card is, or what belongs to it, not what its source is. */
export const KEPT_FIELDS: ReadonlySet<string> = new Set(['id', 'aliases', 'retired', 'preview'])

/**
 * What a record has to offer to a card that is there.
 * @param raw what the card's file says, also wrongly: a value that does not fit the schema is no empty field
 * @param overwrite names of fields that may be replaced
 */
export function offeredFields(
  record: ImportedCard,
  card: KnownFields,
  raw: Raw | undefined,
  overwrite: ReadonlySet<string>,
): Offer {
  const { retired, ...fields } = statedFields(record)
  const offer = new Map<string, unknown>(Object.entries(fields))
  if (record.preview)
    offer.set('preview', {
      file: previewPath(card.id),
      ...(record.preview.truncated === undefined ? {} : { truncated: record.preview.truncated }),
      ...(record.preview.sizeKb === undefined ? {} : { size_kb: record.preview.sizeKb }),
    })
  const has = new Map<string, unknown>(Object.entries(card))
  const inFile = mapOf(raw)
  return Object.fromEntries(
    [...offer].flatMap(([key, value]) => {
      if (overwrite.has(key)) return isSameValue(key, has.get(key), value) ? [] : [[key, value]]
      const isThere = isSaid(inFile.get(key))
      if (isThere && (has.get(key) === undefined || WHOLE.has(key))) return []
      return [[key, isThere ? withoutSaid(value, inFile.get(key)) : value]]
    }),
  )
}

/** The fields of a record, less those that something stands in for. */
export function statedFields({ fields, standIns = [] }: ImportedCard): Partial<ImportedCard['fields']> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !standIns.some(name => name === key)))
}

/** Of a map the keys that the file does not say; any other value as it is. */
function withoutSaid(value: unknown, raw: Raw | undefined): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const inFile = mapOf(raw)
  return Object.fromEntries(Object.entries(value).filter(([key]) => !isSaid(inFile.get(key))))
}

function mapOf(raw: Raw | undefined): ReadonlyMap<string, Raw> {
  return new Map(typeof raw === 'object' && !Array.isArray(raw) ? Object.entries(raw) : [])
}

function isSaid(raw: Raw | undefined): boolean {
  return raw !== undefined && (typeof raw === 'string' ? raw.trim() !== '' : Object.keys(raw).length > 0)
}
