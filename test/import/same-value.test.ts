import { expect, it } from 'vitest'
import { isSameValue } from '../../src/import/same-value.ts'

it.each([
  ['authors', [{ literal: 'Anthropic' }], ['Anthropic'], true],
  ['authors', [{ given: 'Ludwig', particle: 'van', family: 'Beethoven' }], ['Ludwig van Beethoven'], true],
  ['authors', ['de Leo, Maria'], ['Maria de Leo'], true],
  ['authors', [{ given: 'A.', family: 'B', orcid: '0000-0002-1825-0097' }], ['A. B'], true],
  ['authors', ['A. B'], [{ given: 'A.', family: 'B', orcid: '0000-0002-1825-0097' }], false],
  ['authors', ['A. B'], ['A. B', 'C. D'], false],
  ['authors', ['A. B'], ['B. A'], false],
  ['authors', 'A. B', ['A. B'], false],
  ['doi', '10.1000/ABC', '10.1000/abc', true],
  ['doi', '10.1000/abc', '10.1000/abd', false],
  ['title', 'ABC', 'abc', false],
  ['forum', { karma: 1, comments: 2 }, { comments: 2, karma: 1 }, true],
  ['tags', ['a', 'b'], ['b', 'a'], false],
  ['label', undefined, 'x', false],
])('holds %s %j against %j: %s', (field, had, given, isSame) => {
  expect(isSameValue(field, had, given)).toBe(isSame)
})
