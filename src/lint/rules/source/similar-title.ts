import { authorNames } from '../../../model/author.ts'
import { parseUrl } from '../../../model/canonical-url.ts'
import type { Card } from '../../../model/card.ts'
import type { VenueIndex } from '../../../model/credibility.ts'
import { fold } from '../../../model/fold.ts'
import { isHomePage } from '../../../model/host.ts'
import { arxivIn, sourceKeys } from '../../../model/identifier.ts'
import { libraryRule } from '../../rule.ts'
import { groupByKeys } from './group-by-keys.ts'
import { nameCards } from './name-cards.ts'
import { titleKey } from './title-key.ts'

/** So many cards of one title are compared with each other. */
const COMPARED = 50

export const similarTitle = libraryRule({
  id: 'source/similar-title',
  severity: 'info',
  summary: 'two cards with the same title, and an author or the year in common',
  why: 'They may be one source at two addresses: a preprint and its publication, a post and its copy on another forum. Then one card with `also_at` is enough.',
  examples: {
    bad: [
      {
        files: {
          'aaaaaaaaa1.yaml':
            'url: https://forum.effectivealtruism.org/posts/7YDyziQxkWxbGmF3u/growth\ntitle: AI Safety Field Growth Analysis 2025\npublished: "2025-09-27"\n',
          'aaaaaaaaa2.yaml':
            'url: https://www.lesswrong.com/posts/8QjAnWyuE9fktPRgS/growth\ntitle: AI Safety Field Growth Analysis 2025 (LessWrong)\npublished: "2025-09-27"\n',
        },
      },
    ],
    good: [
      {
        files: {
          'aaaaaaaaa1.yaml': 'title: The Alignment Problem, Part 1\nauthors:\n  - Jo Doe\n',
          'aaaaaaaaa2.yaml': 'title: The Alignment Problem, Part 2\nauthors:\n  - Jo Doe\n',
        },
      },
    ],
  },
  *check({ cards, venues }) {
    for (const group of groupByKeys(cards, card => keysOf(card, venues))) {
      const compared = group.slice(0, COMPARED)
      const sources = new Map(compared.map(card => [card, new Set(sourceKeys(card.fields))]))
      for (const card of compared) {
        const others = compared.filter(
          other =>
            other !== card && !shareKey(sources.get(card), sources.get(other)) && mayBeOne(card, other),
        )
        if (others.length === 0) continue
        yield {
          message: `The title is also that of ${nameCards(others)}.`,
          help: 'If they are one source, keep one card and give it the other URL under `also_at`.',
          file: card.path,
          pointer: ['title'],
          related: others.map(other => ({ file: other.path, pointer: ['title'] })),
        }
      }
    }
  },
})

/** What two cards must share to be alike: the title, with the family name of an author or with the year. */
function keysOf(card: Card, venues: VenueIndex): string[] {
  const { fields } = card
  const title = titleKey(fields, venues)
  const words = title === '' ? 0 : title.split(' ').length
  const url = parseUrl(fields.url ?? '')
  if (words < 2 || (url && isHomePage(url))) return []
  const year = fields.published?.slice(0, 4)
  const families = authorNames(fields.authors).map(author => author.family ?? '')
  return [
    ...families.filter(Boolean).map(family => `${title}\nby ${fold(family)}`),
    // Organisations give one title to the report of every year, so that theirs have to be of the same year.
    ...(year !== undefined && words >= 4 ? [`${title}\nin ${year}`] : []),
  ]
}

function mayBeOne({ fields: a }: Card, { fields: b }: Card): boolean {
  const areEditions = a.isbn !== undefined && b.isbn !== undefined
  return !areEditions && !areNumbered(a.url, b.url)
}

/** Whether two cards surely are for one source, which `source/duplicate` tells. */
function shareKey(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return [...a].some(key => b.has(key))
}

/** A number in an address that counts something: parts, episodes, years, versions. */
const COUNTER =
  /(?<![a-z\d])((?:part|pt|vol|volume|v|ep|episode|chapter|ch|no|issue|lecture|week|day|s)?)\d{1,4}(?![a-z\d])/gi

/** Whether two addresses differ in nothing but such numbers. */
function areNumbered(a = '', b = ''): boolean {
  const plain = (url: string) => url.replace(COUNTER, '$1#')
  return a !== b && arxivIn(a) === undefined && plain(a) === plain(b)
}
