import { describe, expect, it } from 'vitest'
import { examine } from '../../src/load/examine.ts'
import type { SchemaName } from '../../src/load/read-by-schema.ts'

const good = { id: 'aaaaaaaaaa', url: 'https://example.org', title: 'T', type: 'web' }
const GOOD = 'id: aaaaaaaaaa\nurl: https://example.org\ntitle: T\ntype: web\n'

describe('examine', () => {
  it.each<[string, string, object]>([
    ['an unknown key', 'colour: red', {}],
    ['the items of a list that are wrong, and no others', 'tags: [A b, c, D e, f]', { tags: ['c', 'f'] }],
    ['a mapping that has lost what it must have', 'credibility:\n  rating: 9\n  reason: R', {}],
    ['a mapping whose required key is empty', 'credibility:\n  rating:\n  reason: R', {}],
    ['a mapping that has lost all', 'forum:\n  comments: -1', {}],
    [
      'an author whose name is gone, and no other',
      'authors:\n  - family: [A]\n  - family: B',
      { authors: [{ family: 'B' }] },
    ],
    ['a day that the calendar does not have', 'published: 2023-02-29', {}],
    ['what has several flaws, once', 'tags:\n  - [A]\n  -\n  - b', { tags: ['b'] }],
    ['a mapping with a day that is none', 'retired:\n  date: 2023-04-31\n  reason: R', {}],
    ['a key with signs of a pointer', 'a/b~c: red', {}],
  ])('leaves out %s', (_name, lines, kept) => {
    const { value, findings } = examine('card', `${GOOD}${lines}\n`, 'x.yaml')
    expect(value).toEqual({ ...good, ...kept })
    expect(findings.length).toBeGreaterThan(0)
  })

  it.each<[string, SchemaName, string, unknown]>([
    [
      'entries that miss something, and not their neighbours',
      'venues',
      '- id: a\n  credibility: 9\n- id: b\n  name: B\n- colour: red\n- id: c\n  name: C\n',
      [
        { id: 'b', name: 'B' },
        { id: 'c', name: 'C' },
      ],
    ],
    [
      'a name with signs of a pointer',
      'config',
      'layout: flat\nextra:\n  a/b:\n    type: string\n',
      { layout: 'flat', extra: {} },
    ],
  ])('leaves out %s', (_name, name, text, value) => {
    expect(examine(name, text, 'x.yaml').value).toEqual(value)
  })

  it('gives the rest of a card that misses what it must have', () => {
    expect(examine('card', 'id: aaaaaaaaaa\ntitle:\n', 'x.yaml').value).toEqual({ id: 'aaaaaaaaaa' })
  })

  it('gives extra fields their types, and leaves out those that are wrong', () => {
    const text = `${GOOD}extra:\n  n: "3"\n  d: no\n  c: x\n  e:\n`
    const { value, findings } = examine('card', text, 'x.yaml', {
      n: { type: 'integer' },
      d: { type: 'date' },
      e: { type: 'string' },
    })
    expect(value).toEqual({ ...good, extra: { n: 3 } })
    expect(findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
      ['schema/type', '/extra/d'],
      ['schema/unknown-key', '/extra/c'],
    ])
  })

  it('keeps the extra fields of a card that misses another', () => {
    const { value, findings } = examine('card', `${GOOD}extra:\n  a: x\n`, 'x.yaml', {
      a: { type: 'string' },
      b: { type: 'string', required: true },
    })
    expect(value).toEqual({ ...good, extra: { a: 'x' } })
    expect(findings).toMatchObject([{ rule: 'schema/required', range: { start: { line: 5, column: 1 } } }])
  })

  it('tells of a field that must be text once, not also that it is missing', () => {
    const required = { a: { type: 'string' as const, required: true } }
    expect(examine('card', `${GOOD}extra: x\n`, 'x.yaml', required).findings).toMatchObject([
      { rule: 'schema/type', pointer: '/extra' },
    ])
  })

  it('names the card in its findings', () => {
    expect(examine('card', `${GOOD}colour: red\n`, 'x.yaml').findings[0]).toMatchObject({
      id: 'aaaaaaaaaa',
      file: 'x.yaml',
    })
  })

  it('gives nothing of a text that is no YAML', () => {
    expect(examine('card', 'id: [', 'x.yaml')).toMatchObject({
      value: undefined,
      findings: [{ rule: 'yaml/syntax' }],
    })
  })
})

it('tells five hundred problems of one file, and how many more there are', () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `titl${i}: x`).join('\n')
  const { value, findings } = examine(
    'card',
    `id: aaaaaaaaaa\nurl: https://example.org\ntitle: T\ntype: web\n${keys}\n`,
    'x.yaml',
  )
  expect(findings).toHaveLength(501)
  expect(findings.map(({ message }) => message)).toContain(
    'The file has 19,500 more problems against its schema.',
  )
  expect(value).toEqual({ id: 'aaaaaaaaaa', url: 'https://example.org', title: 'T', type: 'web' })
})
