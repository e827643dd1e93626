import { expect, it } from 'vitest'
import { looksMinted } from '../../src/model/looks-minted.ts'

it.each([
  ['aB3dE5gH7j', true],
  ['MDc4MjQ5Yj', true],
  ['benchmarks', false],
  ['Governance', false],
  ['GOVERNANCE', false],
  ['2026020601', false],
  ['gpt4report', false],
  ['short', false],
])('%s looks minted: %s', (text, expected) => {
  expect(looksMinted(text)).toBe(expected)
})
