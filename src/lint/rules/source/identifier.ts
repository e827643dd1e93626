import { brief } from '../../../model/brief.ts'
import { identifierInUrl } from '../../../model/identifier-in-url.ts'
import { cardRule } from '../../rule.ts'

const NAMES = { arxiv: 'arXiv number', doi: 'DOI' } as const

export const identifier = cardRule({
  id: 'source/identifier',
  severity: 'info',
  summary: 'a DOI or arXiv number that the URL gives away and the card does not have',
  why: 'An identifier outlives its page: it finds the source after a site has moved, and tells that two cards are one.',
  fixes: 'safe',
  examples: {
    bad: [
      'url: https://arxiv.org/abs/1706.03762\n',
      'url: https://www.science.org/doi/full/10.1126/science.aax2342\n',
      'url: https://doi.org/10.48550/arXiv.1706.03762\n',
    ],
    good: [
      'url: https://arxiv.org/abs/1706.03762v5\narxiv: "1706.03762"\n',
      'url: https://www.science.org/content/article/fake-papers\n',
    ],
  },
  check({ fields }) {
    const found = fields.url === undefined ? undefined : identifierInUrl(fields.url)
    if (found === undefined || fields[found.field] !== undefined) return []
    const { field, value } = found
    return [
      {
        message: `The URL gives the ${NAMES[field]} \`${brief(value)}\`, which the card does not have.`,
        help: `Add \`${field}: ${field === 'arxiv' ? `"${value}"` : brief(value)}\`.`,
        pointer: ['url'],
        fix: {
          title: `Add the ${NAMES[field]}`,
          safe: true,
          changes: [{ kind: 'set', pointer: [field], value }],
        },
      },
    ]
  },
})
