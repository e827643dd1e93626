import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphemesOf } from '../../src/render/graphemes.ts'
import { type Span, span } from '../../src/render/span.ts'
import { textWidth } from '../../src/render/text-width.ts'
import { wrapSpans, wrapText } from '../../src/render/wrap.ts'

const prose = fc.string({
  unit: fc.constantFrom(
    'a',
    'word',
    ' ',
    '  ',
    '\n',
    '-',
    '/',
    'é',
    '日本',
    '。',
    '「',
    '👩‍👩‍👧',
    '🇩🇪',
    'e\u0301',
    '\xa0',
    'שלום',
  ),
  maxLength: 40,
})
const width = fc.integer({ min: 1, max: 30 })

/** What is not lost when lines end at spaces. */
const inked = (text: string) => text.replace(/\s+/g, '')

describe('wrapText', () => {
  it.each([
    ['breaks at spaces', 'one two three', 8, ['one two', 'three']],
    ['fills a line to its last column', 'one two', 7, ['one two']],
    ['drops the spaces at which it breaks', 'one   two', 4, ['one', 'two']],
    ['keeps an indent', '  one two', 6, ['  one', 'two']],
    ['keeps line breaks', 'a\n\nb', 10, ['a', '', 'b']],
    ['does not break at a no-break space', 'at 5\xa0km', 6, ['at', '5\xa0km']],
    ['breaks a word that is too long by itself', 'a abcdefgh', 4, ['a', 'abcd', 'efgh']],
    [
      'breaks a URL after a slash',
      'see https://a.org/path/more-of-it',
      16,
      ['see', 'https://a.org/', 'path/more-of-it'],
    ],
    ['breaks a long compound after a hyphen', 'counter-intelligence', 12, ['counter-', 'intelligence']],
    ['does not break a compound that fits on a line', 'the well-known', 12, ['the', 'well-known']],
    ['breaks after an em dash', 'one—two', 5, ['one—', 'two']],
    ['breaks between CJK characters', '日本語の文章', 6, ['日本語', 'の文章']],
    ['starts no line with closing punctuation', '日本語。次', 6, ['日本', '語。次']],
    ['ends no line with an opening bracket', '日本「語」', 6, ['日本', '「語」']],
    ['keeps Korean words whole', '한국어 문장', 8, ['한국어', '문장']],
    ['does not cut an emoji in two', 'a👩‍👩‍👧b', 2, ['a', '👩‍👩‍👧', 'b']],
    ['keeps accents with their letters', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['gives a character that is too wide its own line', '日本', 1, ['日', '本']],
    ['takes no width as one column', 'ab', 0, ['a', 'b']],
    ['makes one line of nothing', '', 5, ['']],
    ['makes one empty line of spaces', '      ', 3, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines)
  })

  it('loses nothing but spaces', () => {
    fc.assert(
      fc.property(prose, width, (text, width) => {
        expect(inked(wrapText(text, width).join(''))).toBe(inked(text))
      }),
    )
  })

  it('makes no line wider than asked, but of one wider character, and none with spaces at its end', () => {
    fc.assert(
      fc.property(prose, width, (text, width) => {
        for (const line of wrapText(text, width)) {
          if (graphemesOf(line).ends.length > 1) expect(textWidth(line)).toBeLessThanOrEqual(width)
          expect(line).not.toMatch(/ $/)
        }
      }),
    )
  })

  it('breaks narrow text, for which there is a shorter way, like all other', () => {
    const unit = fc.constantFrom('a', 'bcd', 'é', 'é', ' ', '  ', '-', '/', '—', ' — ', '.', '\xa0')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), width, (text, width) => {
        const lines = wrapText(text.normalize('NFD'), width)
        expect(lines.map(line => line.normalize('NFC'))).toEqual(wrapText(text, width))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes time in proportion to the text, whatever it is', () => {
    for (const unit of ['a', ' ', 'a ', '-', '日', '。', '👩‍👩‍👧', '\u0301', '\u200d', 'a\n', '(']) {
      const started = performance.now()
      wrapText(unit.repeat(100_000 / unit.length), 40)
      expect(performance.now() - started).toBeLessThan(2000)
    }
  })
})

describe('wrapSpans', () => {
  it('breaks as if the spans were one text', () => {
    const spans: Span[] = [span('one tw', 'strong'), span('o three'), { text: ' four', link: 'https://a.b' }]
    expect(wrapSpans(spans, 8)).toEqual([
      [span('one tw', 'strong'), span('o')],
      [span('three')],
      [{ text: 'four', link: 'https://a.b' }],
    ])
  })

  it('makes empty lines of blank ones', () => {
    expect(wrapSpans([span('a\n\nb')], 8)).toEqual([[span('a')], [], [span('b')]])
  })

  it('gives the lines of the plain text, with the styles where they were', () => {
    fc.assert(
      fc.property(fc.array(prose, { maxLength: 5 }), width, (texts, width) => {
        const lines = wrapSpans(
          texts.map((text, index) => ({ text, link: String(index) })),
          width,
        )
        const plain = lines.map(line => line.map(span => span.text).join(''))
        expect(plain).toEqual(wrapText(texts.join(''), width))
        for (const [index, text] of texts.entries()) {
          const part = lines.flat().filter(span => span.link === String(index))
          expect(inked(part.map(span => span.text).join(''))).toBe(inked(text))
        }
      }),
    )
  })
})
