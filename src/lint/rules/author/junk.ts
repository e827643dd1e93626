import type { Author, KnownFields } from '../../../model/card.ts'
import { type VenueIndex, venueOf } from '../../../model/credibility.ts'
import { haveSameLetters } from '../../../model/fold.ts'
import { domainParts, plainHost } from '../../../model/host.ts'
import { kindOfJunk } from '../../../model/junk-name.ts'
import { urlParts } from '../../../model/url-parts.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { changeAuthor } from './author-list.ts'

/** Venues of these types only host what others write. */
const HOSTING = new Set([
  'preprint_server',
  'academic_search',
  'academic_journal',
  'blog_platform',
  'code_repository',
])

export const junk = cardRule({
  id: 'author/junk',
  severity: 'warning',
  summary: 'a text that is not an author: punctuation, an address, the site itself, `Unknown` or `admin`',
  why: 'It turns up in citations and in searches by author as if it were somebody. A source whose author is not known has no `authors`.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'authors:\n  - DeepSeek-AI\n  - ":"\n',
      'authors:\n  - https://example.org/about\n',
      'authors:\n  - Jane Doe <jane@example.org>\n',
      'authors:\n  - Unknown\n',
      'authors:\n  - www.example.org\n',
      {
        files: {
          'aB3dE5gH7j.yaml': 'url: https://arxiv.org/abs/2310.07298\narxiv: "2310.07298"\nauthors: [arXiv]\n',
          'venues.yaml': '- id: arxiv\n  name: arXiv\n  domains: [arxiv.org]\n  type: preprint_server\n',
        },
      },
    ],
    good: [
      'authors:\n  - Koen.Holtman\n  - 80000_Hours\n  - 李飞飞\n  - Anonymous\n',
      {
        files: {
          'aB3dE5gH7j.yaml': 'venue: openai\nauthors: [OpenAI]\n',
          'venues.yaml': '- id: openai\n  name: OpenAI\n  type: company_blog\n',
        },
      },
    ],
  },
  check({ fields }, { venues }) {
    const problems: Problem[] = []
    const { authors = [] } = fields
    for (let i = 0; i < authors.length; i++) {
      const problem = problemOf(authors[i] ?? '', i, fields, venues)
      if (problem) problems.push(problem)
    }
    return problems
  },
})

function problemOf(author: Author, i: number, fields: KnownFields, venues: VenueIndex): Problem | undefined {
  const name = wholeName(author)
  if (name === undefined) return undefined
  const ownKind = kindOfJunk(name)
  const kind = ownKind ?? kindOfSite(name, fields, venues)
  if (kind === undefined) return undefined
  const rest = personBefore(name)
  return {
    message: `\`${name}\` is ${kind}, not an author.`,
    help:
      rest === undefined
        ? 'Write the name of the author, or remove it.'
        : `Write the name alone, \`${rest}\`.`,
    pointer: ['authors', i],
    ...(ownKind === undefined && { restsOn: [['venue'], ['url']] }),
    fix: {
      title: rest === undefined ? 'Remove it' : `Write \`${rest}\``,
      safe: false,
      changes: changeAuthor(i, rest === undefined ? [] : [rest]),
    },
  }
}

/** The name of an author who has no parts, or only one. */
function wholeName(author: Author): string | undefined {
  if (typeof author === 'string') return author.trim()
  return author.literal ?? (author.family === undefined ? author.given : undefined)
}

/** What a text is that names the place of a card's source. */
function kindOfSite(name: string, fields: KnownFields, venues: VenueIndex): string | undefined {
  const host = plainHost(name)
  // A host has no spaces, as most names do.
  const url = host.includes(' ') ? undefined : urlParts(fields.url ?? '')
  if (url && host === plainHost(url.hostname)) return 'the host of the source'
  const venue = venueOf(fields, venues)
  if (venue === undefined || !HOSTING.has(venue.type ?? '')) return undefined
  const isVenue =
    haveSameLetters(name, venue.name) ||
    (!host.includes(' ') && venue.domains?.some(domain => isSite(domain, host)))
  return isVenue ? 'the venue' : undefined
}

/** Whether a venue's domain is the whole of a site. */
function isSite(domain: string, site: string): boolean {
  const { host, path } = domainParts(domain)
  return path === '' && host === site
}

/** The name before an e-mail address. */
function personBefore(name: string): string | undefined {
  const place = name.search(/[\s<(]*[<(\s][\w.+-]{1,64}@/)
  const rest = name.slice(0, Math.max(0, place)).trim()
  return /\p{L}/u.test(rest) ? rest : undefined
}
