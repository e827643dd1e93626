import { describe, expect, it } from 'vitest'
import { languageIn } from '../../src/model/language-in.ts'

describe('languageIn', () => {
  it.each([
    ['en', 'en'],
    ['en_US', 'en-US'],
    ['EN-us', 'en-US'],
    ['eng', 'en'],
    ['English', 'en'],
    ['deutsch', 'de'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['Klingonese', undefined],
    ['x', undefined],
    ['en-', undefined],
    ['', undefined],
  ])('makes of %j the tag %s', (text, tag) => {
    expect(languageIn(text)).toBe(tag)
  })
})
