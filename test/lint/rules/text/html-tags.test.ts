import { expect, it } from 'vitest'
import { htmlTags } from '../../../../src/lint/rules/text/html-tags.ts'

it('takes time in proportion to the text', () => {
  const started = performance.now()
  for (const piece of ['<', '<a', '<a ', '<b>', '</b>', '<a /', '<i '])
    htmlTags({ pointer: [], called: '', text: piece.repeat(100_000), kind: 'prose' })
  expect(performance.now() - started).toBeLessThan(3000)
})
