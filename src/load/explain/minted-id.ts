import { parseUrl } from '../../model/canonical-url.ts'
import { mintingIdentity } from '../../model/identifier.ts'
import { mintStableId } from '../../model/stable-id.ts'
import { textField } from '../raw-field.ts'
import type { Typed } from '../typed-value.ts'

/** The ID that `cards import` would mint for the source of a card; undefined for a card that does not name one. */
export function mintedIdOf(card: Typed): string | undefined {
  const url = textField(card, 'url')
  const texts = ['doi', 'arxiv', 'isbn', 'pmid'].map(key => [key, textField(card, key)] as const)
  const known = [['url', url !== undefined && parseUrl(url) ? url : undefined] as const, ...texts]
  const identity = mintingIdentity(Object.fromEntries(known.filter(([, text]) => text !== undefined)))
  return identity === undefined ? undefined : mintStableId(identity)
}
