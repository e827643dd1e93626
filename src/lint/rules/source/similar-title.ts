import { isRetiredPath } from '../../../model/card.ts'
import { roughSimilarityKeys } from '../../../model/similar-title.ts'
import { similarCards } from '../../../model/source-groups.ts'
import { libraryRule } from '../../rule.ts'
import { nameCards } from './name-cards.ts'

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
  link({ fields, path }, links, { venues }) {
    if (!isRetiredPath(path))
      for (const key of roughSimilarityKeys(fields, venues)) links.shares('title', key)
  },
  *check({ cards, venues }) {
    for (const { card, others } of similarCards(cards, venues).flat())
      yield {
        message: `The title is also that of ${nameCards(others)}.`,
        help: 'If they are one source, keep one card and give it the other URL under `also_at`.',
        file: card.path,
        pointer: ['title'],
        related: others.map(other => ({ file: other.path, pointer: ['title'] })),
      }
  },
})
