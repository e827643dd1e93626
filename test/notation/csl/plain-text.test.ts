import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkup } from '../../../src/notation/csl/escape-markup.ts'
import { plainLine, plainParagraphs } from '../../../src/notation/csl/plain-text.ts'

describe('plainLine', () => {
  it.each([
    ['The <i>E. coli</i> &amp; <span class="nocase">DNA</span>', 'The E. coli & DNA'],
    ['<span style="font-variant:small-caps;">Small</span> <sc>caps</sc> <scp>too</scp>', 'Small caps too'],
    ['CO<sub>2</sub>, 10<sup>-6</sup>, 1<sup>st</sup>', 'CO₂, 10⁻⁶, 1st'],
    ['<jats:italic toggle="yes">In vivo</jats:italic>', 'In vivo'],
    ['<mml:math><mml:mi>x</mml:mi></mml:math> and <b>b</b>', 'x and b'],
    ['AT&amp;amp;T &lt;b&gt; &eacute;&#8212;&#x2014;', 'AT&T <b> é——'],
    ['a < b > c, <T> and if a<b and c>d', 'a < b > c, <T> and if a<b and c>d'],
    ['&unknown; &amp', '&unknown; &amp'],
    ['two\n  lines\u00a0here\u0007', 'two lines here'],
    ['e\u0301', 'é'],
    ['<i', '<i'],
  ])('makes of %s the text %s', (markup, text) => {
    expect(plainLine(markup)).toBe(text)
  })

  it('gives back every plain text that was escaped', () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc
          .array(fc.constantFrom('<i>', '</i>', '<sub>2</sub>', '&', 'amp;', ' ', 'a'))
          .map(each => each.join('')),
      )
      .map(each => each.normalize('NFC').replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim())
      // What HTML has escaped by mistake is taken for what was meant.
      .filter(each => !/&[#\w]+;/.test(each))
    fc.assert(
      fc.property(text, text => {
        expect(plainLine(escapeMarkup(text))).toBe(text)
      }),
    )
  })
})

describe('plainParagraphs', () => {
  it.each([
    [
      '<jats:title>Background</jats:title>\n<jats:p>One.</jats:p><jats:p>Two.\n Three.</jats:p>',
      'Background\n\nOne.\n\nTwo. Three.',
    ],
    ['One.\r\n\r\n \r\nTwo.', 'One.\n\nTwo.'],
    ['a<br/>b', 'a\n\nb'],
    [' ', ''],
  ])('makes of %j the text %j', (markup, text) => {
    expect(plainParagraphs(markup)).toBe(text)
  })
})
