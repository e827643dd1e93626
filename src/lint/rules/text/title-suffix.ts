import type { KnownFields } from '../../../model/card.ts'
import type { VenueIndex } from '../../../model/credibility.ts'
import { withoutWww } from '../../../model/host.ts'
import { isSiteName } from '../../../model/site-names.ts'
import { cardRule, type Problem } from '../../rule.ts'

/** What sites put between the title of a page and their name. */
const SEPARATOR = / (?:[|\-–—·•»]|::) /g

/** Most titles have no such thing. */
const MAY_END = new RegExp(SEPARATOR.source)

export const titleSuffix = cardRule({
  id: 'text/title-suffix',
  severity: 'info',
  summary: 'a title with the name of its site glued on, as in `A Title | Nature`',
  why: 'Browsers show the name of the site behind the title of a page. It is no part of the title, and the card already says where its source appeared.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'url: https://www.nature.com/articles/1\ntitle: Scaling laws of everything | Nature\n',
      {
        files: {
          'aB3dE5gH7j.yaml': 'title: Probability is in the mind - LessWrong\nvenue: lw\n',
          'venues.yaml': '- id: lw\n  name: LessWrong\n',
        },
      },
    ],
    good: [
      'url: https://www.nature.com/articles/1\ntitle: Scaling laws - a survey\n',
      'url: https://www.nature.com/articles/1\ntitle: Man - Nature\n',
      'url: https://www.rand.org/1\ntitle: The double-edged sword of trust | Nature\n',
    ],
  },
  check: ({ fields }, { venues }) => (MAY_END.test(fields.title ?? '') ? problemsOf(fields, venues) : []),
})

function* problemsOf(fields: KnownFields, venues: VenueIndex): Iterable<Problem> {
  const { title = '' } = fields
  const last = [...title.matchAll(SEPARATOR)].at(-1)
  if (last === undefined) return
  const value = title.slice(0, last.index).trim()
  const suffix = title.slice(last.index + last[0].length).trim()
  // Of `About - OpenAI` nothing would be left that says what it is about.
  if (!/\S\s+\S|[^\0-\x7f]/.test(value) || !isSiteName(withoutWww(suffix), fields, venues)) return
  yield {
    message: `The title ends with the name of its site, \`${suffix}\`.`,
    help: `Write \`${value}\`.`,
    pointer: ['title'],
    restsOn: [['venue'], ['url']],
    fix: {
      title: 'Remove the name of the site',
      safe: false,
      changes: [{ kind: 'set', pointer: ['title'], value }],
    },
  }
}
