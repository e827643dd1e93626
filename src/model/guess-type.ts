import { parseUrl } from './canonical-url.ts'
import type { CardType, KnownFields } from './card.ts'
import { type VenueIndex, venueOf } from './credibility.ts'
import { domainParts, hostsAround, plainHost } from './host.ts'

/** What kind of source something seems to be, and by what: `its host in arxiv.org`. */
export interface TypeGuess {
  readonly type: CardType
  readonly by: string
}

/** Sites, or parts of them, that hold one kind of source. Of one host, paths go before the whole. */
const SITES: Partial<Record<CardType, string>> = {
  blog: `lesswrong.com greaterwrong.com alignmentforum.org forum.effectivealtruism.org substack.com medium.com
    wordpress.com blogspot.com`,
  book: 'books.google.com goodreads.com openlibrary.org',
  code: 'github.com gitlab.com bitbucket.org codeberg.org sourceforge.net pypi.org npmjs.com crates.io',
  dataset: 'huggingface.co/datasets kaggle.com/datasets archive.ics.uci.edu',
  paper: `arxiv.org ar5iv.org biorxiv.org medrxiv.org ssrn.com openreview.net aclanthology.org proceedings.mlr.press
    pubmed.ncbi.nlm.nih.gov ncbi.nlm.nih.gov/pmc pmc.ncbi.nlm.nih.gov`,
  podcast: 'podcasts.apple.com open.spotify.com/episode open.spotify.com/show',
  reference: 'wikipedia.org wiktionary.org britannica.com plato.stanford.edu iep.utm.edu',
  talk: 'ted.com/talks',
  video: 'youtube.com youtu.be vimeo.com',
}

/** What appears in a venue, by the type that venues.yaml gives it. Others hold several kinds. */
const VENUE_TYPES: ReadonlyMap<string, CardType> = new Map([
  ['academic_journal', 'paper'],
  ['conference', 'paper'],
  ['preprint_server', 'paper'],
  ['review_platform', 'paper'],
  ['think_tank', 'report'],
  ['government', 'government'],
  ['encyclopedia', 'reference'],
  ['blog', 'blog'],
  ['blog_platform', 'blog'],
  ['company_blog', 'blog'],
  ['forum', 'blog'],
  ['news', 'news'],
  ['newspaper', 'news'],
  ['magazine', 'news'],
  ['podcast', 'podcast'],
  ['video_platform', 'video'],
  ['code_hosting', 'code'],
  ['data_repository', 'dataset'],
])

/** Domains of governments below ordinary endings. */
const GOVERNMENTS: ReadonlySet<string> = new Set(
  `europa.eu bund.de admin.ch gc.ca canada.ca parliament.uk go.jp go.kr overheid.nl rijksoverheid.nl`.split(
    ' ',
  ),
)

const SITE_LIST = Object.entries(SITES)
  .flatMap(([type, sites]) =>
    sites.split(/\s+/).map(site => ({ ...domainParts(site), site, type: type as CardType })),
  )
  .sort((a, b) => b.path.length - a.path.length)

/**
 * Guesses what kind of source something is: by an arXiv or PubMed number, by a part of a site that is known, by the type
 * of its venue, by its host in whole labels (`governance.ai` is no government), else by its DOI or ISBN.
 * @returns undefined when nothing tells
 */
export function guessType(fields: Partial<KnownFields>, venues: VenueIndex): TypeGuess | undefined {
  const { url, doi, arxiv, isbn, pmid } = fields
  if (arxiv !== undefined) return { type: 'paper', by: 'its arXiv number' }
  if (pmid !== undefined) return { type: 'paper', by: 'its PubMed number' }
  const parsed = url === undefined ? undefined : parseUrl(url)
  const host = parsed && plainHost(parsed.hostname)
  const sites = parsed && host !== undefined ? sitesOf(host, parsed.pathname) : []
  const part = sites.find(({ path }) => path !== '')
  if (part) return { type: part.type, by: `its address in ${part.site}` }
  const venue = venueOf({ ...fields, id: '' }, venues)
  const inVenue = VENUE_TYPES.get(venue?.type ?? '')
  if (venue && inVenue) return { type: inVenue, by: `its venue, ${venue.name}` }
  if (sites[0]) return { type: sites[0].type, by: `its host in ${sites[0].site}` }
  const government = host === undefined ? undefined : governmentDomain(host)
  if (government !== undefined) return { type: 'government', by: `its host in ${government}` }
  if (doi !== undefined) return { type: 'paper', by: 'its DOI' }
  return isbn === undefined ? undefined : { type: 'book', by: 'its ISBN' }
}

function sitesOf(host: string, pathname: string): typeof SITE_LIST {
  const around = new Set(hostsAround(host))
  return SITE_LIST.filter(site => around.has(site.host) && `${pathname}/`.startsWith(`${site.path}/`))
}

/** The domain of a government that a host is in, such as `.gov`, `gov.uk` or `europa.eu`. */
function governmentDomain(host: string): string | undefined {
  const [second = '', top = ''] = host.split('.').slice(-2)
  if (top === 'gov' || top === 'mil') return `.${top}`
  if (/^[a-z]{2}$/.test(top) && /^(?:gov|govt|gob|gouv|gub|mil)$/.test(second)) return `${second}.${top}`
  return [...hostsAround(host)].find(domain => GOVERNMENTS.has(domain))
}
