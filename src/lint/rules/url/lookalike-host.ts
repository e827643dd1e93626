import { domainToUnicode } from 'node:url'
import { brief } from '../../../model/brief.ts'
import { type Card, isRetiredPath } from '../../../model/card.ts'
import type { VenueIndex } from '../../../model/credibility.ts'
import { plainHost, withoutWww } from '../../../model/host.ts'
import { urlParts } from '../../../model/url-parts.ts'
import { libraryRule } from '../../rule.ts'
import { skeleton } from './skeleton.ts'
import { sourceUrls, type UrlValue } from './url-values.ts'
import { venueHosts } from './venue-hosts.ts'
import { writtenHost } from './written-host.ts'

export const lookalikeHost = libraryRule({
  id: 'url/lookalike-host',
  severity: 'warning',
  summary: 'a host that looks like that of a venue or of other cards, but is another one',
  why: 'In `frontiermodeIforum.org` the letter before `forum` is a capital i, and the site is another. Such hosts come from text recognition, from language models, and from people who want to be taken for somebody else.',
  examples: {
    bad: [
      {
        files: {
          'aaaaaaaaa1.yaml': 'url: https://www.frontiermodelforum.org/about-us/\n',
          'aaaaaaaaa2.yaml': 'url: https://www.frontiermodelforum.org/publications/\n',
          'aaaaaaaaa3.yaml': 'url: https://www.frontiermodeIforum.org/updates/\n',
        },
      },
      {
        files: {
          'venues.yaml': '- id: openai\n  name: OpenAI\n  domains:\n    - openai.com\n',
          'aaaaaaaaa1.yaml': 'url: https://оpenai.com/research/gpt-4\n',
        },
      },
    ],
    good: [
      {
        files: {
          'aaaaaaaaa1.yaml': 'url: https://openai.com/index/gpt-4/\n',
          'aaaaaaaaa2.yaml': 'url: https://OpenAI.com/research/\n',
          'aaaaaaaaa3.yaml': 'url: https://openal.org/documentation/\n',
        },
      },
    ],
  },
  link({ path, fields }, links, { venues }) {
    if (isRetiredPath(path)) return
    const ofVenues = venueHosts(venues)
    const claimed = new Set<string>()
    for (const value of sourceUrls(fields)) {
      const host = hostOf(value)
      if (host === undefined || ofVenues.has(host)) continue
      const seen = seenLook(value)
      if (venueLooks(venues).has(seen)) links.alone()
      const look = lookOf(host)
      if (seen !== look) links.doubts('look', seen, host)
      if (!claimed.has(host)) links.claims('look', look, host)
      claimed.add(host)
    }
  },
  *check({ cards, venues, countOf }) {
    const ofVenues = venueHosts(venues)
    const rankOf = (host: string) =>
      ofVenues.has(host) ? Number.POSITIVE_INFINITY : countOf('look', lookOf(host), host)
    const looks = bySkeleton(ofVenues, cards, rankOf)
    for (const { path, fields } of cards) {
      for (const value of sourceUrls(fields)) {
        const host = hostOf(value)
        if (host === undefined || ofVenues.has(host)) continue
        const known = looks.get(seenLook(value))
        if (known === undefined || known === host || rankOf(known) <= rankOf(host)) continue
        yield {
          message: `The host \`${brief(writtenHost(value.text))}\` looks like \`${brief(readableHost(known))}\`, but is another: \`${brief(host)}\`.`,
          help: `If \`${brief(readableHost(known))}\` was meant, write that.`,
          file: path,
          pointer: value.pointer,
        }
      }
    }
  },
})

/** The best known host of each look: that of a venue, else the most frequent, else the first by name. */
function bySkeleton(
  ofVenues: ReadonlySet<string>,
  cards: readonly Card[],
  rankOf: (host: string) => number,
): ReadonlyMap<string, string> {
  const ofCards = cards.flatMap(({ fields }) => sourceUrls(fields).flatMap(value => hostOf(value) ?? []))
  const looks = new Map<string, string>()
  for (const host of [...new Set([...ofVenues, ...ofCards])].sort()) {
    const look = lookOf(host)
    const other = looks.get(look)
    if (other === undefined || rankOf(host) > rankOf(other)) looks.set(look, host)
  }
  return looks
}

const looksKnown = new WeakMap<VenueIndex, ReadonlySet<string>>()

/** What the hosts of venues look like. */
function venueLooks(venues: VenueIndex): ReadonlySet<string> {
  const looks = looksKnown.get(venues) ?? new Set([...venueHosts(venues)].map(lookOf))
  looksKnown.set(venues, looks)
  return looks
}

/** So many hosts are remembered: cards of few sites make up most of a library. */
const REMEMBERED = 2000
const looksOfHosts = new Map<string, string>()

/** What a host looks like, as the network knows it. */
function lookOf(host: string): string {
  const known = looksOfHosts.get(host)
  if (known !== undefined) return known
  if (looksOfHosts.size >= REMEMBERED) looksOfHosts.clear()
  const look = skeleton(readableHost(host))
  looksOfHosts.set(host, look)
  return look
}

/** What the host of a URL looks like, as it is written. */
function seenLook({ text }: UrlValue): string {
  const url = urlParts(text)
  // It is written as the network knows it.
  if (url?.isPlain) return lookOf(plainHost(url.hostname))
  return skeleton(withoutWww(readableHost(seenHost(text))))
}

function hostOf({ text }: UrlValue): string | undefined {
  const url = urlParts(text)
  return url && plainHost(url.hostname)
}

/** The host in the case in which it is read: who writes all of it in capitals means nothing by that. */
function seenHost(url: string): string {
  const host = writtenHost(url).replace(/\.$/, '')
  return host === host.toUpperCase() ? host.toLowerCase() : host
}

/** Punycode as the letters that a browser shows. */
function readableHost(host: string): string {
  return (/(?:^|\.)xn--/i.test(host) ? domainToUnicode(host) : '') || host
}
