import type { Card, KnownFields } from '../../src/model/card.ts'

/** A card for a test: what is given, in a file named after its ID. */
export function card(id: string, fields: Omit<KnownFields, 'id'> = {}, path = `${id}.yaml`): Card {
  return { id, path, fields: { id, ...fields }, findings: [] }
}
