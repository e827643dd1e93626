import { parseUrl } from '../model/canonical-url.ts'
import type { Card } from '../model/card.ts'
import type { Raw } from './raw.ts'

/** Whether an entry of a registry is needed. */
export type Wanted = (entry: { readonly [key: string]: Raw }) => boolean

/** The venues that cards name, and those that their URLs may match. */
export function venuesOf(cards: readonly Card[]): Wanted {
  const ids = new Set<unknown>(cards.map(({ fields }) => fields.venue))
  const hosts = new Set(cards.flatMap(({ fields }) => hostsOf(fields.url ?? '')))
  return ({ id, domains }) =>
    ids.has(id) || (Array.isArray(domains) && domains.some(domain => hosts.has(hostOf(domain))))
}

/** The pages that cite cards. */
export function pagesOf(cards: readonly Card[]): Wanted {
  const ids = new Set<unknown>(cards.flatMap(({ fields }) => fields.cited_by ?? []))
  return ({ id }) => ids.has(id)
}

/** A URL's host and all that it is in: `a.b.org`, `b.org`, `org`. */
function hostsOf(url: string): string[] {
  const labels = parseUrl(url)?.host.split('.') ?? []
  return labels.map((_, i) => labels.slice(i).join('.'))
}

/** The host of a venue's domain, as the venue index compares it. */
function hostOf(domain: Raw): string {
  const text = String(domain)
  return text
    .slice(0, `${text}/`.indexOf('/'))
    .toLowerCase()
    .replace(/^www\./, '')
}
