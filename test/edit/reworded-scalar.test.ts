import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/edit/text-edit.ts'
import { textEdits } from '../../src/edit/text-edits.ts'
import { readText, SourceText } from '../../src/load/source-text.ts'

const sourceOf = (text: string) => new SourceText('a.yaml', 'card', Buffer.from(text))

/** A card whose `a` is made another text; its other lines show that it ends where it should. */
function reworded(text: string, value: string, pointer: (string | number)[] = ['a']): string | undefined {
  const source = sourceOf(text)
  const edits = textEdits(source, [{ kind: 'set', pointer, value }])
  return edits && applyEdits(source.text, edits)
}

/** Its text after some of its words are made others. */
function replaced(text: string, ...changes: readonly (readonly [string | RegExp, string])[]) {
  const value = (readText(text) as { a: string }).a
  return reworded(
    text,
    changes.reduce((made, [old, wanted]) => made.replace(old, wanted), value),
  )
}

const FOLDED =
  'a: >- # why\n  One sentence a line.\n  Less is &gt; more, a little longer.\n\n  The <b> end of it.\nb: x\n'
const LITERAL = 'a: |\n    One line.\n\n    Two &gt; one.\n      Three of them.\nb: x\n'
const PLAIN = 'a: One sentence a line.\n  Less is &gt; more, a little longer.\n\n  The <b> end of it.\nb: x\n'
const DOUBLE = 'a: "One sentence: a line.\n  Less is &gt; \\u2265 more,\n  the <b> end \\"of\\" it."\nb: x\n'
const SINGLE = "a: 'One sentence: a line.\n  It''s &gt; more,\n\n  the <b> end of it.' # why\nb: x\n"

type Row = readonly [
  what: string,
  text: string,
  changes: readonly (readonly [string | RegExp, string])[],
  after: string,
]

const ROWS: readonly Row[] = [
  ['a folded block', FOLDED, [['&gt;', '>']], FOLDED.replace('&gt;', '>')],
  [
    'a folded block in several places',
    FOLDED,
    [
      ['One', 'Every'],
      ['&gt;', '>'],
      ['it.', 'all.'],
    ],
    FOLDED.replace('One', 'Every').replace('&gt;', '>').replace('it.', 'all.'),
  ],
  ['a folded block that loses a word', FOLDED, [['<b> ', '']], FOLDED.replace('<b> ', '')],
  [
    'a folded block that loses the end of a line',
    FOLDED,
    [[' a line.', '.']],
    FOLDED.replace(' a line.', '.'),
  ],
  [
    'a folded block that loses the start of a line',
    FOLDED,
    [['Less is ', '']],
    FOLDED.replace('Less is ', ''),
  ],
  [
    'a folded block that loses a line',
    FOLDED,
    [['One sentence a line. ', '']],
    FOLDED.replace('One sentence a line.\n  ', ''),
  ],
  [
    'a folded block that gets words',
    FOLDED,
    [['line. Less', 'line. No, less']],
    FOLDED.replace('Less', 'No, less'),
  ],
  [
    'a folded block that gets a word at the end of a line',
    FOLDED,
    [['line. Less', 'line. So. Less']],
    FOLDED.replace('line.', 'line. So.'),
  ],
  [
    'a folded block that gets a word at the end',
    FOLDED,
    [[/$/, ' Or not.']],
    FOLDED.replace('it.', 'it. Or not.'),
  ],
  ['a folded block that gets a word at the start', FOLDED, [[/^/, 'Or ']], FOLDED.replace('One', 'Or One')],
  ['a literal block with blank lines', LITERAL, [['&gt;', '>']], LITERAL.replace('&gt;', '>')],
  [
    'a literal block at both ends',
    LITERAL,
    [
      ['One', 'A'],
      ['them.', 'these.'],
    ],
    LITERAL.replace('One', 'A').replace('them.', 'these.'),
  ],
  [
    'a literal block that loses words',
    LITERAL,
    [
      ['&gt; ', ''],
      [' of them', ''],
    ],
    LITERAL.replace('&gt; ', '').replace(' of them', ''),
  ],
  ['a plain text of several lines', PLAIN, [['&gt;', '>']], PLAIN.replace('&gt;', '>')],
  [
    'a plain text of several lines at both ends, and what goes from it',
    PLAIN,
    [
      ['One', 'Every'],
      [' <b>', ''],
      [' it.', ' "all"'],
    ],
    PLAIN.replace('One', 'Every').replace(' <b>', '').replace('it.', '"all"'),
  ],
  ['double quotes', DOUBLE, [['&gt;', '>']], DOUBLE.replace('&gt;', '>')],
  [
    'double quotes, with quotes among the new words',
    DOUBLE,
    [
      ['One', 'An "odd"'],
      ['<b> ', ''],
      ['it.', 'it\\all.'],
    ],
    DOUBLE.replace('One', 'An \\"odd\\"').replace('<b> ', '').replace('it.', 'it\\\\all.'),
  ],
  [
    'double quotes, whose escapes go',
    DOUBLE,
    [
      ['"of"', 'of'],
      ['≥ ', ''],
    ],
    DOUBLE.replace('\\"of\\"', 'of').replace('\\u2265 ', ''),
  ],
  ['single quotes', SINGLE, [['&gt;', '>']], SINGLE.replace('&gt;', '>')],
  [
    'single quotes, with quotes among the new words',
    SINGLE,
    [
      ['One', "One's"],
      ["It's", 'It is'],
      [' <b>', ''],
    ],
    SINGLE.replace('One', "One''s").replace("It''s", 'It is').replace(' <b>', ''),
  ],
]

