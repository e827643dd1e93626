import { expect, it } from 'vitest'
import { exampleText } from '../../src/lint/example-text.ts'

it('is the lines of a card alone', () => {
  expect(exampleText('title: A\n')).toBe('title: A')
})

it('names each file, link and earlier file, and what else the example rests on', () => {
  expect(
    exampleText({
      files: { 'a.yaml': 'title: A\n', 'b.yaml': '' },
      links: { 'c.yaml': '/etc/passwd' },
      before: { 'a.yaml': 'title: B\n' },
      tags: ['safety'],
      baseline: 'a b c d\n',
    }),
  ).toBe(
    '# cards.config.yaml\ntags: [safety]\n\n# a.yaml, before\ntitle: B\n\n# a.yaml\ntitle: A\n\n# b.yaml\n\n# c.yaml, a link to /etc/passwd\n\n# lint-baseline.txt\na b c d',
  )
})
