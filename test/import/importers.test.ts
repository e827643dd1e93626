import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardText } from '../../src/edit/write-card.ts'
import type { ImportedCard } from '../../src/import/importer.ts'
import { IMPORTERS } from '../../src/import/index.ts'
import { examine } from '../../src/load/examine.ts'
import { CardsError } from '../../src/model/errors.ts'

/** What is wrong with a card that an importer makes, once it has an ID. */
const flawsOf = (fields: ImportedCard['fields']) =>
  examine('card', cardText({ ...fields, id: 'aB3dE5gH7j' }), 'a.yaml', {}).findings.filter(
    ({ severity }) => severity === 'error',
  )

const NOTHING_KNOWN = { venues: [], pages: [] }

/** Signs that mean something to one of the formats. */
const SIGNS = [
  ...[
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    ',',
    ':',
    '\\',
    '\n',
    '\r',
    '\t',
    ' ',
    '- ',
    '---\n',
    '#',
    '&a',
    '*a',
    '<<: ',
    '|\n',
  ],
  ...[
    '@misc{k, ',
    'url = ',
    'TY  - JOUR\n',
    'UR  - https://a.example/\n',
    'ER  -\n',
    '"url": ',
    '"https://a.example/"',
  ],
  ...[
    'url: https://a.example/\n',
    'url,title\n',
    'https://a.example/,',
    ';',
    '\0',
    '\u2028',
    '\ufeff',
    '\ud800',
    'é',
    '__proto__',
  ],
  ...[
    '"__proto__": ',
    '{"url": "https://a.example/", "authors": [',
    '"issued": {"date-parts": [[',
    '1e999',
    'null',
    '$',
    '%',
    '~',
  ],
]

const FIELDS = ['url', 'doi', 'isbn', 'pmid', 'title', 'date', 'author', 'language', 'keywords', 'note']
const VALUES = [
  ...[
    'http://e.com/a b',
    'https://a.example/x',
    'https://a.example/\u202e',
    '10.1000/a.',
    '10.1000/A, 10.1000/b',
  ],
  ...[
    '1234-5678',
    '978-0-13-110362-7',
    '2019-02-30',
    '2019/13/45',
    '20190501',
    'May 5',
    'Smith, John; Doe, Jane',
  ],
  ...[
    'a, b, c, d',
    'English',
    'x-y',
    'C++; a b',
    'arXiv:1801.00001',
    ' ',
    '',
    'null',
    '007',
    '<i>x</i>',
    '\u0007',
  ],
]

/** A record in the words of a format. */
function textsOf(format: string, record: ReadonlyMap<string, string>): string[] {
  const get = (field: string) => record.get(field) ?? ''
  const json = JSON.stringify({
    ...Object.fromEntries(record),
    url: 'https://a.example/x',
    published: get('date'),
    authors: [get('author')],
    tags: [get('keywords')],
    notes: get('note'),
  })
  switch (format) {
    case 'bibtex':
    case 'biblatex': {
      const fields = [...record].map(([field, value]) => `${field} = {${value.replace(/[{}\\%@]/g, '')}},\n`)
      return [`@misc{k, ${fields.join('')}}`]
    }
    case 'ris': {
      const tags = ['UR', 'DO', 'SN', 'AN', 'TI', 'PY', 'AU', 'LA', 'KW', 'N1']
      return [`TY  - JOUR\n${FIELDS.map((field, i) => `${tags[i]}  - ${get(field)}\n`).join('')}ER  - \n`]
    }
    case 'csl-json':
      return [
        JSON.stringify({
          ...{ URL: get('url'), DOI: get('doi'), ISBN: get('isbn'), PMID: get('pmid'), title: get('title') },
          ...{
            issued: { raw: get('date') },
            author: [{ literal: get('author') }],
            language: get('language'),
          },
          ...{ keyword: get('keywords'), note: get('note') },
        }),
      ]
    case 'csv':
      return [`${FIELDS.join()}\n${FIELDS.map(field => `"${get(field).replaceAll('"', '""')}"`).join()}\n`]
    case 'longterm-wiki':
      return [
        `- url: https://a.example/x\n${FIELDS.slice(1)
          .map(field => `  ${field}: ${JSON.stringify(get(field))}\n`)
          .join('')}`,
      ]
    default:
      return [json]
  }
}

describe.each(IMPORTERS.map(importer => [importer.name, importer] as const))(
  'the importer %s',
  (name, importer) => {
    it('has a name, a description and a mapping that people can read', () => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(importer.description).toMatch(/^\S.{10,100}[^.]$/)
      expect(importer.mapping.length).toBeGreaterThan(0)
      const sources = importer.mapping.map(({ from }) => from)
      expect(sources).toEqual([...new Set(sources)])
    })

    it('makes nothing of nothing', () => {
      expect(importer.read([], NOTHING_KNOWN)).toMatchObject({ cards: [], venues: [], pages: [] })
      expect(importer.read([{ name: 'empty.yaml', text: '' }], NOTHING_KNOWN).cards).toEqual([])
    })

    it('never throws but for what is missing, and tells lines that the file has', () => {
      const text = fc.oneof(
        fc.array(fc.constantFrom(...SIGNS), { maxLength: 40 }).map(signs => signs.join('')),
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.json(),
      )
      fc.assert(
        fc.property(text, text => {
          let batch: ReturnType<typeof importer.read>
          try {
            batch = importer.read([{ name: 'a.yaml', text }], NOTHING_KNOWN)
          } catch (error) {
            expect(error).toBeInstanceOf(CardsError)
            return
          }
          for (const { fields } of batch.cards) expect(flawsOf(fields)).toEqual([])
          const lines = text.split(/\r\n?|\n|\u2028|\u2029|\x85/).length
          const places = [...batch.unreadable, ...batch.dropped, ...batch.cards.map(({ origin }) => origin)]
          for (const { line } of places) expect(line).toSatisfy((n: number) => n >= 1 && n <= lines)
        }),
      )
    })

    it('makes cards that are as the schema asks for, whatever the values are', () => {
      const value = fc.oneof(
        fc.constantFrom(...VALUES),
        fc.string({ maxLength: 12 }).map(text => text.replace(/[\r\n]/g, ' ')),
      )
      fc.assert(
        fc.property(fc.array(value, { minLength: FIELDS.length, maxLength: FIELDS.length }), values => {
          const record = new Map(FIELDS.map((field, i) => [field, values[i] ?? '']))
          for (const text of textsOf(name, record))
            for (const { fields } of importer.read([{ name: 'f', text }], { ...NOTHING_KNOWN, extra: {} })
              .cards)
              expect(flawsOf(fields)).toEqual([])
        }),
        { numRuns: 60 },
      )
    })

    it('ends soon for files that were made to take long', () => {
      const parts = [
        '[',
        '{',
        '{"a":',
        '"',
        '\\"',
        '- ',
        ' ',
        '\n',
        'a,',
        '"",',
        'TY  - \n',
        '@a{b,c={',
        '---\n',
        '<i ',
        'a: ',
      ]
      for (const part of parts) {
        const text = part.repeat(10_000)
        expect(importer.read([{ name: 'a.yaml', text }], NOTHING_KNOWN).cards).toEqual([])
      }
    })
  },
)
