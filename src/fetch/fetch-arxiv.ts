import { type Fetched, fetchPage, type PageRequest } from './fetch-page.ts'

/**
 * Asks for an arXiv paper's page.
 * @param id bare, without version
 * @param base the address of arXiv, to which `abs/` and the number are appended
 */
export async function fetchArxiv(
  id: string,
  base: string,
  request: Omit<PageRequest, 'url'>,
): Promise<Fetched> {
  const {
    fields,
    venueName,
    record,
    problems,
    isUnanswered = false,
  } = await fetchPage({ ...request, url: arxivAddress(id, base) })
  if (record.status === 'not-found')
    return { fields: [], record, problems: [`There is no arXiv paper ${id}.`] }
  // A site that stands in for arXiv must not become the source.
  const own = fields.filter(({ field }) => !OURS.has(field))
  return {
    fields:
      record.status === 'ok'
        ? [
            { field: 'url', value: arxivAddress(id, 'https://arxiv.org'), from: 'arXiv' },
            { field: 'arxiv', value: id, from: 'arXiv' },
            { field: 'type', value: 'paper', from: 'arXiv' },
            ...own,
          ]
        : [],
    venueName: venueName === undefined ? undefined : 'arXiv',
    record,
    problems,
    isUnanswered,
  }
}

const OURS: ReadonlySet<string> = new Set(['url', 'arxiv', 'type', 'also_at'])

/** Where a paper's page is. */
function arxivAddress(id: string, base: string): string {
  return `${base.replace(/\/*$/, '')}/abs/${id}`
}
