import { expect, it } from 'vitest'
import { withoutCode } from '../../../../src/lint/rules/text/without-code.ts'

it.each([
  ['a `b` c', 'a     c'],
  ['``a ` b`` c', '          c'],
  ['a ` b', 'a ` b'],
  ['\\`a` b`', '\\`a    '],
  ['\\\\`a` b', '\\\\    b'],
])('makes %j %j', (text, expected) => {
  expect(withoutCode(text)).toBe(expected)
  expect(withoutCode(text)).toHaveLength(text.length)
})
