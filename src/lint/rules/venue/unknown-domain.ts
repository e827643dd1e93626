import { brief } from '../../../model/brief.ts'
import { parseUrl } from '../../../model/canonical-url.ts'
import { cardRule } from '../../rule.ts'

export const unknownDomain = cardRule({
  id: 'venue/unknown-domain',
  severity: 'off',
  summary: 'a card that names no venue, and whose URL matches none',
  why: 'A card without venue has no credibility rating but its own. Off by default, as most libraries cite many sites that they cite once.',
  examples: {
    bad: [
      {
        files: {
          'venues.yaml': '- id: nature\n  name: Nature\n  domains:\n    - nature.com\n',
          'aaaaaaaaa1.yaml': 'url: https://notnature.com/articles/nature14539\n',
        },
      },
    ],
    good: [
      {
        files: {
          'venues.yaml':
            '- id: nature\n  name: Nature\n  domains:\n    - nature.com\n- id: neurips\n  name: NeurIPS\n',
          'aaaaaaaaa1.yaml': 'url: https://www.nature.com/articles/nature14539\n',
          'aaaaaaaaa2.yaml': 'url: https://papers.nips.cc/paper/2012\nvenue: neurips\n',
        },
      },
    ],
  },
  *check({ fields: { url, venue } }, { venues }) {
    if (url === undefined || venue !== undefined || venues.all.length === 0) return
    const host = parseUrl(url)?.hostname
    if (host === undefined || venues.matching(url)) return
    yield {
      message: `No venue of venues.yaml has \`${brief(host)}\` among its domains.`,
      help: 'Name the `venue`, or add the domain to one in venues.yaml.',
      pointer: ['url'],
    }
  },
})
