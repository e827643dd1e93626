import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ris } from '../../../../src/import/formats/ris/ris.ts'
import { RIS_FIELDS } from '../../../../src/import/formats/ris/ris-fields.ts'
import { authorNames } from '../../../../src/model/author.ts'

const NATURE = { id: 'nature', name: 'Nature' }
const read = (text: string) => ris.read([{ name: 'refs.ris', text }], { venues: [NATURE], pages: [] })
const entry = (...lines: string[]) => ['TY  - JOUR', ...lines, 'ER  - ', ''].join('\n')

/** As EndNote writes it: CRLF, a byte-order mark, keywords in one value. */
const ENDNOTE = `\ufeff${`TY  - JOUR
AU  - de Leo, Maria
AU  - King, Martin Luther, Jr.
A1  - Center for AI Safety
T1  - A title that
  goes on
JO  - Nat.
T2  - Nature
VL  - 3
PY  - 2019/03//
DA  - 2019/03/05/Spring
DO  - https://doi.org/10.1000/XYZ
UR  - https://example.org/a
UR  - https://example.org/b
L1  - internal-pdf://1.pdf
KW  - Machine learning
AI safety
SN  - 1476-4687
N2  - First.

Second.
N1  - One
N1  - Two
ID  - 42
ER  -

TY  - BOOK
TI  - Without anything
ER  -`.replaceAll('\n', '\r\n')}`

describe('a RIS file', () => {
  it('becomes cards, and what has no place in them is told', () => {
    expect(read(ENDNOTE)).toEqual({
      cards: [
        {
          fields: {
            url: 'https://example.org/a',
            doi: '10.1000/xyz',
            also_at: ['https://example.org/b'],
            title: 'A title that goes on',
            type: 'paper',
            authors: ['Maria de Leo', 'Martin Luther King Jr.', 'Center for AI Safety'],
            published: '2019-03-05',
            venue: 'nature',
            abstract: 'First.\n\nSecond.',
            notes: 'One\n\nTwo',
            tags: ['machine-learning', 'ai-safety'],
          },
          origin: { file: 'refs.ris', line: 1 },
          recordId: '42',
        },
      ],
      venues: [],
      pages: [],
      emptyValues: 0,
      dropped: [
        { file: 'refs.ris', line: 9, record_id: '42', key: 'VL', why: 'Cards have no field for it.' },
        {
          file: 'refs.ris',
          line: 7,
          record_id: '42',
          key: 'JO',
          why: 'The entry gives another value in T2.',
        },
        {
          file: 'refs.ris',
          line: 15,
          record_id: '42',
          key: 'L1',
          why: 'It is no absolute http or https address: internal-pdf://1.pdf',
        },
        { file: 'refs.ris', line: 18, record_id: '42', key: 'SN', why: 'Cards have no field for an ISSN.' },
        {
          file: 'refs.ris',
          line: 11,
          record_id: '42',
          key: 'DA',
          why: 'Only 2019-03-05 is kept of: 2019/03/05/Spring',
        },
      ],
      converted: [],
      comments: [],
      unreadable: [
        { file: 'refs.ris', line: 27, why: 'This entry names no url, doi, arXiv id, isbn or pmid.' },
      ],
    })
  })

  it('takes names apart as they are written', () => {
    expect(authorNames(read(ENDNOTE).cards[0]?.fields.authors).slice(0, 2)).toEqual([
      { name: 'Maria de Leo', given: 'Maria', particle: 'de', family: 'Leo' },
      { name: 'Martin Luther King Jr.', given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    ])
  })

  it('ends an entry where the next begins, or the file', () => {
    const { cards, unreadable } = read(
      'TY  - BLOG\nUR  - https://a.example/\nTY  - RPRT\nUR  - https://b.example/',
    )
    expect(cards.map(({ fields, origin }) => [fields.type, origin.line])).toEqual([
      ['blog', 1],
      ['report', 3],
    ])
    expect(unreadable).toEqual([])
  })

  it('says which lines belong to no entry', () => {
    expect(read('Hello\n').unreadable.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      '1: There is no RIS entry in this file: each begins with a line `TY  - …`.',
    ])
    expect(
      read(`${entry('UR  - https://a.example/')}stray\nAU  - x\n`).unreadable.map(({ why }) => why),
    ).toEqual(['2 lines from here on belong to no entry: each begins with a line `TY  - …`.'])
  })

  it('finds no dates that mean two days', () => {
    const { cards, dropped } = read(entry('UR  - https://a.example/', 'PY  - 2019', 'Y2  - 03/05/2020'))
    expect(cards[0]?.fields).toMatchObject({ published: '2019', accessed: '2020' })
    expect(dropped.map(({ key, why }) => `${key}: ${why}`)).toEqual([
      'Y2: Only the year is kept of: 03/05/2020',
    ])
  })
})

