import { domainToUnicode } from 'node:url'
import { brief } from '../../../model/brief.ts'
import { parseUrl } from '../../../model/canonical-url.ts'
import { domainParts, plainHost, withoutWww } from '../../../model/host.ts'
import type { LintContext } from '../../lint-context.ts'
import { libraryRule } from '../../rule.ts'
import { skeleton } from './skeleton.ts'
import { sourceUrls, type UrlValue } from './url-values.ts'
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
  *check(context) {
    const { counts, venueHosts } = knownHosts(context)
    const looks = bySkeleton(counts, venueHosts)
    for (const { path, fields } of context.cards) {
      for (const value of sourceUrls(fields)) {
        const host = hostOf(value)
        if (host === undefined || venueHosts.has(host)) continue
        const known = looks.get(skeleton(withoutWww(readableHost(seenHost(value.text)))))
        if (known === undefined || known === host) continue
        const isBetterKnown = venueHosts.has(known) || (counts.get(known) ?? 0) > (counts.get(host) ?? 0)
        if (!isBetterKnown) continue
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

interface KnownHosts {
  /** In how many URLs of cards each host stands. */
  readonly counts: ReadonlyMap<string, number>
  readonly venueHosts: ReadonlySet<string>
}

/** Hosts as the network knows them: lower case, Punycode, without `www.`. */
function knownHosts({ cards, venues }: LintContext): KnownHosts {
  const counts = new Map<string, number>()
  for (const { fields } of cards) {
    for (const host of new Set(sourceUrls(fields).map(hostOf)))
      if (host !== undefined) counts.set(host, (counts.get(host) ?? 0) + 1)
  }
  const domains = venues.all.flatMap(venue => venue.domains ?? [])
  const venueHosts = domains.map(domain => domainParts(domain).host)
  return { counts, venueHosts: new Set(venueHosts) }
}

/** The best known host of each look: that of a venue, else the most frequent, else the first by name. */
function bySkeleton(
  counts: KnownHosts['counts'],
  venueHosts: KnownHosts['venueHosts'],
): ReadonlyMap<string, string> {
  const looks = new Map<string, string>()
  const rank = (host: string) => (venueHosts.has(host) ? Number.POSITIVE_INFINITY : (counts.get(host) ?? 0))
  for (const host of [...new Set([...venueHosts, ...counts.keys()])].sort()) {
    const look = skeleton(readableHost(host))
    const other = looks.get(look)
    if (other === undefined || rank(host) > rank(other)) looks.set(look, host)
  }
  return looks
}

function hostOf({ text }: UrlValue): string | undefined {
  const url = parseUrl(text)
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
