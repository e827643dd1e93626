import { DERIVED_FIELDS, JSON_FIELDS } from '../model/card-json.ts'
import type { Keeps } from './format-facts.ts'

/** For formats that keep each field of a card under its own name. */
export const EVERY_FIELD: Keeps = Object.fromEntries(
  JSON_FIELDS.filter(field => field !== 'retired' && !DERIVED_FIELDS.includes(field)).map(field => [
    field,
    field,
  ]),
)
