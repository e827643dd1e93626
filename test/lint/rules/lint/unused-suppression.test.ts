import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('takes only the rule that is not needed out of the comment', async () => {
  const card =
    'language: en\n# cards-ignore text/title, credibility/reason: settled\ncredibility:\n  rating: 2\n'
  expect(await fixExample(card, 'lint/unused-suppression')).toBe(card.replace('text/title, ', ''))
})

it('takes the comment away with its line when no rule is left', async () => {
  const card = 'language: en\n# kept\n  # cards-ignore text/title, text/html: settled\npublished: "2024"\n'
  expect(await fixExample(card, 'lint/unused-suppression')).toBe('language: en\n# kept\npublished: "2024"\n')
})

it('leaves the value before a comment on its line', async () => {
  const card = 'language: en # cards-ignore text/html: settled\npublished: "2024"\n'
  expect(await fixExample(card, 'lint/unused-suppression')).toBe('language: en\npublished: "2024"\n')
})

it('points at each rule that is not needed', async () => {
  const linted = await lintExample(
    'language: en\n# cards-ignore text/title, credibility/reason: settled\ncredibility:\n  rating: 2\n',
  )
  expect(textUnder(linted)).toEqual(['text/title'])
})