/** Each tag of the mapping, and what it becomes. */
const ROWS: readonly (readonly [tag: string, value: string, expected: object])[] = [
  ['TY', 'NEWS', { type: 'news' }],
  ['ID', 'key', {}],
  ['TI', 'A < B & C', { title: 'A < B & C' }],
  ['T1', 'Title', { title: 'Title' }],
  ['CT', 'Title', { title: 'Title' }],
  ['ST', 'Short', { label: 'Short' }],
  ['AU', 'van der Berg, Jan', { authors: ['Jan van der Berg'] }],
  ['A1', 'OpenAI', { authors: ['OpenAI'] }],
  ['DA', '2019/12/24', { published: '2019-12-24' }],
  ['PY', '2019///', { published: '2019' }],
  ['Y1', '2019/03', { published: '2019-03' }],
  ['Y2', '2026-02-06', { accessed: '2026-02-06' }],
  ['JF', 'Nature', { venue: 'nature' }],
  ['T2', 'Nature', { venue: 'nature' }],
  ['JO', 'Nature', { venue: 'nature' }],
  ['BT', 'Nature', { venue: 'nature' }],
  ['JA', 'Nature', { venue: 'nature' }],
  ['J2', 'Nature', { venue: 'nature' }],
  ['PB', 'Nature', { venue: 'nature' }],
  ['DO', '10.1000/A', { doi: '10.1000/a' }],
  ['UR', 'https://example.org/?a=1&b=2', { url: 'https://example.org/?a=1&b=2' }],
  ['LK', 'https://example.org/', { url: 'https://example.org/' }],
  ['L1', 'https://example.org/x.pdf', { also_at: ['https://example.org/x.pdf'] }],
  ['L2', 'https://example.org/full', { also_at: ['https://example.org/full'] }],
  ['AN', 'arXiv:2301.10140', { arxiv: '2301.10140' }],
  ['SN', '978-0-525-55861-3', { isbn: '978-0-525-55861-3' }],
  ['AB', 'Text', { abstract: 'Text' }],
  ['N2', 'Text', { abstract: 'Text' }],
  ['KW', 'Deep Learning', { tags: ['deep-learning'] }],
  ['LA', 'eng', { language: 'en' }],
  ['N1', 'Note', { notes: 'Note' }],
  ['RN', 'Note', { notes: 'Note' }],
  ['any other', '', {}],
]

describe('the mapping of RIS', () => {
  it('is tested row by row', () => {
    expect(ROWS.map(([tag]) => tag)).toEqual(RIS_FIELDS.map(({ from }) => from))
  })

  it.each(ROWS)('carries %s - %s over', (tag, value, expected) => {
    const lines = ['UR  - https://here.example/', ...(tag.length === 2 ? [`${tag}  - ${value}`] : [])]
    const text = tag === 'TY' ? entry(...lines).replace('JOUR', value) : entry(...lines)
    const own = /^(?:UR|LK)$/.test(tag) ? entry(`${tag}  - ${value}`) : text
    expect(read(own).cards[0]?.fields).toMatchObject(expected)
  })

  it('keeps the version of a number of arXiv', () => {
    expect(read(entry('AN  - arXiv:2301.10140v2')).cards[0]?.fields.arxiv).toBe('2301.10140v2')
  })

  it('takes the number of PubMed for its id', () => {
    expect(read(entry('DB  - PubMed', 'AN  - 34265844')).cards[0]?.fields.pmid).toBe('34265844')
  })
})

