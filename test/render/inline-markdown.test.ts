import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inlineMarkdown, withVisibleLinks } from '../../src/render/inline-markdown.ts'
import type { Span } from '../../src/render/span.ts'
import type { Terminal } from '../../src/render/theme.ts'

/** Spans in short: `{text}` after the first letters of the styles, and the link after `|`. */
const brief = (spans: readonly Span[]) =>
  spans
    .map(({ text, styles = [], link }) =>
      styles.length === 0
        ? text
        : `${styles.map(style => style[0]).join('')}{${text}${link === undefined ? '' : `|${link}`}}`,
    )
    .join('')

describe('inlineMarkdown', () => {
  it.each([
    ['plain text', 'plain text'],
    ['*a* _b_ **c** __d__ ***e***', 'e{a} e{b} s{c} s{d} se{e}'],
    ['*a **b** c*', 'e{a }se{b}e{ c}'],
    ['**a*b**', 's{a*b}'],
    ['**foo*', '*e{foo}'],
    ['snake_case_name, __init__', 'snake_case_name, s{init}'],
    ['2 * 3 * 4 and a*', '2 * 3 * 4 and a*'],
    ['日本**語**です', '日本s{語}です'],
    ['`a*b*` `` ` `` `` a``', 'c{a*b*} c{`} c{ a}'],
    ['`open', '`open'],
    ['`a\nb`', 'c{a b}'],
    ['[x *y*](https://a.b "title")', 'l{x |https://a.b}el{y|https://a.b}'],
    ["[x](<https://a.b> 'title')", 'l{x|https://a.b}'],
    ['[x](https://a.b/c_(d))', 'l{x|https://a.b/c_(d)}'],
    ['[a [b](https://c.d) e](https://f.g)', '[a l{b|https://c.d} e](l{https://f.g|https://f.g})'],
    ['[](https://a.b)', 'l{https://a.b|https://a.b}'],
    ['[x] [y][z] [w](', '[x] [y][z] [w]('],
    ['[x](javascript:alert(1))', 'x'],
    ['[x](/wiki/y)', 'x'],
    ['![a *b*](https://c.d)', 'a e{b}'],
    ['[![a](https://b.c)](https://d.e)', 'l{a|https://d.e}'],
    ['<https://a.b/?c&d>', 'l{https://a.b/?c&d|https://a.b/?c&d}'],
    [
      '(https://a.b/c_(d)), https://e.f.',
      '(l{https://a.b/c_(d)|https://a.b/c_(d)}), l{https://e.f|https://e.f}.',
    ],
    ['**https://a.b/c_d_e**', 'sl{https://a.b/c_d_e|https://a.b/c_d_e}'],
    ['https://a.b。次', 'l{https://a.b|https://a.b}。次'],
    ['xhttps://a.b http:// https', 'xhttps://a.b http:// https'],
    ['\\*a\\* \\[b\\] \\a', '*a* [b] \\a'],
    ['&amp; &eacute; &#8212; &#x2014; &hellip; &nope; AT&T', '& é — — … &nope; AT&T'],
    ['a < b && c > d <em>', 'a < b && c > d <em>'],
    ['&#27;[31m &#x9b; &#x202e; &#10;&#xd800; &#0;', '␛[31m � �  � �'],
    ['\x1b[31m*a\x07*', '␛[31me{a␇}'],
    ['a\nb  \nc\\\nd\n \ne', 'a b\nc\nd\n\ne'],
    ['  a\n', 'a'],
    ['', ''],
  ])('reads %j', (text, spans) => {
    expect(brief(inlineMarkdown(text))).toBe(spans)
  })

  it('keeps all characters of text without markup', () => {
    const unit = fc.constantFrom(
      'a',
      'B',
      '7',
      ' ',
      '.',
      ',',
      '(',
      ')',
      '-',
      '"',
      "'",
      '#',
      '|',
      '~',
      '>',
      'é',
      '日',
      '👩‍👧',
      '{',
    )
    fc.assert(
      fc.property(fc.string({ unit }), text => {
        expect(brief(inlineMarkdown(text))).toBe(text.trim())
      }),
    )
  })

  it('gives no control characters but line breaks, and no links but to the web', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        '*',
        '_',
        '`',
        '[',
        '](',
        ')',
        '![',
        '<',
        '>',
        'https://a.b/',
        'javascript:',
        '&#27;',
        '&#x9b;',
      ),
    )
    fc.assert(
      fc.property(fc.array(part), parts => {
        for (const { text, link = 'https://' } of inlineMarkdown(parts.join(''))) {
          expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
          expect(link).toMatch(/^https?:\/\//i)
        }
      }),
    )
  })

  it.each([
    '*',
    '_a',
    '*a',
    '*a_b',
    '[',
    '![',
    '[a](',
    '[a](<',
    '[a](b "',
    '](',
    '`',
    '<https://',
    'https://a(',
    '&',
    '\\',
    ' \n',
  ])('takes time in proportion to the text when that is 100 KB of %j', unit => {
    const started = performance.now()
    inlineMarkdown(unit.repeat(100_000 / unit.length))
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('takes time in proportion to nested images and to backticks of all lengths', () => {
    const nested = `${'![['.repeat(10_000)}a${'](u)](u)'.repeat(10_000)}`
    const ticks = Array.from({ length: 400 }, (_, length) => '`'.repeat(length)).join('a')
    const started = performance.now()
    inlineMarkdown(nested)
    inlineMarkdown(ticks)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('withVisibleLinks', () => {
  const terminal: Terminal = { columns: 80, color: 0, hyperlinks: false, unicode: true }
  const textOf = (text: string, hyperlinks: boolean) =>
    withVisibleLinks(inlineMarkdown(text), { ...terminal, hyperlinks })
      .map(span => span.text)
      .join('')

  it.each([
    ['prints the address after the text', 'see [x](https://a.b), y', 'see x <https://a.b>, y'],
    ['prints it once for a link of several styles', '[x **y**](https://a.b)', 'x y <https://a.b>'],
    ['prints no address twice', 'https://a.b [a.b](https://a.b/)', 'https://a.b a.b'],
    ['prints it neutral', '[x](https://a.b/\u202e)', 'x <https://a.b/�>'],
  ])('%s where a terminal would not show it', (_, text, visible) => {
    expect(textOf(text, false)).toBe(visible)
  })

  it('prints no address in a terminal with hyperlinks, unless the text looks like another one', () => {
    expect(textOf('[e.g. x 2.0](https://a.b)', true)).toBe('e.g. x 2.0')
    expect(textOf('[www.bank.com](https://evil.org)', true)).toBe('www.bank.com <https://evil.org>')
  })
})
