import { parseUrl } from '../model/canonical-url.ts'
import type { Card } from '../model/card.ts'
import { domainParts, hostsAround } from '../model/host.ts'
import type { Raw } from './raw.ts'

/** Whether an entry of a registry is needed. */
export type Wanted = (entry: { readonly [key: string]: Raw }) => boolean

/** The venues that cards name, and those that their URLs may match. */
export function venuesOf(cards: readonly Card[]): Wanted {
  const ids = new Set<unknown>(cards.map(({ fields }) => fields.venue))
  const hosts = new Set(cards.flatMap(({ fields }) => hostsOf(fields.url ?? '')))
  return ({ id, domains }) =>
    ids.has(id) ||
    (Array.isArray(domains) && domains.some(domain => hosts.has(domainParts(String(domain)).host)))
}

/** The pages that cite cards. */
export function pagesOf(cards: readonly Card[]): Wanted {
  const ids = new Set<unknown>(cards.flatMap(({ fields }) => fields.cited_by ?? []))
  return ({ id }) => ids.has(id)
}

/** A URL's host and all that it is in. */
function hostsOf(url: string): string[] {
  return [...hostsAround(parseUrl(url)?.host ?? '')]
}
