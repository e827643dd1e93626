import { describe, expect, it } from 'vitest'
import { babelName, tagOfBabelName } from '../../../src/notation/latex/babel-language.ts'

describe('the names of languages in LaTeX', () => {
  it.each([
    ['en', 'english'],
    ['en-GB', 'british'],
    ['de', 'ngerman'],
    ['de-AT', 'naustrian'],
    ['pt-BR', 'brazilian'],
    ['zh', 'chinese'],
  ])('are told of a tag, and the tag of them: %s, %s', (tag, name) => {
    expect(babelName(tag)).toBe(name)
    expect(tagOfBabelName(name)).toBe(tag)
  })

  it.each([
    ['german', 'de'],
    ['UKenglish', 'en-GB'],
    [' Brazil ', 'pt-BR'],
    ['frenchb', 'fr'],
  ])('have older forms: %s is %s', (name, tag) => {
    expect(tagOfBabelName(name)).toBe(tag)
  })

  it('are unknown for other tags and words', () => {
    expect([
      babelName('zh-Hant'),
      babelName('xx'),
      babelName(''),
      tagOfBabelName('en'),
      tagOfBabelName(''),
    ]).toEqual(Array(5).fill(undefined))
  })
})
