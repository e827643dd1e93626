import { type Card, isRetiredPath } from '../../../model/card.ts'
import { groupByKeys, sharedKeys } from '../../../model/group-by-keys.ts'
import { placedSourceKeys, sourceKeys } from '../../../model/identifier.ts'
import type { Pointer } from '../../../model/place.ts'
import { libraryRule, type RelatedValue } from '../../rule.ts'
import { nameCards } from './name-cards.ts'

/** So many of the other cards are given as related: in a group of many, each with all others would be their square. */
const RELATED = 20

export const duplicate = libraryRule({
  id: 'source/duplicate',
  severity: 'error',
  summary: 'two cards for the same source, by URL, `also_at`, DOI, arXiv or PubMed number, or ISBN and title',
  why: 'What is found out about a source then stands on one of its cards, and readers see the other. Different forms of one address count as the same: versions and formats of an arXiv paper, mirrors of a forum post, DOI links.',
  examples: {
    bad: [
      {
        files: {
          'aaaaaaaaa1.yaml': 'url: https://www.nature.com/articles/nature14539\n',
          'aaaaaaaaa2.yaml': 'url: http://nature.com/articles/nature14539/#:~:text=learning\n',
        },
      },
      {
        files: {
          'aaaaaaaaa1.yaml': 'url: https://arxiv.org/abs/1706.03762\narxiv: "1706.03762"\n',
          'aaaaaaaaa2.yaml':
            'url: https://proceedings.neurips.cc/paper/2017/hash/3f5e-Abstract.html\nalso_at:\n  - https://arxiv.org/pdf/1706.03762v7\n',
        },
      },
    ],
    good: [
      {
        files: {
          'aaaaaaaaa1.yaml': 'url: https://www.nature.com/articles/nature14539\n',
          'aaaaaaaaa2.yaml': 'url: https://www.nature.com/articles/nature14236\n',
        },
      },
    ],
  },
  link({ fields, path }, links) {
    if (!isRetiredPath(path)) for (const key of sourceKeys(fields)) links.shares('source', key)
  },
  *check({ cards }) {
    const keysOf = ({ fields }: Card) => sourceKeys(fields)
    for (const group of groupByKeys(cards, keysOf)) {
      const shared = new Set(sharedKeys(group, keysOf))
      const places = new Map(group.map(card => [card, placeOfMatch(card, shared)]))
      for (const card of group) {
        const others = group.slice(0, RELATED + 1).filter(other => other !== card)
        yield {
          message: `The card is for the same source as ${nameCards(others, group.length - 1)}.`,
          help: 'Make them one with `cards merge`; `cards dupes` shows them and suggests which one to keep.',
          file: card.path,
          pointer: places.get(card) ?? [],
          related: others
            .slice(0, RELATED)
            .map((other): RelatedValue => ({ file: other.path, pointer: places.get(other) ?? [] })),
        }
      }
    }
  },
})

/** Where a card gives what another card gives too. */
function placeOfMatch({ fields }: Card, shared: ReadonlySet<string>): Pointer {
  return placedSourceKeys(fields).find(([key]) => shared.has(key))?.[1] ?? []
}
