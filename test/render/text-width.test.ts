import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { textWidth, truncate, truncateStart } from '../../src/render/text-width.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '日', 'é', '👩‍👧', '🇩🇪', 'e\u0301') }),
)

describe('textWidth', () => {
  it.each([
    ['ASCII', 'abc', 3],
    ['accents', 'Sandkühler — “é”', 16],
    ['CJK', '日本語', 6],
    ['Korean', '한국어', 6],
    ['combining marks', 'e\u0301', 1],
    ['emoji', '👩‍👩‍👧❤️🇩🇪', 6],
    ['right-to-left text', 'שלום', 4],
    ['nothing', '', 0],
  ])('counts columns of %s', (_, text, width) => {
    expect(textWidth(text)).toBe(width)
  })

  it('is what string-width says', () => {
    fc.assert(
      fc.property(text, text => {
        expect(textWidth(text)).toBe(stringWidth(text))
      }),
    )
  })
})

describe('truncate', () => {
  it.each([
    ['keeps a text that fits', 'abc', 3, 'abc'],
    ['cuts one that does not', 'abcd', 3, 'ab…'],
    ['leaves no space before the ellipsis', 'ab cd', 4, 'ab…'],
    ['does not cut a wide character in two', '日本語', 4, '日…'],
    ['does not cut an emoji', 'a👩‍👩‍👧b', 3, 'a…'],
    ['keeps an accent with its letter', 'e\u0301abc', 2, 'e\u0301…'],
    ['has room for the ellipsis alone', 'abc', 1, '…'],
    ['has no room', 'abc', 0, ''],
  ])('%s', (_, text, width, cut) => {
    expect(truncate(text, width)).toBe(cut)
  })

  it('is never wider than asked, and starts as the text does', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 20 }), (text, width) => {
        const cut = truncate(text, width)
        expect(textWidth(cut)).toBeLessThanOrEqual(width)
        if (cut !== text) expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true)
      }),
    )
  })
})

describe('truncateStart', () => {
  it('keeps the end', () => {
    expect(truncateStart('abcdef', 4)).toBe('…def')
    expect(truncateStart('日本語', 5)).toBe('…本語')
    expect(truncateStart('abc', 3)).toBe('abc')
  })

  it('is never wider than asked, and ends as the text does', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 20 }), (text, width) => {
        const cut = truncateStart(text, width)
        expect(textWidth(cut)).toBeLessThanOrEqual(width)
        if (cut !== text) expect(text.endsWith(cut.replace(/^…/, ''))).toBe(true)
      }),
    )
  })
})
