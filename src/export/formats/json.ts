import type { Card } from '../../model/card.ts'
import { type CardJson, cardJson, JSON_FIELDS, type JsonField } from '../../model/card-json.ts'
import { mapped } from '../../model/chunks.ts'
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
  write: (cards, job) => jsonArray(cardsJson(cards, job)),
}

/** The same, one card a line. */
export const ndjson: Exporter = {
  name: 'ndjson',
  kind: 'data',
  description: 'the same, one card a line',
  extension: 'ndjson',
  keeps: EVERY_FIELD,
  choice: { kind: 'fields', names: JSON_FIELDS },
  write: (cards, job) => jsonLines(cardsJson(cards, job)),
}

function cardsJson(cards: readonly Card[], { registries, fields: chosen }: ExportJob): Iterable<CardJson> {
  // Checked by whoever gave them: they are of `choice`.
  const fields = chosen as readonly JsonField[] | undefined
  return mapped(cards, card => cardJson(card, registries, fields))
}
