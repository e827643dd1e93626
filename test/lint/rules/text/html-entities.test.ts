import { expect, it } from 'vitest'
import { decodeHtmlEntities } from '../../../../src/lint/rules/text/html-entities.ts'

it('takes time in proportion to the text', () => {
  const started = performance.now()
  for (const piece of ['&amp;', '&', '&#', '&amp', '`', '\\`', '&lt;'])
    for (const kind of ['plain', 'prose'] as const)
      decodeHtmlEntities({ pointer: [], called: '', text: piece.repeat(100_000), kind })
  expect(performance.now() - started).toBeLessThan(3000)
})
