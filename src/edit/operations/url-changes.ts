import type { KnownFields } from '../../model/card.ts'
import { resourceId } from '../../model/stable-id.ts'
import type { Change } from '../change.ts'

/** The changes that give a card another `url`; the old one's resource ID, by which others know it, stays an alias. */
export function urlChanges({ url, aliases = [] }: KnownFields, value: string): Change[] {
  const set: Change = { kind: 'set', pointer: ['url'], value }
  const id = url === undefined || url === value ? undefined : resourceId(url)
  if (id === undefined || aliases.includes(id)) return [set]
  return [set, { kind: 'append', pointer: ['aliases'], value: id }]
}
