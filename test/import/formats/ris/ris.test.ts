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
        { file: 'refs.ris', line: 7, record_id: '42', key: 'JO', why: 'The entry says it already, in T2.' },
        {
          file: 'refs.ris',
          line: 15,
          record_id: '42',
          key: 'L1',
          why: 'It is no absolute http or https address: internal-pdf://1.pdf',
        },
        { file: 'refs.ris', line: 18, record_id: '42', key: 'SN', why: 'Cards have no field for an ISSN.' },
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

  it('takes the number of PubMed for its id', () => {
    expect(read(entry('DB  - PubMed', 'AN  - 34265844')).cards[0]?.fields.pmid).toBe('34265844')
  })
})
