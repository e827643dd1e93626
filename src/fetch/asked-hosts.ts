import { parseUrl } from '../model/canonical-url.ts'
import type { FetchOptions } from './fetch-source.ts'
import { type Askable, identified } from './identified.ts'

/** The hosts that are asked for a source, but for those to which they lead. */
export function askedHosts(
  what: Askable,
  { doiResolver, arxivBase }: Pick<FetchOptions, 'doiResolver' | 'arxivBase'>,
): string[] {
  const { url, doi, arxiv } = identified(what)
  const asked = [
    url,
    doi === undefined ? undefined : doiResolver,
    arxiv === undefined ? undefined : arxivBase,
  ]
  return [...new Set(asked.flatMap(address => (address && parseUrl(address)?.host) || []))]
}
