import type { Importer, ImportFile } from '../../importer.ts'
import { jsonRecords } from '../json-records.ts'
import { ownCards, type Reading } from './own-cards.ts'
import { OWN_FIELDS } from './own-fields.ts'

/** Cards as JSON: what `cards show`, `list` and `search` print with `--json`. */
export const json: Importer = {
  name: 'json',
  description: 'JSON of our own: a card or a list of them, as `--json` prints them',
  mapping: OWN_FIELDS,
  read: (files, options) => ownCards(files, options, readJson),
}

/** The same, one card a line. */
export const ndjson: Importer = {
  name: 'ndjson',
  description: 'NDJSON of our own: a card on each line, as JSON',
  mapping: OWN_FIELDS,
  read: (files, options) => ownCards(files, options, readLines),
}

function readJson({ text }: ImportFile): Reading {
  if (text.trim() === '') return { records: [], problems: [] }
  const records = jsonRecords(text)
  return Array.isArray(records) ? { records, problems: [] } : { records: [], problems: [records] }
}

function readLines({ text }: ImportFile): Reading {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const readings = lines.flatMap((whole, i) => {
    if (whole.trim() === '') return []
    const records = jsonRecords(whole)
    const line = i + 1
    return [
      Array.isArray(records)
        ? { records: records.map(record => ({ ...record, line, lineOf: () => line })), problems: [] }
        : { records: [], problems: [{ line, why: records.why }] },
    ]
  })
  return {
    records: readings.flatMap(({ records }) => records),
    problems: readings.flatMap(({ problems }) => problems),
  }
}