describe('names and dates of RIS', () => {
  const told = (...lines: string[]) => read(entry('UR  - https://a.example/', ...lines))

  it.each([
    ['Smith, John; Doe, Jane', ['John Smith', 'Jane Doe']],
    ['John Smith, Jane Doe, Bob Roe', ['John Smith', 'Jane Doe', 'Bob Roe']],
    ['RAND Corporation,', ['RAND Corporation']],
    ['Smith, V.', ['V. Smith']],
    ['Doe, Jane,', ['Jane Doe']],
    ['Smith JA', ['J. A. Smith']],
  ])('has the authors %s as %j', (value, authors) => {
    expect(told(`AU  - ${value}`).cards[0]?.fields.authors).toEqual(authors)
  })

  it('gives the names that were written, whatever their particles and suffixes', () => {
    const word = fc
      .tuple(fc.constantFrom('Á', 'B', 'Ł', 'O', 'Z'), fc.constantFrom('da', 'élie', 'ørn', 'ohn', 'oe-Li'))
      .map(parts => parts.join(''))
    const author = fc
      .tuple(word, word, fc.constantFrom('', 'van', 'de la'), fc.constantFrom('', 'Jr.', 'III'))
      .map(([given, family, particle, suffix]) => ({ given, family, particle, suffix }))
    fc.assert(
      fc.property(fc.array(author, { minLength: 1, maxLength: 5 }), authors => {
        const lines = authors.map(({ given, family, particle, suffix }) => {
          const last = [particle, family].filter(part => part !== '').join(' ')
          return `AU  - ${[last, given, ...(suffix === '' ? [] : [suffix])].join(', ')}`
        })
        const { cards, dropped, converted } = told(...lines)
        const names = authorNames(cards[0]?.fields.authors).map(({ name: _, ...parts }) => parts)
        const said = authors.map(each =>
          Object.fromEntries(Object.entries(each).filter(([, part]) => part !== '')),
        )
        expect({ names, dropped, converted }).toEqual({ names: said, dropped: [], converted: [] })
      }),
    )
  })

  it.each([
    [['PY  - 1999///spring'], '1999', ['PY: Only 1999 is kept of: 1999///spring']],
    [['PY  - 2019//05'], '2019', ['PY: Only 2019 is kept of: 2019//05']],
    [['PY  - 2019/13/45'], '2019', ['PY: Only 2019 is kept of: 2019/13/45']],
    [['PY  - 2012/13/45/'], '2012', ['PY: Only 2012 is kept of: 2012/13/45/']],
    [
      ['DA  - 2019/05/01/Spring issue'],
      '2019-05-01',
      ['DA: Only 2019-05-01 is kept of: 2019/05/01/Spring issue'],
    ],
    [['PY  - 2010', 'DA  - 2010 Jun 15'], '2010-06-15', []],
    [['PY  - 2010', 'DA  - May 5'], '2010', ['DA: Only the date in PY is kept, without: May 5']],
    [['PY  - 20190501'], '2019-05-01', []],
    [['PY  - 2019/03//'], '2019-03', []],
  ])('of %j keeps %s and tells %j', (lines, published, dropped) => {
    const batch = told(...lines)
    expect(batch.cards[0]?.fields.published).toBe(published)
    expect(batch.dropped.map(({ key, why }) => `${key}: ${why}`)).toEqual(dropped)
  })

  it('tells of second values that are others, takes markup out, and splits addresses', () => {
    const { cards, dropped } = told(
      ...['TI  - Only <i>x</i>', 'T1  - Other', 'DO  - 10.1000/a', 'DO  - 10.1000/b'],
      ...['N2  - <jats:p>One.</jats:p>', 'SN  - 1234-5678', 'UR  - http://b.com, http://c.com'],
    )
    expect(cards[0]?.fields).toMatchObject({
      title: 'Only x',
      doi: '10.1000/a',
      abstract: 'One.',
      also_at: ['http://b.com', 'http://c.com'],
    })
    expect(cards[0]?.fields.isbn).toBeUndefined()
    expect(dropped.map(({ key, why }) => `${key}: ${why}`)).toEqual([
      'T1: The entry gives another value in TI.',
      'DO: The entry gives another value in DO.',
      'SN: Cards have no field for an ISSN.',
    ])
  })
})
