import type { CardFields } from '../model/card.ts'
import { doiIn } from '../model/identifier.ts'
import { HARMFUL } from '../model/json-text.ts'
import { cardFromCsl } from '../notation/csl/card-from-csl.ts'
import type { CslItem } from '../notation/csl/csl-item.ts'
import { type Fetched, failed, failure, type PageRequest, readAnswer } from './fetch-page.ts'
import { httpGet } from './http-get.ts'

/** CSL-JSON, else the page to which the DOI leads. */
const CSL = 'application/vnd.citationstyles.csl+json, text/html;q=0.5'

/**
 * Asks what a DOI's registrar says of it, by content negotiation; where it does not say, what the page says to which
 * the DOI leads.
 * @param resolver the address to which the DOI is appended
 */
export async function fetchDoi(
  doi: string,
  resolver: string,
  request: Omit<PageRequest, 'url'>,
): Promise<Fetched> {
  // A URL takes such parts for steps to elsewhere, however they are escaped.
  if (doi.split('/').some(part => /^\.{1,2}$/.test(part)))
    return failure({ problem: `The DOI ${doi} cannot be asked for: a part of it is only dots.` })
  const url = doiAddress(doi, resolver)
  let outcome = await httpGet({ ...request, url, accept: CSL })
  if (outcome.kind === 'answer' && outcome.status === 406)
    outcome = await httpGet({ ...request, url, accept: 'text/html' })
  if (outcome.kind === 'failure') return failure(outcome)
  const { status, contentType, body } = outcome
  // Behind a redirect it is only a page that is missing.
  if (status === 404 && new URL(outcome.url).host === new URL(url).host)
    return failed('not-found', status, `There is no DOI ${doi}.`)
  if (status !== 200 || !/[/+]json\b/i.test(contentType)) {
    const page = readAnswer(outcome, { ...request, url })
    // Where a DOI leads is where the source is; the link to itself is nothing new.
    return { ...page, fields: page.fields.filter(({ field }) => field !== 'url' && field !== 'also_at') }
  }
  const item = body === undefined ? undefined : parsed(body)
  if (item === undefined)
    return failed('error', status, `${new URL(outcome.url).host} sends no readable metadata of ${doi}.`)
  const told = typeof item.DOI === 'string' ? doiIn(item.DOI) : undefined
  if (told !== undefined && told.toLowerCase() !== doi.toLowerCase())
    return failed(
      'error',
      status,
      `Asked for ${doi}, ${new URL(outcome.url).host} tells of ${told}; that was not taken.`,
    )
  const { fields: all, venueName } = cardFromCsl(briefer(item))
  const { title, ...others } = all
  const fields = title === undefined || title.length > LONGEST_LINE ? others : all
  return {
    fields: [
      { field: 'doi', value: doi, from: FROM },
      ...Object.entries(fields).flatMap(([field, value]) =>
        value === undefined || (field === 'url' && doiIn(String(value)) !== undefined) || OWN.has(field)
          ? []
          : [{ field: field as keyof CardFields, value, from: FROM }],
      ),
    ],
    venueName,
    // Registrars count citations and dates of their own there: a hash of it would change every day.
    record: { status: !('title' in fields) ? 'partial' : 'ok', http_status: status },
    problems: !('title' in fields) ? [`The metadata of ${doi} has no title.`] : [],
  }
}

const FROM = 'the metadata of the DOI'

/** The DOI itself, and what is for people to say, whatever a registrar sends. */
const OWN: ReadonlySet<string> = new Set(['id', 'doi', 'accessed', 'notes', 'tags', 'fetch'])

/** Where a DOI is asked for; what a URL would take for something else is escaped. */
function doiAddress(doi: string, resolver: string): string {
  return `${resolver.replace(/\/*$/, '')}/${doi.split('/').map(encodeURIComponent).join('/')}`
}

/** An item whose texts are no longer than those that pages may have, with the first of several titles. */
function briefer(item: CslItem): CslItem {
  const title: unknown = item.title
  const first: unknown = Array.isArray(title) ? title[0] : title
  const short = Object.entries({ ...item, title: first }).filter(
    ([key, value]) => typeof value !== 'string' || value.length <= (LONGEST[key] ?? LONGEST_LINE),
  )
  return Object.fromEntries(short) as unknown as CslItem
}

const LONGEST_LINE = 600
const LONGEST: Readonly<Record<string, number>> = {
  title: 3000,
  abstract: 20_000,
  keyword: 20_000,
  note: 20_000,
}

function parsed(body: Uint8Array): CslItem | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'), harmless)
    const item = Array.isArray(value) ? value[0] : value
    return typeof item === 'object' && item !== null ? (item as CslItem) : undefined
  } catch {
    return undefined
  }
}

/** Controls and marks that reorder text have no use in metadata. */
function harmless(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(HARMFUL, '') : value
}
