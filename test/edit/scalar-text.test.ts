import { describe, expect, it } from 'vitest'
import { scalarText } from '../../src/edit/scalar-text.ts'

const at = { column: 7, indent: 2 }
const words = 'gradient '.repeat(12).trim()

describe('scalarText', () => {
  it.each([
    ['On Gradients'],
    ['https://example.org/a?b=c#d'],
    ['Ludwig van Beethoven'],
    ['222 nm light, explained'],
    ["What we don't know"],
    ['C# in depth'],
    ['a:b'],
    ['日本語の題名'],
    ['😀 and 👩‍🔬'],
    ['c4075b6d47521293'],
    ['0123456789abcdef.txt'],
  ])('leaves %s plain', text => {
    expect(scalarText(text, at)).toBe(text)
  })

  it.each([
    ['2026-02-06', 'a date'],
    ['2026-02-06T10:00:00Z', 'a point in time'],
    ['2001-12-14 21:59:43.10 -5', 'a point in time'],
    ['2026', 'a year'],
    ['2301.10140', 'an arXiv identifier, or a float'],
    ['591965925902e868', 'an ID, or a float of infinite size'],
    ['0123', 'octal in YAML 1.1'],
    ['0x1f', 'hexadecimal'],
    ['12:30', 'sexagesimal in YAML 1.1'],
    ['1_000', 'a number in YAML 1.1'],
    ['.5', 'a float'],
    ['-.inf', 'infinity'],
    ['no', 'a boolean in YAML 1.1'],
    ['Y', 'a boolean in YAML 1.1'],
    ['NULL', 'null'],
    ['~', 'null'],
    ['=', 'the default key in YAML 1.1'],
    ['<<', 'a merge key'],
    ['Reward Models: A Tour', 'a map'],
    ['Ends with:', 'a map'],
    ['Model #5', 'a comment'],
    ['- a', 'a list'],
    ['[a]', 'a list'],
    ['@ada', 'reserved'],
    [' a', 'white space at the start'],
    ['a ', 'white space at the end'],
    ['', 'null'],
  ])('quotes "%s", which could be read as %s', text => {
    expect(scalarText(text, at)).toBe(`"${text}"`)
  })

  it.each([
    ['a "b" \\ c\td: ', '"a \\"b\\" \\\\ c\\td: "'],
    ['\x1b[31mred', '"\\x1b[31mred"'],
    ['a\u0085b\u2028c\ufeff', '"a\\x85b\\u2028c\\ufeff"'],
    ['evil \u202etxt', '"evil \\u202etxt"'],
    ['lone \ud800', '"lone \\ud800"'],
  ])('escapes what is hidden in %j', (text, expected) => {
    expect(scalarText(text, at)).toBe(expected)
  })

  it('folds long text at 90 columns', () => {
    const [head, first, second] = scalarText(words, at).split('\n')
    expect(head).toBe('>-')
    expect(first).toBe(`  ${'gradient '.repeat(9).trim()}`)
    expect(second).toBe('  gradient gradient gradient')
  })

  it('leaves on the line of its key a text that would fill just one line of a block', () => {
    const title = `${'gradient '.repeat(9)}descent`
    expect(title).toHaveLength(88)
    expect(scalarText(title, at)).toBe(title)
    expect(scalarText(`${title}s`, at)).toBe(`>-\n  ${'gradient '.repeat(9).trim()}\n  descents`)
  })

  it('leaves a long text that has no space on its line', () => {
    const url = `https://example.org/${'a'.repeat(200)}`
    expect(scalarText(url, at)).toBe(url)
  })

  it('keeps paragraphs: n line breaks are n blank lines in a folded block', () => {
    expect(scalarText('One.\n\nTwo.\nThree.', at)).toBe('>-\n  One.\n\n\n  Two.\n\n  Three.')
  })

  it('keeps one line break at the end', () => {
    expect(scalarText('One.\nTwo.\n', at)).toBe('>\n  One.\n\n  Two.')
  })

  it('quotes what a folded block cannot hold exactly, and wraps it', () => {
    const wrapped = scalarText(`\n${words}`, at)
    expect(wrapped.split('\n').map(line => line.length)).toEqual([83, 29])
    expect(scalarText('a\n  indented', at)).toBe('"a\\n  indented"')
    expect(scalarText('a \nb', at)).toBe('"a \\nb"')
    expect(scalarText('a\n\n', at)).toBe('"a\\n\\n"')
  })
})
