import { fetchArxiv } from './fetch-arxiv.ts'
import { fetchDoi } from './fetch-doi.ts'
import { type Fetched, failure, fetchPage } from './fetch-page.ts'
import type { FetchedField, FetchedSource } from './fetched-source.ts'
import { type Askable, identified } from './identified.ts'
import { LIMITS, type Limits } from './limits.ts'
import { isPrivateHost } from './private-address.ts'

export type { FetchedField, FetchedSource, FetchRecord } from './fetched-source.ts'
export type { Askable } from './identified.ts'

export interface FetchOptions {
  /** Address to which a DOI is appended. */
  readonly doiResolver: string
  /** Address to which `abs/` and an arXiv number are appended. */
  readonly arxivBase: string
  /** The time in UTC, for the record. */
  readonly now: string
  /** Of this program. */
  readonly version: string
  readonly limits?: Limits
  /** Whether a host is on this machine or in its network, where no site outside may lead. */
  readonly isPrivate?: (host: string) => Promise<boolean>
}

/**
 * Asks the network what a source is: the registrar of its DOI, arXiv, then its page, which fills what they leave open.
 * An identifier in the URL counts, too. Each address gets the time and size that `limits` allow. Never throws for what
 * the network does: `fetch.status` and `problems` tell.
 */
export async function fetchSource(what: Askable, options: FetchOptions): Promise<FetchedSource> {
  const { doiResolver, arxivBase, now, version, limits = LIMITS, isPrivate = isPrivateHost } = options
  const request = { version, limits, isPrivate }
  const { url, doi, arxiv, isGuess } = identified(what)
  const parts: Fetched[] = []
  if (doi !== undefined) parts.push(await fetchDoi(doi, doiResolver, request))
  // What looked like a DOI in an address may be none.
  if (isGuess && parts[0]?.record.status !== 'ok') parts.pop()
  if (arxiv !== undefined) {
    const paper = await fetchArxiv(arxiv, arxivBase, request)
    // A paper that is elsewhere, too, stays there.
    parts.push(
      url === undefined ? paper : { ...paper, fields: paper.fields.filter(({ field }) => field !== 'url') },
    )
  }
  if (url !== undefined) parts.push(await fetchPage({ ...request, url }))
  if (parts.length === 0)
    parts.push(failure({ problem: 'There is no http or https address, DOI or arXiv number to ask for.' }))
  return joined(parts, now)
}

/** What several answers say together: of each field, what the first says that has it. */
function joined(parts: readonly Fetched[], now: string): FetchedSource {
  const byField = new Map<string, FetchedField>()
  for (const field of parts.flatMap(({ fields }) => fields))
    if (!byField.has(field.field) && !isFarAhead(field, now)) byField.set(field.field, field)
  const { status: last, ...record } = parts.at(-1)?.record ?? {}
  const isAllWell = parts.every(({ record }) => record.status === 'ok')
  const status = !isAllWell && parts.some(({ record }) => record.status === 'ok') ? 'partial' : last
  const venueName = parts.map(part => part.venueName).find(name => name !== undefined)
  return {
    fields: [...byField.values()],
    fetch: { at: now, ...(status === undefined ? {} : { status }), ...record },
    ...(venueName === undefined ? {} : { venueName }),
    isAnswered: parts.some(({ isUnanswered = false }) => !isUnanswered),
    problems: parts.flatMap(({ problems }) => problems),
  }
}

/** Whether a date is one of those that stand for none: what is published next year may be announced, not later. */
function isFarAhead({ field, value }: FetchedField, now: string): boolean {
  const latest = `${Number(now.slice(0, 4)) + 1}${now.slice(4, 10)}`
  return field === 'published' && String(value) > latest
}
