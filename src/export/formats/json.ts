import type { Card } from '../../model/card.ts'
import { JSON_FIELDS, type JsonField } from '../../model/card-json.ts'
import { cardJsonText } from '../../model/card-json-text.ts'
import { jsonArray, jsonLines } from '../../model/json-pieces.ts'
import { EVERY_FIELD } from '../every-field.ts'
import type { Exporter, ExportJob } from '../exporter.ts'

/** Cards as JSON: an array of them, each in the one shape that every output has. */
export const json: Exporter = {
  name: 'json',
  kind: 'data',
  description: 'an array of cards, in the one JSON shape of every output',
  extension: 'json',
  keeps: EVERY_FIELD,
  choice: { kind: 'fields', names: JSON_FIELDS },
  write: (cards, job) => jsonArray(cards, textOfCards(job)),
}

/** The same, one card a line. */
export const ndjson: Exporter = {
  name: 'ndjson',
  kind: 'data',
  description: 'the same, one card a line',
  extension: 'ndjson',
  keeps: EVERY_FIELD,
  choice: { kind: 'fields', names: JSON_FIELDS },
  write: (cards, job) => jsonLines(cards, textOfCards(job)),
}

function textOfCards({ registries, fields }: ExportJob): (card: Card) => string {
  // Checked by whoever gave them: they are of `choice`.
  return cardJsonText(registries, fields as readonly JsonField[] | undefined)
}
