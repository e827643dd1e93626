import { describe, expect, it } from 'vitest'
import { csv } from '../../../../src/import/formats/csv/csv.ts'
import { CSV_FIELDS } from '../../../../src/notation/csv/csv-fields.ts'

const VENUES = [{ id: 'nature', name: 'Nature' }]
const read = (text: string, map?: ReadonlyMap<string, string>) =>
  csv.read([{ name: 'refs.csv', text }], { venues: VENUES, pages: [], map })

describe('a table', () => {
  it('becomes cards, by the headings of its columns', () => {
    const batch = read(
      '\ufeffTitle,URL,Author(s),"Publication Year",Item Type,Manual Tags,rating,extra.funder,Pages,Publication Title\r\n' +
        '"Two\r\nlines",https://example.org/a,"de Leo, Maria; Center for AI Safety",2019,blogPost,ML; deep learning,4,Open,1-2,NATURE\r\n' +
        "'=SUM(1),https://example.org/b,,March 2019,Book,C++,9,,,Elsewhere\r\n",
    )
    expect(batch).toEqual({
      cards: [
        {
          fields: {
            title: 'Two lines',
            url: 'https://example.org/a',
            authors: ['de Leo, Maria', 'Center for AI Safety'],
            published: '2019',
            type: 'blog',
            tags: ['ml', 'deep-learning'],
            credibility: { rating: 4 },
            extra: { funder: 'Open' },
            venue: 'nature',
          },
          origin: { file: 'refs.csv', line: 2 },
        },
        {
          fields: { title: '=SUM(1)', url: 'https://example.org/b', published: '2019-03', type: 'book' },
          origin: { file: 'refs.csv', line: 4 },
          unknownVenue: 'Elsewhere',
        },
      ],
      venues: [],
      pages: [],
      emptyValues: 2,
      dropped: [
        { file: 'refs.csv', line: 1, key: 'Pages', why: 'No field has this name: --map can name one.' },
        { file: 'refs.csv', line: 4, key: 'Manual Tags', why: 'It cannot be a tag: C++' },
        {
          file: 'refs.csv',
          line: 4,
          key: 'credibility',
          why: '`rating` must be a whole number from 1 to 5, but is `9`.',
        },
      ],
      converted: [{ file: 'refs.csv', line: 2, key: 'Item Type', from: 'blogPost', to: 'blog' }],
      comments: [],
      unreadable: [],
    })
  })

  it.each([
    ['commas', 'url,title\nhttps://example.org/,"a;b"\n'],
    ['semicolons', 'url;title\nhttps://example.org/;a;b\n'.replace('a;b', '"a;b"')],
    ['tabs', 'url\ttitle\nhttps://example.org/\ta;b\n'],
  ])('may be parted by %s', (_, text) => {
    expect(read(text).cards[0]?.fields).toMatchObject({ url: 'https://example.org/', title: 'a;b' })
  })

  it('takes the field that --map names for a column', () => {
    const map = new Map([
      ['Web address', 'url'],
      ['Title', 'notes'],
    ])
    expect(read('Web address,Title\nhttps://example.org/,x\n', map).cards[0]?.fields).toEqual({
      url: 'https://example.org/',
      title: 'https://example.org/',
      type: 'web',
      notes: 'x',
    })
  })

  it('takes the first of two columns for one field that says something', () => {
    const { cards, dropped } = read(
      'url,date,year\nhttps://a.example/,,2019\nhttps://b.example/,2020-01,2020\n',
    )
    expect(cards.map(({ fields }) => fields.published)).toEqual(['2019', '2020-01'])
    expect(dropped.map(({ line, key, why }) => `${line} ${key}: ${why}`)).toEqual([
      '3 year: The row gives another value in date.',
    ])
  })

  it('refuses a row with too many or too few cells, and a quote that does not close', () => {
    const { cards, unreadable } = read(
      'url,title\nhttps://a.example/,a\nx\n\na,b,c\n,x\nhttps://b.example/,"b\n',
    )
    expect(cards.map(({ fields }) => fields.title)).toEqual(['a'])
    expect(unreadable.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      '3: This row has 1 cell, but the heading has 2.',
      '5: This row has 3 cells, but the heading has 2.',
      '6: This entry names no url, doi, arXiv id, isbn or pmid.',
      '7: From this row on it cannot be read: a quote is missing or too many.',
    ])
  })

  it('has a list on a line each, where an item has a semicolon', () => {
    expect(
      read('url,key_points\nhttps://a.example/,"One; two.\nThree."\n').cards[0]?.fields.key_points,
    ).toEqual(['One; two.', 'Three.'])
  })

  it('passes over what is made of other fields', () => {
    expect(
      read('url,path,resource_id,effective_credibility.rating\nhttps://a.example/,x,y,3\n').dropped,
    ).toEqual([])
  })
})

