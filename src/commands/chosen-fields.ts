import { JSON_FIELDS, type JsonField } from '../model/card-json.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'

/**
 * The fields that `--fields` names, in its order; undefined when it is not given.
 * @throws CardsError `usage` for a field that cards do not have
 */
export function chosenFields(names: readonly string[]): readonly JsonField[] | undefined {
  if (names.length === 0) return undefined
  return names.map(name => {
    const field = JSON_FIELDS.find(known => known === name.replaceAll('-', '_'))
    if (field !== undefined) return field
    const some = `Among the fields are ${JSON_FIELDS.slice(0, 8).join(', ')}; \`cards schema output-card\` has all.`
    const hint = didYouMean(name, JSON_FIELDS, some)
    throw new CardsError('usage', `Cards have no field \`${name}\`.`, hint)
  })
}
