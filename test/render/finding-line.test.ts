import { expect, it } from 'vitest'
import { findingSpans } from '../../src/render/finding-line.ts'

it('has the place in front, and the severity as a style of its own', () => {
  const spans = findingSpans('cards/x.yaml', {
    rule: 'schema/value',
    severity: 'error',
    message: '`papr` is not a type that is known.',
    help: 'Did you mean `paper`?',
    file: 'x.yaml',
    range: { start: { line: 4, column: 7 }, end: { line: 4, column: 11 } },
    pointer: '/type',
  })
  expect(spans.map(({ text }) => text).join('')).toBe(
    'cards/x.yaml:4:7: error: `papr` is not a type that is known. Did you mean `paper`? [schema/value]',
  )
  expect(spans.filter(({ styles }) => styles?.includes('error')).map(({ text }) => text)).toEqual(['error:'])
})
