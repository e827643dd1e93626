import type { Change } from '../../../edit/change.ts'
import type { KnownFields } from '../../../model/card.ts'
import { resourceId } from '../../../model/stable-id.ts'
import type { UrlValue } from './url-values.ts'

/** The changes that give a URL of a card another text; its resource ID, by which others know it, stays an alias. */
export function changeUrl(
  { aliases = [] }: KnownFields,
  { text, pointer }: UrlValue,
  value: string,
): Change[] {
  const set: Change = { kind: 'set', pointer, value }
  const id = resourceId(text)
  const isKnown = pointer[0] !== 'url' || aliases.includes(id)
  return isKnown ? [set] : [set, { kind: 'append', pointer: ['aliases'], value: id }]
}
