import { describe, expect, it } from 'vitest'
import { longtermWiki } from '../../../../src/import/formats/longterm-wiki/longterm-wiki.ts'
import { resourceId } from '../../../../src/model/stable-id.ts'

const NOTHING_KNOWN = { venues: [], pages: [] }
const read = (text: string, name = 'papers.yaml') => longtermWiki.read([{ name, text }], NOTHING_KNOWN)

const URL = 'https://example.org/gradients'

describe('records of the Longterm Wiki', () => {
  it('carries every field over', () => {
    const batch = read(`- id: ${resourceId(URL)}
  url: ${URL}
  title: On Gradients
  type: paper
  local_filename: gradients.txt
  summary: Gradients, explained.
  review: |-
    Good.

    Short.
  key_points:
    - They point up.
    - 2301
  abstract: We explain gradients.
  cited_by:
    - gradient-descent
  tags:
    - learning
  authors:
    - Ada Example
    - de Leo, Maria
    - Ada Example
  published_date: 2026-02-06
  fetched_at: 2025-12-28 02:55:47
  publication_id: example-journal
`)
    expect(batch.cards).toEqual([
      {
        origin: { file: 'papers.yaml', line: 1 },
        recordId: resourceId(URL),
        fields: {
          url: URL,
          title: 'On Gradients',
          type: 'paper',
          authors: ['Ada Example', 'de Leo, Maria', 'Ada Example'],
          published: '2026-02-06',
          venue: 'example-journal',
          abstract: 'We explain gradients.',
          summary: 'Gradients, explained.',
          key_points: ['They point up.', '2301'],
          review: 'Good.\n\nShort.',
          tags: ['learning'],
          cited_by: ['gradient-descent'],
          fetch: { at: '2025-12-28T02:55:47', file: 'gradients.txt' },
        },
      },
    ])
    expect(batch).toMatchObject({ emptyValues: 0, dropped: [], converted: [], comments: [], unreadable: [] })
  })

  it('keeps as an alias an ID that is not that of the URL', () => {
    const { cards } = read(`- id: 0123456789abcdef\n  url: ${URL}\n  title: A\n  type: web\n`)
    expect(cards[0]?.fields.aliases).toEqual(['0123456789abcdef'])
  })

  it('counts empty values and leaves them out', () => {
    const batch = read(`- url: ${URL}\n  title: A\n  type: web\n  tags: []\n  summary: ""\n  review:\n`)
    expect(batch.cards[0]?.fields).toEqual({ url: URL, title: 'A', type: 'web' })
    expect(batch.emptyValues).toBe(3)
  })

  it('says which keys it does not know and which values no card can have, with their lines', () => {
    const batch = read(`- id: r1
  url: ${URL}
  title: A
  type: poem
  colour: red
  published_date: 6/2/2026
  tags:
    - ok
    - C++
`)
    const where = { file: 'papers.yaml', record_id: 'r1' }
    expect(batch.converted).toEqual([{ ...where, line: 4, key: 'type', from: 'poem', to: 'other' }])
    expect(batch.dropped).toEqual([
      { ...where, line: 1, key: 'id', why: 'It cannot be an alias: r1' },
      { ...where, line: 6, key: 'published_date', why: 'It cannot be read as one date: 6/2/2026' },
      { ...where, line: 9, key: 'tags', why: 'It is no slug: C++' },
      { ...where, line: 5, key: 'colour', why: 'Cards have no field for it.' },
    ])
    expect(batch.cards[0]?.fields).toEqual({ url: URL, title: 'A', type: 'other', tags: ['ok'] })
  })

  it('makes a card of a record without title and type, and says what stands for them', () => {
    const batch = read(`- url: ${URL}\n  title: ""\n`)
    expect(batch.cards[0]?.fields).toEqual({ url: URL, title: URL, type: 'other' })
    expect(batch.converted).toEqual([
      { file: 'papers.yaml', line: 1, key: 'title', from: '', to: URL },
      { file: 'papers.yaml', line: 1, key: 'type', from: '', to: 'other' },
    ])
  })

  it.each([
    ['id: r1\n  title: A', 'Record r1 has no absolute http or https URL.'],
    [
      'url: ftp://example.org/a\n  title: A',
      'This record has no absolute http or https URL, but: ftp://example.org/a.',
    ],
    ['url: [a]\n  title: A', 'This record has no absolute http or https URL.'],
  ])('cannot use a record without a web address, and goes on: %j', (record, why) => {
    const batch = read(`- ${record}\n- url: ${URL}\n  title: B\n  type: web\n`)
    expect(batch.unreadable).toEqual([{ file: 'papers.yaml', line: 1, why }])
    expect(batch.cards.map(card => card.fields.title)).toEqual(['B'])
  })

  it('goes on with other files when one cannot be read', () => {
    const files = [
      { name: 'a.yaml', text: '- url: "unclosed\n' },
      { name: 'b.yaml', text: `- url: ${URL}\n  title: B\n  type: web\n` },
    ]
    const batch = longtermWiki.read(files, NOTHING_KNOWN)
    expect(batch.unreadable).toMatchObject([{ file: 'a.yaml', line: 1 }])
    expect(batch.cards).toHaveLength(1)
  })

  it('takes hostile text for text', () => {
    const batch = read(
      `- url: ${URL}\n  title: "\\e]0;x\\a"\n  type: web\n  __proto__: x\n  constructor: y\n`,
    )
    expect(batch.cards[0]?.fields.title).toBe('\x1b]0;x\x07')
    expect(batch.dropped.map(({ key }) => key)).toEqual(['__proto__', 'constructor'])
  })
})

describe('publications of the Longterm Wiki', () => {
  it('become venues', () => {
    const batch = read(
      `# Venues
- id: example-journal
  domains: [example.org, example.org/papers]
  name: Example Journal
  type: academic_journal
  credibility: 5
  peer_reviewed: true
  description: A journal of examples
  founded: 1999
`,
      'publications.yaml',
    )
    expect(batch.venues).toEqual([
      {
        origin: { file: 'publications.yaml', line: 2 },
        item: {
          id: 'example-journal',
          name: 'Example Journal',
          domains: ['example.org', 'example.org/papers'],
          type: 'academic_journal',
          credibility: 5,
          peer_reviewed: true,
          description: 'A journal of examples',
        },
      },
    ])
    expect(batch.dropped).toMatchObject([{ line: 9, record_id: 'example-journal', key: 'founded' }])
    expect(batch.comments).toEqual([{ file: 'publications.yaml', count: 1, lines: [1] }])
    expect(batch.cards).toEqual([])
  })

  it('are told from records by what they have, not by the name of the file', () => {
    const batch = read(
      `- name: Example\n  id: example\n- url: ${URL}\n  title: A\n  type: web\n- name: No id\n`,
    )
    expect(batch.venues.map(({ item }) => item.id)).toEqual(['example'])
    expect(batch.cards).toHaveLength(1)
    expect(batch.unreadable).toMatchObject([{ line: 6, why: expect.stringContaining('neither a record') }])
  })
})
