import type { KnownFields } from '../../../model/card.ts'
import type { VenueIndex } from '../../../model/credibility.ts'
import { lettersOf } from '../../../model/fold.ts'
import { isHomePage, plainHost } from '../../../model/host.ts'
import { arxivKey, doiIn } from '../../../model/identifier.ts'
import { isSiteName } from '../../../model/site-names.ts'
import { parseUrl, urlParts } from '../../../model/url-parts.ts'
import { cardRule, type Problem } from '../../rule.ts'

/** White space that a line of plain text has no use for; what is no space to YAML is for `text/invisible`. */
const RUN = /^[ \t\n\r]|[\t\n\r]| {2}|[ \t\n\r]$/

export const title = cardRule({
  id: 'text/title',
  severity: 'warning',
  summary: 'a title with line breaks or runs of spaces, or an address, identifier or site name in its place',
  why: 'Lists, citations and searches show titles. White space in them breaks tables and comparisons, and an address or the name of a site does not tell a reader which source it is.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'title: "Scaling laws\\nof neural networks"\n',
      'title: "Scaling  laws"\n',
      'title: https://www.ftc.gov/reports/data-brokers\n',
      'title: nist.gov/cyberframework\nurl: https://www.nist.gov/cyberframework\n',
      'title: arXiv:2310.07298\n',
      'title: Nature\nurl: https://www.nature.com/articles/d41586-023-00340-6\n',
    ],
    good: [
      'title: >-\n  Scaling laws\n  of neural networks\n',
      'title: Congress.gov\nurl: https://www.congress.gov/\n',
      'title: Wikipedia\nurl: https://en.wikipedia.org/wiki/Wikipedia\n',
      'title: Node.js\n',
    ],
  },
  check({ fields }, { venues }) {
    const { title: text = '', label } = fields
    const isOneLine = !RUN.test(text) && (label === undefined || !RUN.test(label))
    const kind = identifierKind(text) ?? siteKind(fields, venues)
    return isOneLine && kind === undefined ? [] : problemsOf(fields, venues)
  },
})

function* problemsOf(fields: KnownFields, venues: VenueIndex): Iterable<Problem> {
  for (const key of ['title', 'label'] as const) {
    const text = fields[key]
    if (text === undefined || !RUN.test(text)) continue
    const value = text.replace(/[ \t\n\r]+/g, ' ').trim()
    yield {
      message: `The ${key} holds ${/[\n\r]/.test(text.trim()) ? 'a line break' : 'needless white space'}.`,
      help: 'Write it on one line, with single spaces.',
      pointer: [key],
      ...(value !== '' && {
        fix: {
          title: 'Make it one line with single spaces',
          safe: false,
          changes: [{ kind: 'set' as const, pointer: [key], value }],
        },
      }),
    }
  }
  const identifier = identifierKind(fields.title ?? '')
  const kind = identifier ?? siteKind(fields, venues)
  if (kind === undefined) return
  yield {
    message: `The title is ${kind}, \`${fields.title}\`.`,
    help: 'Write the title that the source gives itself.',
    pointer: ['title'],
    ...(identifier === undefined && { restsOn: [['venue'], ['url']] }),
  }
}

/** What identifies a source and stands where its title should. */
function identifierKind(title: string): string | undefined {
  const text = title.trim()
  if (/\s/.test(text)) return undefined
  if (parseUrl(text)) return 'a URL'
  if (/^arxiv:/i.test(text) && arxivKey(text)) return 'an arXiv identifier'
  return /^(?:doi:|10\.\d{4})/i.test(text) && doiIn(text) ? 'a DOI' : undefined
}

/** What belongs to the site of a source and stands where its title should. */
function siteKind(fields: KnownFields, venues: VenueIndex): string | undefined {
  if (isOnlySiteName(fields, venues)) return 'only the name of the site'
  const { title = '', url = '' } = fields
  const [, host, path = ''] = /^((?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24})(\/\S*)?$/i.exec(title.trim()) ?? []
  const page = host === undefined ? undefined : urlParts(url)
  if (host === undefined || page === undefined) return undefined
  if (plainHost(host) !== plainHost(page.hostname)) return undefined
  if (path.length > 1) return 'an address'
  // A home page may be called by its host.
  return isHomePage(page) ? undefined : 'the host of a site'
}

/** Whether the title names only the site of a source that is deeper in it than its main pages. */
function isOnlySiteName(fields: KnownFields, venues: VenueIndex): boolean {
  const { title = '', url = '' } = fields
  if (!isSiteName(title, fields, venues)) return false
  const path = urlParts(url)?.pathname.split('/').filter(Boolean) ?? []
  return path.length > 1 && !lettersOf(path.at(-1) ?? '').includes(lettersOf(title))
}
