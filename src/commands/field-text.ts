import type { CardJson } from '../model/card-json.ts'
import { CardsError } from '../model/errors.ts'
import { jsonText } from '../model/json-text.ts'
import { chosenFields } from './chosen-fields.ts'

/**
 * The value of one field for scripts: text as it is, the items of a list a line each, names of authors, ids of
 * pages, anything else as JSON. Undefined when the card does not have it.
 * @param path a field of the JSON, or a part of it: `credibility.rating`, `key_points[0]` or `key_points.0`
 */
export function fieldText(path: string, card: CardJson): string | undefined {
  const [name = '', ...parts] = path.replace(/\[(\d+)\]/g, '.$1').split('.')
  const [field] = chosenFields([name]) ?? []
  if (field === undefined) throw new CardsError('usage', 'No field is named.', 'For example: --field title')
  const value = parts.reduce<unknown>((whole, part) => {
    return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, part)
      ? (whole as Record<string, unknown>)[part]
      : undefined
  }, card[field])
  return value === undefined ? undefined : lines(value)
}

function lines(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(item => named(item) ?? lines(item)).join('\n')
  return jsonText(value)
}

function named(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  if ('name' in item && typeof item.name === 'string') return item.name
  return 'id' in item && typeof item.id === 'string' ? item.id : undefined
}
