import { cardFromCsl } from '../csl/card-from-csl.ts'
import type { CslItem } from '../csl/csl-item.ts'
import type { CardFields } from '../model/card.ts'
import { doiIn } from '../model/identifier.ts'
import { HARMFUL } from '../model/json-text.ts'
import { type Fetched, failed, type PageRequest, readAnswer } from './fetch-page.ts'
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
  const url = doiAddress(doi, resolver)
  let outcome = await httpGet({ ...request, url, accept: CSL })
  if (outcome.kind === 'answer' && outcome.status === 406)
    outcome = await httpGet({ ...request, url, accept: 'text/html' })
  if (outcome.kind === 'failure') return failed('error', outcome.status, outcome.problem)
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
  const { fields, venueName } = cardFromCsl(item)
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
    record: { status: fields.title === undefined ? 'partial' : 'ok', http_status: status },
    problems: fields.title === undefined ? [`The metadata of ${doi} has no title.`] : [],
  }
}

const FROM = 'the metadata of the DOI'

/** The DOI itself, and what is for people to say, whatever a registrar sends. */
const OWN: ReadonlySet<string> = new Set(['id', 'doi', 'accessed', 'notes', 'tags', 'fetch'])

/** Where a DOI is asked for; what a URL would take for something else is escaped. */
function doiAddress(doi: string, resolver: string): string {
  return `${resolver.replace(/\/*$/, '')}/${doi.split('/').map(encodeURIComponent).join('/')}`
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