describe('a few words that change', () => {
  it.each(ROWS)('leave the other lines of %s as they are', (_, text, changes, after) => {
    expect(replaced(text, ...changes)).toBe(after)
    const crlf = (lines: string) => lines.replaceAll('\n', '\r\n')
    expect(replaced(crlf(text), ...changes)).toBe(crlf(after))
  })

  it('leave the lines of a text within brackets as they are', () => {
    const text = 'a: ["x", some words\n  on two lines &amp; more] # c\n'
    expect(reworded(text, 'some words on two lines & more', ['a', 1])).toBe(text.replace('&amp;', '&'))
  })

  it('leave the lines of an item that is indented by its header as they are', () => {
    const text = 'a: |2-\n    more\n  less &gt; or\n  so\nb: x\n'
    expect(replaced(text, ['&gt;', '>'])).toBe(text.replace('&gt;', '>'))
  })

  it('are one edit each', () => {
    const source = sourceOf(FOLDED)
    const value = (source.value as { a: string }).a.replace('&gt;', '>').replace('<b> ', '')
    const edits = textEdits(source, [{ kind: 'set', pointer: ['a'], value }])
    expect(edits?.map(({ span, text }) => [source.text.slice(...span), text])).toEqual([
      ['&gt;', '>'],
      ['<b> ', ''],
    ])
  })
})

describe('a text is written anew', () => {
  it.each([
    [
      'when it is plain and could not stay so',
      'a: One\n  two three.\n',
      'One two: three.',
      'a: "One two: three."\n',
    ],
    [
      'when a word would start a comment',
      'a: One\n  two three.\n',
      'One #two three.',
      'a: "One #two three."\n',
    ],
    ['when hardly a word stays', 'a: >-\n  One\n  two.\n', 'Of three.', 'a: >-\n  Of three.\n'],
    [
      'when its quotes cannot hold a word',
      "a: 'One\n  two three.'\n",
      'One \x07 three.',
      'a: "One \\x07 three."\n',
    ],
    ['when its last line break goes', 'a: |\n  One\n  two.\n', 'One\ntwo.', 'a: |-\n  One\n  two.\n'],
    [
      'when an escape parts its lines within a word',
      'a: "One tw\\\n  o three."\n',
      'One two four.',
      'a: "One two four."\n',
    ],
  ])('%s', (_, text, value, after) => {
    expect(reworded(text, value)).toBe(after)
  })
})

