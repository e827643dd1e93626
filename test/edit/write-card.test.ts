import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { cardText, listText } from '../../src/edit/write-card.ts'
import type { CardFields } from '../../src/model/card.ts'

const MINIMAL: CardFields = {
  id: 'AbCdEf0123',
  url: 'https://example.org/a',
  title: 'On Gradients',
  type: 'paper',
}

describe('cardText', () => {
  it('writes the fields in the order of the schema, under a modeline', () => {
    const fields: CardFields = {
      type: 'blog',
      tags: ['oversight', 'reward-models'],
      title: 'Reward Models: A Tour',
      id: 'AbCdEf0123',
      published: '2026-02-06',
      authors: ['Ada Example', { family: 'Leo', particle: 'de', given: 'Maria' }],
      url: 'https://example.org/tour',
      forum: { answers: 0, comments: 5, karma: -3 },
      preview: { size_kb: 5, truncated: true, file: 'previews/AbCdEf0123.txt' },
      summary:
        'A tour of reward models, from the first attempts at learning from comparisons to ensembles that know what they do not know.',
      key_points: [
        'Comparisons are cheap.',
        'An ensemble that disagrees with itself is a warning, and a warning is worth more than a rating that is wrong.',
      ],
    }
    expect(cardText(fields, { schema: 'https://example.org/card.schema.json' })).toBe(
      `# yaml-language-server: $schema=https://example.org/card.schema.json
id: AbCdEf0123
url: https://example.org/tour
title: "Reward Models: A Tour"
type: blog
authors:
  - Ada Example
  - family: Leo
    particle: de
    given: Maria
published: "2026-02-06"
summary: >-
  A tour of reward models, from the first attempts at learning from comparisons to
  ensembles that know what they do not know.
key_points:
  - Comparisons are cheap.
  - >-
    An ensemble that disagrees with itself is a warning, and a warning is worth more than
    a rating that is wrong.
tags:
  - oversight
  - reward-models
forum:
  karma: -3
  comments: 5
  answers: 0
preview:
  file: previews/AbCdEf0123.txt
  truncated: true
  size_kb: 5
`,
    )
  })

  it('leaves out what is undefined or empty, and the modeline when there is no schema', () => {
    const fields = { ...MINIMAL, tags: [], extra: {}, label: undefined } as unknown as CardFields
    expect(cardText(fields)).toBe(
      'id: AbCdEf0123\nurl: https://example.org/a\ntitle: On Gradients\ntype: paper\n',
    )
  })

  it('keeps a schema address from ending its comment', () => {
    const [first, second] = cardText(MINIMAL, { schema: 'my schemas/card.json\nid: 666' }).split('\n')
    expect(first).toBe('# yaml-language-server: $schema=my%20schemas/card.json%0Aid:%20666')
    expect(second).toBe('id: AbCdEf0123')
  })

  it('keeps fields that the schema does not know, after the others', () => {
    const fields = { later: 'kept', ...MINIMAL } as CardFields
    expect(cardText(fields)).toMatch(/\ntype: paper\nlater: kept\n$/)
  })

  it('quotes keys of extra fields that other readers take for something else', () => {
    const text = cardText({ ...MINIMAL, extra: { on: true, '2024': 1.5, 'a: b': ['x'], funder: 'no' } })
    expect(text).toContain('extra:\n  "2024": 1.5\n  "on": true\n  "a: b":\n    - x\n  funder: "no"\n')
  })
})

describe('listText', () => {
  it('puts a blank line between two items', () => {
    const venues = [
      {
        id: 'example-journal',
        name: 'Example Journal',
        domains: ['example.org'],
        credibility: 5,
        peer_reviewed: true,
      },
      { id: 'on', name: 'On' },
    ]
    expect(listText(venues, { schema: '../venues.schema.json' })).toBe(
      `# yaml-language-server: $schema=../venues.schema.json
- id: example-journal
  name: Example Journal
  domains:
    - example.org
  credibility: 5
  peer_reviewed: true

- id: "on"
  name: "On"
`,
    )
  })

  it('writes an empty list as one', () => {
    expect(listText([])).toBe('[]\n')
  })
})

