import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cslLine, cslText } from '../../../src/notation/csl/csl-text.ts'
import { evenParagraphs, plainParagraphs } from '../../../src/notation/csl/plain-text.ts'

describe('cslText', () => {
  it.each([
    ['R&D: a < b, <T> and x<y', 'R&D: a < b, <T> and x<y'],
    ['The <i> tag, H<sub>2</sub>O', 'The &lt;i> tag, H&lt;sub>2&lt;/sub>O'],
    ['&amp; is not &lt;', '&#38;amp; is not &#38;lt;'],
    ['&unknown; *Markdown* `<b>`', '&unknown; *Markdown* `&lt;b>`'],
    ['one\n two\r\n\r\n\x1b[1mthree\0', 'one two\n\n[1mthree'],
  ])('writes %j as %j', (text, markup) => {
    expect(cslText(text)).toBe(markup)
  })

  it('is read again as it was, whatever stands in it', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom('<', '</', 'i>', '<i>', '<sub>2</sub>', '<a b="', '">', '<jats:p>', '<br/>'),
      fc.constantFrom('&', 'amp;', '&amp;', '&lt;', '#38;', '&#38;', '&#x3c;', ';', 'lt;', '\n', '\n\n', ' '),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parts => {
        const text = parts.join('')
        expect(plainParagraphs(cslText(text))).toBe(evenParagraphs(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('cslLine', () => {
  it('stands on one line', () => {
    expect(cslLine('a\n\nb <i>')).toBe('a b &lt;i>')
  })
})
