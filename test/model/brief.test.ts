import { expect, it } from 'vitest'
import { brief } from '../../src/model/brief.ts'

it.each([
  ['Attention Is All You Need', 'Attention Is All You Need'],
  ['one\n  and\ttwo', 'one and two'],
  ['a'.repeat(60), 'a'.repeat(60)],
  ['a'.repeat(61), `${'a'.repeat(59)}…`],
])('%j in a sentence is %j', (text, expected) => {
  expect(brief(text)).toBe(expected)
})
