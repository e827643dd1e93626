import type { ImportLog } from '../../import-log.ts'
import type { ImportedCard } from '../../importer.ts'
import type { SourceEntry } from '../../source-entries.ts'
import { readFields } from './read-fields.ts'
import { RECORD_FIELDS } from './record-fields.ts'

/** A record as a card, or undefined for one without the address of a source. */
export function readRecord(entry: SourceEntry, log: ImportLog): ImportedCard | undefined {
  const { id, url } = entry.values
  log.record()
  const recordId = typeof id === 'string' && id.trim() !== '' ? id.trim() : undefined
  const address = typeof url === 'string' ? url.trim() : ''
  const origin = { file: entry.file, line: entry.line }
  if (!/^https?:\/\/[^\s/?#]+\S*$/i.test(address)) {
    const name = recordId === undefined ? 'This record' : `Record ${recordId}`
    log.refuse(origin, `${name} has no absolute http or https URL${address && `, but: ${address}`}.`)
    return undefined
  }
  const stated = readFields(entry, recordId, RECORD_FIELDS, log, address)
  const fields = { ...instead(address), ...stated }
  for (const [key, to] of Object.entries(instead(address))) {
    const place = { file: entry.file, recordId, key, lineOf: () => entry.line }
    if (!(key in stated)) log.field(place).convert('', to)
  }
  const standIns = (['title', 'type'] as const).filter(key => !(key in stated))
  // The table writes each field in the form that the card schema asks for.
  return {
    fields: fields as ImportedCard['fields'],
    origin,
    ...(recordId === undefined ? {} : { recordId }),
    ...(standIns.length === 0 ? {} : { standIns }),
  }
}

/** What stands for required fields that a record lacks. */
function instead(url: string): { title: string; type: 'other' } {
  return { title: url, type: 'other' }
}
