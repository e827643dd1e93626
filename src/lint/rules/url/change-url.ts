import type { Change } from '../../../edit/change.ts'
import { urlChanges } from '../../../edit/operations/url-changes.ts'
import type { KnownFields } from '../../../model/card.ts'
import type { UrlValue } from './url-values.ts'

/** The changes that give a URL of a card another text; of `url`, the old resource ID stays an alias. */
export function changeUrl(fields: KnownFields, { pointer }: UrlValue, value: string): Change[] {
  return pointer[0] === 'url' ? urlChanges(fields, value) : [{ kind: 'set', pointer, value }]
}
