import { brief } from '../../../model/brief.ts'
import { parseUrl } from '../../../model/canonical-url.ts'
import { isRetiredPath, type KnownFields } from '../../../model/card.ts'
import { fold, lettersOf } from '../../../model/fold.ts'
import { isHomePage, plainHost, withoutWww } from '../../../model/host.ts'
import { urlParts } from '../../../model/url-parts.ts'
import type { CardContext, LintContext } from '../../lint-context.ts'
import { libraryRule } from '../../rule.ts'
import { isSearchPage } from './search-page.ts'
import { venueHosts } from './venue-hosts.ts'

/** What a home page may well be: the work itself. */
const AT_HOME: ReadonlySet<string> = new Set(['reference', 'code', 'dataset', 'other'])

export const notASource = libraryRule({
  id: 'url/not-a-source',
  severity: 'info',
  summary: 'a URL that leads to the results of a search, or to the home page of a site',
  why: 'Such a page says something else tomorrow, and nobody can check there what a text cites it for.',
  examples: {
    bad: [
      'url: https://arxiv.org/search/?query=scalable+oversight\n',
      {
        files: {
          'aaaaaaaaa1.yaml': 'url: https://www.nature.com/\ntitle: Interview with a laureate\ntype: paper\n',
          'aaaaaaaaa2.yaml': 'url: https://www.nature.com/articles/nature14539\n',
        },
      },
    ],
    good: [
      'url: https://ai-2027.com/\n',
      {
        files: {
          'aaaaaaaaa1.yaml': 'url: https://www.metaculus.com/\ntitle: Metaculus\n',
          'aaaaaaaaa2.yaml': 'url: https://www.metaculus.com/questions/3479/\n',
        },
      },
    ],
  },
  link({ path, fields }, links, context) {
    const text = isRetiredPath(path) ? undefined : fields.url
    const parts = text === undefined ? undefined : urlParts(text)
    if (text === undefined || parts === undefined) return
    const host = plainHost(parts.hostname)
    const url = isHomePage(parts) || parts.search !== '' ? parseUrl(text) : undefined
    if (!isHomePage(parts)) links.tells('site', host)
    else if (url && isAboutAPage(fields, url, context))
      if (venueHosts(context.venues).has(host)) links.alone()
      else links.asks('site', host)
    if (url && isSearchPage(url)) links.alone()
  },
  *check(context) {
    const known = hostsWithPages(context)
    for (const { path, fields } of context.cards) {
      const url = parseUrl(fields.url ?? '')
      if (!url) continue
      const file = { file: path, pointer: ['url'] }
      if (isSearchPage(url))
        yield {
          message: `\`${brief(fields.url ?? '')}\` is a search, not a source.`,
          help: 'Cite the page that the search found.',
          ...file,
        }
      else if (isHomePage(url) && isAboutAPage(fields, url, context) && known.has(plainHost(url.hostname)))
        yield {
          message: `\`${brief(fields.url ?? '')}\` is the home page of a site, not a page that says “${brief(fields.title ?? '')}”.`,
          help: 'Cite the page on which it can be read; if the site itself is meant, give the card its name as the title.',
          ...file,
          restsOn: [['title']],
        }
    }
  },
})

/** The hosts that have pages of their own, as venues or other cards tell. */
function hostsWithPages({ cards, venues }: LintContext): ReadonlySet<string> {
  const hosts = new Set(venueHosts(venues))
  for (const { fields } of cards) {
    const url = parseUrl(fields.url ?? '')
    if (url && !isHomePage(url)) hosts.add(plainHost(url.hostname))
  }
  return hosts
}

/**
 * Whether a card speaks of a page rather than of the site: it names neither author nor date, which a work on a site
 * of its own would have, and its title is more than the name of the site.
 */
function isAboutAPage(fields: KnownFields, url: URL, { venues }: CardContext): boolean {
  const { authors, published, type, title, label } = fields
  if (title === undefined || authors !== undefined || published !== undefined) return false
  if (type !== undefined && AT_HOME.has(type)) return false
  const venue = venues.matching(url.href)
  const host = plainHost(url.hostname)
  const names = [...host.split('.'), host, venue?.id, venue?.name]
  const known = new Set(names.filter(name => name !== undefined).map(letters))
  return ![title, label].some(
    text => text !== undefined && (known.has(letters(text)) || known.has(initials(text))),
  )
}

/** `Bureau of Labor Statistics` as `bls`, `AI Safety Institute` as `aisi`. */
function initials(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const first = words.map(word => (/^\p{Lu}{2,}$/u.test(word) ? word : (/^\p{Lu}/u.exec(word)?.[0] ?? '')))
  return first.join('').toLowerCase()
}

/** A name without what people write now one way, now another: `The AI Alignment Forum`, `alignmentforum`. */
function letters(text: string): string {
  return lettersOf(withoutWww(fold(text).replace(/^(?:the|ai) /, '')))
}
