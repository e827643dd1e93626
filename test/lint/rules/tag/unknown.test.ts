import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('asks whether a tag that is near was meant', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': 'tags: [alignment, aligment, zoo]\n' },
    tags: ['alignment', 'governance'],
  })
  expect(linted.findings.map(({ help }) => help)).toEqual([
    'Did you mean `alignment`? Else add it to `tags` in cards.config.yaml.',
    'Choose another, or add it to `tags` in cards.config.yaml.',
  ])
  expect(textUnder(linted)).toEqual(['aligment', 'zoo'])
})
