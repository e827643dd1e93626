import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IMPORTERS } from '../../src/import/index.ts'
import { CardsError } from '../../src/model/errors.ts'

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
          const lines = text.split(/\r\n?|\n|\u2028|\u2029|\x85/).length
          const places = [...batch.unreadable, ...batch.dropped, ...batch.cards.map(({ origin }) => origin)]
          for (const { line } of places) expect(line).toSatisfy((n: number) => n >= 1 && n <= lines)
        }),
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
