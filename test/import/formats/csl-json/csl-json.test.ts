import { describe, expect, it } from 'vitest'
import { cslJson } from '../../../../src/import/formats/csl-json/csl-json.ts'

const read = (text: string) =>
  cslJson.read([{ name: 'items.json', text }], { venues: [{ id: 'nature', name: 'Nature' }], pages: [] })

describe('CSL-JSON', () => {
  it('becomes cards, each with its line, and tells what has no place in them', () => {
    const batch = read(`[
  {
    "id": "vaswani", "type": "article-journal",
    "title": "Attention <i>is</i> all",
    "container-title": "NATURE", "URL": "https://example.org/a\\u0026b",
    "volume": "30"
  },
  { "citation-key": 7,
    "DOI": "10.1000/x", "type": "spell" }
]`)
    expect(batch).toMatchObject({
      cards: [
        {
          fields: {
            url: 'https://example.org/a&b',
            title: 'Attention is all',
            type: 'paper',
            venue: 'nature',
          },
          origin: { file: 'items.json', line: 2 },
          recordId: 'vaswani',
        },
        {
          fields: { doi: '10.1000/x', title: '10.1000/x', type: 'other' },
          origin: { line: 8 },
          recordId: '7',
          standIns: ['title', 'type'],
          isUntitled: true,
        },
      ],
      dropped: [
        { line: 6, record_id: 'vaswani', key: 'volume', why: 'Cards have no field for it.' },
        { line: 9, record_id: '7', key: 'type', why: 'No type of CSL has this name: spell' },
      ],
      converted: [],
    })
  })

  it.each([
    ['one object', '{"DOI": "10.1000/x"}'],
    ['a list', '[{"DOI": "10.1000/x"}]'],
    ['items in an object', '{"config": {"id": "x", "items": [1]}, "items": [{"DOI": "10.1000/x"}]}'],
    ['a byte-order mark', '\ufeff[{"DOI": "10.1000/x"}]\r\n'],
  ])('is read as %s', (_, text) => {
    const { cards, unreadable } = read(text)
    expect(cards.map(({ fields, origin }) => [fields.doi, origin.line])).toEqual([['10.1000/x', 1]])
    expect(unreadable).toEqual([])
  })

  it.each([
    ['[\n  {"DOI": "10.1000/x",}\n]', '2: It is no JSON: from this line on it cannot be read.'],
    ['[\n\n  {"DOI": "10.1\n', '3: It is no JSON: from this line on it cannot be read.'],
    ['"text"', '1: It holds no records: a list of them, or one, belongs here.'],
    ['[1]', '1: Item 1 of the list is no object.'],
    ['[\n{"id": "a"}]', '2: Entry a names no url, doi, arXiv id, isbn or pmid.'],
    [
      '[{"id": "a", "URL": "x"}]',
      '1: Entry a names no url, doi, arXiv id, isbn or pmid. It is no absolute http or https address: x',
    ],
    [`${'['.repeat(100)}${']'.repeat(100)}`, '1: It is nested too deeply to be read.'],
  ])('refuses %j', (text, told) => {
    const { cards, unreadable } = read(text)
    expect(cards).toEqual([])
    expect(unreadable.map(({ line, why }) => `${line}: ${why}`)).toEqual([told])
  })
})

describe('items that say a thing more than once', () => {
  it('have the first of a list and the last of a key, and that is told', () => {
    const { cards, dropped } = read(
      '[{"type": "article", "title": "No",\n"title": ["A", "B"], "container-title": ["Nature", "Nat."],\n"DOI": "10.1000/x"}]',
    )
    expect(cards[0]?.fields).toMatchObject({ title: 'A', venue: 'nature' })
    expect(dropped.map(({ line, key, why }) => `${line} ${key}: ${why}`)).toEqual([
      '2 title: The record has this key twice: the last counts.',
      '2 title: Only the first is kept, without: "B"',
      '2 container-title: Only the first is kept, without: "Nat."',
    ])
  })
})