/** A cell of each field, and what becomes of it. */
const CELLS: Readonly<Record<string, readonly [cell: string, expected: unknown]>> = {
  id: ['aaaaaaaaaa', undefined],
  url: ['https://example.org/', 'https://example.org/'],
  doi: ['https://doi.org/10.1000/A', '10.1000/a'],
  arxiv: ['arXiv:2301.10140v2', '2301.10140'],
  isbn: ['978-0-525-55861-3', '978-0-525-55861-3'],
  pmid: ['34265844', '34265844'],
  also_at: ['https://a.example/; https://b.example/', ['https://a.example/', 'https://b.example/']],
  title: ['1984', '1984'],
  label: ['L', 'L'],
  type: ['paper', 'paper'],
  authors: ['Ada Example; OpenAI', ['Ada Example', 'OpenAI']],
  published: ['2019-03-05 10:00:00', '2019-03-05'],
  venue: ['some-venue', 'some-venue'],
  language: ['English', 'en'],
  abstract: ['A', 'A'],
  summary: ['S', 'S'],
  key_points: ['One.; Two.', ['One.', 'Two.']],
  relevance: ['R', 'R'],
  review: ['R', 'R'],
  notes: ['N', 'N'],
  'credibility.rating': ['3', 3],
  'credibility.reason': ['Because', undefined],
  tags: ['Deep Learning', ['deep-learning']],
  cited_by: ['a; b/c', ['a', 'b/c']],
  'forum.karma': ['-3', -3],
  'forum.comments': ['4', 4],
  'forum.answers': ['5', 5],
  accessed: ['2026', '2026'],
  archive_url: ['https://a.example/', 'https://a.example/'],
  'fetch.at': ['2026-02-06', '2026-02-06'],
  'fetch.status': ['ok', 'ok'],
  'fetch.http_status': ['200', 200],
  'fetch.content_hash': ['sha256:abcdef0123456789', 'sha256:abcdef0123456789'],
  'fetch.file': ['x.html', 'x.html'],
  aliases: ['591965925902e868', ['591965925902e868']],
}

describe('the columns of a table', () => {
  it('are tested row by row', () => {
    expect(Object.keys(CELLS)).toEqual([...CSV_FIELDS])
  })

  it.each(Object.entries(CELLS))('%s is carried over', (field, [cell, expected]) => {
    const [card] = read(`pmid,${field}\n${field === 'pmid' ? '' : '1'},"${cell}"\n`).cards
    const [key = '', inner] = field.split('.')
    const value = (card?.fields as { [key: string]: unknown } | undefined)?.[key]
    expect(inner === undefined ? value : (value as { [key: string]: unknown } | undefined)?.[inner]).toEqual(
      expected,
    )
    if (field === 'id') expect(card?.wantedId).toBe(cell)
  })
})

describe('the cells of a table that we wrote', () => {
  const fieldsOf = (text: string) =>
    csv.read([{ name: 'refs.csv', text }], {
      venues: [...VENUES, { id: 'other', name: 'Third' }, { id: 'third', name: 'A Third' }],
      pages: [],
      extra: { from: { type: 'list' }, open: { type: 'boolean' } },
    }).cards[0]?.fields

  it('are read without the guard against formulas, and no other quote is', () => {
    expect(fieldsOf("url,title,notes,label\nhttps://a.example/,''=x,\"'=1; '@2\n'+x\",'tis\n")).toMatchObject(
      {
        title: "'=x",
        notes: '=1; @2\n+x',
        label: "'tis",
      },
    )
  })

  it('have names in braces, a list on one line behind an empty one, and lists of the library', () => {
    const text =
      'url,authors,key_points,extra.from,extra.open\n' +
      'https://a.example/,"{Google DeepMind}; {García Márquez}, Gabriel José","\nOne; two.",x; y,true\n'
    expect(fieldsOf(text)).toMatchObject({
      authors: [{ literal: 'Google DeepMind' }, { given: 'Gabriel José', family: 'García Márquez' }],
      key_points: ['One; two.'],
      extra: { from: ['x', 'y'], open: true },
    })
  })

  it('keep identifiers that have the form of ours, and the id of a venue that is the name of another', () => {
    expect(fieldsOf('doi,arxiv,venue\n10.1000/A,2301.10140v2,third\n')).toMatchObject({
      doi: '10.1000/A',
      arxiv: '2301.10140v2',
      venue: 'third',
    })
  })
})

describe('the cells of a table', () => {
  it.each([
    ['"John Smith, Jane Doe"', [{ literal: 'John Smith, Jane Doe' }], 1],
    ['John Smith and Jane Doe', ['John Smith', 'Jane Doe'], 0],
    ['"Smith, John & Doe, Jane"', ['Smith, John', 'Doe, Jane'], 0],
    ['"Doe, Jane,"', ['Doe, Jane'], 0],
    ['"Doe, Jane; RAND"', ['Doe, Jane', 'RAND'], 0],
  ])('with the names %s give %j', (cell, authors, told) => {
    const { cards, dropped } = read(`url,title,authors\nhttps://a.example/,T,${cell}\n`)
    expect(cards[0]?.fields.authors).toEqual(authors)
    expect(dropped).toHaveLength(told)
  })

  it('of two columns of tags give all of them', () => {
    const { cards, dropped } = read('url,title,Keywords,Tags\nhttps://a.example/,T,a; b,b; c\n')
    expect(cards[0]?.fields.tags).toEqual(['a', 'b', 'c'])
    expect(dropped).toEqual([])
  })
})
