import { describe, expect, it } from 'vitest'
import { correctWords } from '../../src/query/correct-word.ts'
import { unitsOf } from '../../src/query/word-units.ts'

const TEXTS = ['the gradient of reward', 'gradients and rewards, reward', 'ride, 2024, optimisation'].map(
  text => ({
    text,
    units: unitsOf(text),
  }),
)

describe('a misspelt word', () => {
  it.each([
    ['gradeint', ['gradient']],
    ['gradiants', ['gradients']],
    ['rewrad', ['reward']],
    ['rewardz', ['reward', 'rewards']],
    ['optimization', ['optimisation']],
    ['oprtimizaton', []],
    ['rid', []],
    ['2025', []],
    ['gradxxnt', ['gradient']],
    ['reaxrd', []],
  ])('%s may mean %j', (word, instead) => {
    expect(correctWords([word], TEXTS).get(word) ?? []).toEqual(instead)
  })
})
