import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardText } from '../../../../src/edit/write-card.ts'
import { json, ndjson } from '../../../../src/import/formats/own/json.ts'
import { yaml } from '../../../../src/import/formats/own/yaml.ts'
import type { ImportBatch } from '../../../../src/import/importer.ts'
import { authorNames } from '../../../../src/model/author.ts'
import type { CardFields, Page } from '../../../../src/model/card.ts'
import { cardJson } from '../../../../src/model/card-json.ts'
import { VenueIndex } from '../../../../src/model/credibility.ts'

const EXTRA = {
  funder: { type: 'string' },
  year: { type: 'integer' },
  open: { type: 'boolean' },
  from: { type: 'list' },
} as const
const OPTIONS = { venues: [], pages: [], extra: EXTRA }
const PAGES: readonly Page[] = [{ id: 'goodfire', title: 'Goodfire: #1', type: 'lab', quality: 60.5 }]
const registries = {
  venues: new VenueIndex([{ id: 'site', name: 'Site', domains: ['example.org'], credibility: 4 }]),
  pages: new Map(PAGES.map(page => [page.id, page])),
}

const line = fc
  .oneof(
    fc.lorem({ maxCount: 4 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('1984', 'null', '- a: b', '# x', '"', "it's", '{a}', 'yes', '---', 'a: |', '&a *b'),
  )
  .map(text => text.replace(/[\p{C}\s]+/gu, ' ').trim())
  .filter(text => text !== '')
const prose = fc.array(line, { minLength: 1, maxLength: 3 }).map(parts => parts.join('\n\n'))
const date = fc.constantFrom('2019', '2019-03', '2019-03-05')
const author = fc.oneof(
  line,
  fc.record(
    { given: line, family: line, particle: line, suffix: line, orcid: fc.constant('0000-0002-1825-0097') },
    {
      requiredKeys: ['family'],
    },
  ),
  line.map(literal => ({ literal })),
)

/** Any card in use, less its excerpt. */
const card: fc.Arbitrary<CardFields> = fc.record(
  {
    id: fc.stringMatching(/^[A-Za-z0-9]{10}$/),
    url: fc.constantFrom('https://example.org/a?b=c#d', 'http://x.org'),
    doi: fc.constant('10.1000/A(b)<c>'),
    arxiv: fc.constantFrom('2301.10140', '2301.10140v2', 'hep-th/9901001'),
    isbn: fc.constant('0525558616'),
    pmid: fc.constant('34265844'),
    also_at: fc.constant(['https://b.example/']),
    title: line,
    label: line,
    type: fc.constantFrom('web', 'paper', 'other'),
    authors: fc.array(author, { minLength: 1, maxLength: 3 }),
    published: date,
    venue: fc.constant('site'),
    language: fc.constantFrom('no', 'pt-BR'),
    abstract: prose,
    summary: prose,
    key_points: fc.array(prose, { minLength: 1, maxLength: 3 }),
    notes: prose,
    credibility: fc.record(
      { rating: fc.integer({ min: 1, max: 5 }), reason: line },
      { requiredKeys: ['rating'] },
    ),
    tags: fc.constant(['deep-learning', 'no']),
    cited_by: fc.constantFrom(['goodfire'], ['goodfire', 'unknown/page']),
    forum: fc.record({ karma: fc.integer({ min: -99, max: 999 }), comments: fc.nat(99) }),
    accessed: date,
    archive_url: fc.constant('https://web.archive.org/web/2026/https://example.org/'),
    fetch: fc.record({
      at: fc.constant('2026-02-06T10:00:00Z'),
      status: fc.constant('ok'),
      http_status: fc.constant(200),
    }),
    aliases: fc.constant(['591965925902e868']),
    extra: fc.record({
      funder: line,
      year: fc.nat(3000),
      open: fc.boolean(),
      from: fc.array(line, { minLength: 1 }),
    }),
  },
  { requiredKeys: ['id', 'url', 'title', 'type'] },
) as fc.Arbitrary<CardFields>

/** What came back, as cards again; names compare by their parts. */
function fieldsOf({ cards, unreadable, dropped }: ImportBatch) {
  expect({ unreadable, dropped }).toEqual({ unreadable: [], dropped: [] })
  return cards.map(({ fields, wantedId }) => comparable({ ...fields, id: wantedId ?? '' }))
}

function comparable(fields: CardFields) {
  return { ...fields, ...(fields.authors ? { authors: authorNames(fields.authors) } : {}) }
}

const jsonOf = (fields: CardFields) =>
  cardJson({ id: fields.id, path: 'x.yaml', fields, findings: [] }, registries)
const read = (importer: typeof json, text: string) => importer.read([{ name: 'cards', text }], OPTIONS)

describe('our own formats', () => {
  it('give back every card from the JSON that the commands print', () => {
    fc.assert(
      fc.property(fc.array(card, { minLength: 1, maxLength: 3 }), cards => {
        const objects = cards.map(jsonOf)
        const expected = cards.map(comparable)
        expect(fieldsOf(read(json, JSON.stringify(objects, null, 2)))).toEqual(expected)
        expect(
          fieldsOf(read(ndjson, `${objects.map(object => JSON.stringify(object)).join('\n')}\n`)),
        ).toEqual(expected)
      }),
    )
  })

  it('give back every card from YAML, parted by --- or in a list', () => {
    fc.assert(
      fc.property(fc.array(card, { minLength: 1, maxLength: 3 }), cards => {
        const documents = cards.map(fields => cardText(fields))
        const list = documents.map(text => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`).join('')
        const expected = cards.map(comparable)
        expect(fieldsOf(read(yaml, documents.join('---\n')))).toEqual(expected)
        expect(fieldsOf(read(yaml, list))).toEqual(expected)
      }),
    )
  })

  it('take from the JSON what it says of the pages that cite', () => {
    const fields: CardFields = {
      ...{ id: 'aaaaaaaaaa', url: 'https://example.org/', title: 'T', type: 'web' },
      cited_by: ['goodfire', 'other'],
    }
    const text = JSON.stringify([jsonOf(fields), { ...jsonOf(fields), id: 'bbbbbbbbbb' }], null, 1)
    const { cards, pages } = read(json, text)
    expect(cards[0]?.fields.cited_by).toEqual(['goodfire', 'other'])
    expect(pages).toEqual([{ item: PAGES[0], origin: { file: 'cards', line: 7 } }])
  })

  it('leave out what does not fit, and say where', () => {
    const { cards, dropped, unreadable } = read(
      json,
      `[{"id": "aaaaaaaaaa",
 "url": "https://example.org/", "title": 1984,
 "type": null, "path": "x.yaml",
 "titel": "x",
 "published": "2023-02-29",
 "preview": {"file": "previews/x.txt"},
 "authors": [{"name": "X", "given": 5}, "", {"name": "Ada Example"}],
 "extra": {"funder": 3, "nobody": 1}},
{"url": "ftp://x", "title": "x"},
{"url": "https://example.org/b", "retired": {"date": "2026"}},
7]`,
    )
    expect(cards).toEqual([
      {
        fields: {
          url: 'https://example.org/',
          title: '1984',
          type: 'web',
          authors: [{ given: '5' }, 'Ada Example'],
          extra: { funder: '3' },
        },
        origin: { file: 'cards', line: 1 },
        recordId: 'aaaaaaaaaa',
        wantedId: 'aaaaaaaaaa',
        standIns: ['type'],
      },
    ])
    expect(dropped.map(({ line, key, why }) => `${line} ${key}: ${why}`)).toEqual([
      '6 preview: The excerpt that it names is not in this file.',
      '4 titel: `titel` is not a field of a card.',
      '5 published: `2023-02-29` is not a day of the calendar.',
      '7 authors: An item of `authors` is empty.',
      '8 extra: `nobody` is not an extra field of this library.',
      '9 url: `ftp://x` does not have the form of a web address.',
    ])
    expect(unreadable.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      '9: This entry names no url, doi, arXiv id, isbn or pmid.',
      '10: This card is retired: only cards in use can be imported.',
      '11: This is no card: it has no fields.',
    ])
  })

  it('keep the extra fields of a library that does not say which it has', () => {
    const text = '{"url": "https://example.org/", "extra": {"a": 1, "b": ["x"], "c": {"d": 1}}}'
    const { cards, dropped } = json.read([{ name: 'cards', text }], { venues: [], pages: [] })
    expect(cards[0]?.fields.extra).toEqual({ a: 1, b: ['x'] })
    expect(dropped.map(({ why }) => why)).toEqual([
      '`c` is neither a text, a number, true, false nor a list of texts.',
    ])
  })

  it('tell the lines of a YAML file and its comments', () => {
    const text = `# cards
---
# yaml-language-server: $schema=x
id: aaaaaaaaaa # first
url: https://example.org/a
titel: x
---
# second
- url: https://example.org/b
  titel: y
- url: https://example.org/c
--- # third
url: [
`
    const { cards, dropped, comments, unreadable } = read(yaml, text)
    expect(cards.map(({ fields, origin }) => [fields.url?.at(-1), origin.line])).toEqual([
      ['a', 4],
      ['b', 9],
      ['c', 11],
    ])
    expect(dropped.map(({ line, key }) => [line, key])).toEqual([
      [6, 'titel'],
      [10, 'titel'],
    ])
    expect(comments).toEqual([{ file: 'cards', count: 2, lines: [4, 8] }])
    expect(unreadable.map(({ line }) => line)).toEqual([13])
  })

  it('tell the line of NDJSON that is none, and read the others', () => {
    const { cards, unreadable } = read(
      ndjson,
      '{"url": "https://example.org/"}\n\n{"url"\n{"doi": "10.1000/x"}\n',
    )
    expect(cards.map(({ origin }) => origin.line)).toEqual([1, 4])
    expect(unreadable.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      '3: It is no JSON: from this line on it cannot be read.',
    ])
  })
})