/** Texts with the characters that YAML has opinions on, in every position. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          ' ',
          '  ',
          '\n',
          '\n\n',
          '\t',
          '\r',
          '#',
          ' #',
          '-',
          '- ',
          ':',
          ': ',
          '?',
          '"',
          "'",
          '\\',
          '%',
          '@',
          '`',
        ],
        ...[
          '---',
          '...',
          '|',
          '>',
          '&a',
          '*a',
          '!!',
          '{',
          '}',
          '[',
          ']',
          ',',
          '~',
          'null',
          'true',
          'no',
          '1e3',
          '.5',
        ],
        ...[
          '\u0085',
          '\u2028',
          '\u2029',
          '\ufeff',
          '\u00a0',
          '\u061c',
          '\u200b',
          '\u202e',
          '\0',
          '\x07',
          '\x1b',
          '\x7f',
          '😀',
        ],
        ...['12:30', '0x1f', '0o17', '1_000', '2026-02-06', '<<', '=', 'word', 'gradient descent'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('x', 'long ').chain(word => fc.integer({ min: 1, max: 130 }).map(n => word.repeat(n))),
    ),
    { maxLength: 10 },
  )
  .map(parts => parts.join(''))

const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' }), fc.lorem({ mode: 'sentences', maxCount: 8 }))

describe('what is written, and any reader of YAML', () => {
  it.each([
    ['yaml, YAML 1.2', (source: string) => parse(source)],
    ['yaml, failsafe', (source: string) => parse(source, { schema: 'failsafe' })],
    ['yaml, YAML 1.1', (source: string) => parse(source, { version: '1.1' })],
    ['js-yaml, default schema', (source: string) => load(source)],
  ])('reads back the same with %s', (_, read) => {
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 3 }), text, (title, key_points, reason) => {
        const fields = { id: 'AbCdEf0123', title, key_points, authors: [{ family: title, given: reason }] }
        const nested = { ...fields, fetch: { file: reason }, notes: reason }
        expect(read(cardText(nested as unknown as CardFields))).toEqual(nested)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads back every short text that could be a number, date or keyword, as text', () => {
    const short = fc.string({
      unit: fc.constantFrom(...'0123456789.:-+_eExoabfTZynNultrsi~ ,='),
      maxLength: 9,
    })
    fc.assert(
      fc.property(short, title => {
        const source = cardText({ title } as CardFields)
        expect(load(source)).toEqual({ title })
        expect(parse(source)).toEqual({ title })
        expect(parse(source, { version: '1.1' })).toEqual({ title })
      }),
      { numRuns: 5000 },
    )
  })

  it('keeps numbers numbers and booleans booleans', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter(n => n !== 0),
    )
    fc.assert(
      fc.property(number, fc.boolean(), (size_kb, truncated) => {
        const fields = { preview: { file: 'a', truncated, size_kb } } as unknown as CardFields
        expect(load(cardText(fields))).toEqual(fields)
        expect(parse(cardText(fields))).toEqual(fields)
        expect(parse(cardText(fields), { version: '1.1' })).toEqual(fields)
      }),
    )
  })

  it('has no line over 90 columns that a space could have broken, but for the key of one, and no white space at line ends', () => {
    const withoutTabs = text.map(each => each.replaceAll('\t', ''))
    fc.assert(
      fc.property(withoutTabs, summary => {
        for (const line of cardText({ summary } as CardFields).split('\n')) {
          expect(line).not.toMatch(/[ \t]$/)
          const words = line.replace(/^(?:summary:)? *"?/, '').replace(/"$/, '')
          if (words.length > 88) expect(words).not.toMatch(/[^ ] [^ ]/)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