const WORD = fc.constantFrom(
  'alpha',
  "it's",
  'b',
  'é😀',
  'say"no"',
  '&amp;',
  'a\\b',
  '-',
  '#d',
  'c:',
  '2026',
  'the',
)
const LINE = fc.array(WORD, { minLength: 1, maxLength: 6 })
const TEXT = fc.array(LINE, { minLength: 1, maxLength: 6 })
const STYLES = ['|', '|-', '>', '>-', 'plain', "'", '"'] as const

/** A card with lines of words in a style. */
function cardOf(lines: readonly (readonly string[])[], style: (typeof STYLES)[number], eol: string): string {
  const inQuotes = (word: string) =>
    style === "'" ? word.replaceAll("'", "''") : style === '"' ? word.replace(/["\\]/g, '\\$&') : word
  const body = lines.map(line => line.map(inQuotes).join(' '))
  const text =
    style === '|' || style === '|-' || style === '>' || style === '>-'
      ? [style, ...body].join(`${eol}  `)
      : style === 'plain'
        ? body.join(`${eol}  `)
        : style + body.join(`${eol}  `) + style
  return `z: q${eol}a: ${text}${eol}b: x${eol}`
}

const CHANGES = fc.array(fc.tuple(fc.nat(), WORD), { minLength: 1, maxLength: 4 })

it('gives any text of any style the value that is wanted, and keeps each line that holds no changed word', () => {
  fc.assert(
    fc.property(
      TEXT,
      fc.constantFrom(...STYLES),
      fc.constantFrom('\n', '\r\n'),
      CHANGES,
      (lines, style, eol, changes) => {
        const count = lines.flat().length
        const changed = new Map(
          changes.slice(0, Math.floor(count / 2)).map(([at, word]) => [at % count, word]),
        )
        let at = 0
        const wanted = lines.map(line => line.map(word => changed.get(at++) ?? word))
        const card = cardOf(lines, style, eol)
        const [old, value] = [card, cardOf(wanted, style, eol)].map(textOf)
        // What is plain may be no text, or another.
        if (value === undefined || old?.match(/[^\s]+/g)?.length !== count) return
        const made = reworded(card, value) ?? ''
        expect(readText(made)).toEqual({ z: 'q', a: value, b: 'x' })
        if (style === 'plain') return
        const before = card.split(eol)
        const first = /^[|>]/.test(style) ? 2 : 1
        for (const [i, line] of lines.entries())
          if (line.every((word, j) => word === wanted[i]?.[j]))
            expect(made.split(eol)).toContain(before[first + i])
      },
    ),
    { numRuns: 1000, endOnFailure: true },
  )
})

function textOf(card: string): string | undefined {
  const value = readText(card)
  const text = typeof value === 'object' ? (value as { a?: unknown }).a : undefined
  return typeof text === 'string' ? text : undefined
}

it('takes time in step with the length of a text and the number of its changed words', () => {
  const timeOf = (length: number, words: number) => {
    const lines = Array.from(
      { length: length / 50 },
      (_, i) => `Sentence ${i} of a text with &gt; in each of its lines.`,
    )
    const card = `a: >-\n  ${lines.join('\n  ')}\n`
    const source = sourceOf(card)
    let left = words
    const value = lines.map(line => (left-- > 0 ? line.replace('&gt;', '>') : line)).join(' ')
    source.reading.tree
    const start = performance.now()
    expect(textEdits(source, [{ kind: 'set', pointer: ['a'], value }])).toHaveLength(words)
    return performance.now() - start
  }
  timeOf(100_000, 100)
  const short = timeOf(100_000, 100)
  expect(timeOf(1_000_000, 1)).toBeLessThan(40 * short)
  expect(timeOf(1_000_000, 1000)).toBeLessThan(40 * short)
})
