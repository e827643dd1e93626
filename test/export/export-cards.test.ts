import { describe, expect, it } from 'vitest'
import { exportCards } from '../../src/export/export-cards.ts'
import { exporterNamed } from '../../src/export/formats-known.ts'
import { EXPORTERS } from '../../src/export/index.ts'
import { openLibrary } from '../../src/load/open-library.ts'
import { JSON_FIELDS } from '../../src/model/card-json.ts'
import { cardText, directoryWith } from '../support/library.ts'

const opened = () =>
  openLibrary({
    cwd: directoryWith({
      'cards.config.yaml': 'extra:\n  funder: { type: string }\n',
      'cards/aaaaaaaaa1.yaml': cardText('aaaaaaaaa1', 'notes: Mine.', 'extra: { funder: X }'),
      'cards/bbbbbbbbb2.yaml': cardText('bbbbbbbbb2', 'accessed: "2026"'),
    }),
    dir: undefined,
    config: undefined,
  })

describe('exportCards', () => {
  it('writes all cards in use, in the order of their IDs, when none are given', async () => {
    const { cards, text } = await exportCards(await opened(), { format: 'ndjson', fields: ['id'] })
    expect(cards.map(({ id }) => id)).toEqual(['aaaaaaaaa1', 'bbbbbbbbb2'])
    expect([...text].join('')).toBe('{"id":"aaaaaaaaa1"}\n{"id":"bbbbbbbbb2"}\n')
  })

  it('tells each field that the format has no place for, and those of the library by their names', async () => {
    const { text, losses } = await exportCards(await opened(), { format: 'jsonld' })
    expect([...text]).toHaveLength(1)
    const expected = [
      { field: 'notes', what: 'dropped', cards: ['aaaaaaaaa1'] },
      { field: 'accessed', what: 'dropped', cards: ['bbbbbbbbb2'] },
      { field: 'extra.funder', what: 'dropped', cards: ['aaaaaaaaa1'] },
    ]
    expect(losses()).toEqual(expected)
    // However often it is asked.
    expect(losses()).toEqual(expected)
  })

  it('calls the index of a folder as is asked, where there is one', async () => {
    const library = await opened()
    const { files = [] } = await exportCards(library, { format: 'markdown', index: '_index.md' })
    expect([...files].map(({ path }) => path)).toEqual(['_index.md', 'aaaaaaaaa1.md', 'bbbbbbbbb2.md'])
    await expect(exportCards(library, { format: 'markdown', index: '../x.md' })).rejects.toMatchObject({
      code: 'usage',
      message: '`../x.md` is no name for an index.',
    })
    await expect(exportCards(library, { format: 'json', index: 'x.json' })).rejects.toThrow(
      'There is no index in json, so that one cannot name it.',
    )
  })

  it('counts as no loss what was not chosen', async () => {
    const { text, losses } = await exportCards(await opened(), { format: 'csv', fields: ['title'] })
    expect([...text].join('')).toContain('Card aaaaaaaaa1')
    expect(losses()).toEqual([])
  })

  it.each([
    [{ format: 'bibtx' }, 'There is no format `bibtx` to export.', 'Did you mean `bibtex`?'],
    [
      { format: 'json', key: 'id' },
      'There are no citation keys in json, so that one cannot choose them.',
      undefined,
    ],
    [{ format: 'json', fields: ['titel'] }, 'There is no field `titel` in json.', 'Did you mean `title`?'],
    [
      { format: 'jsonld', fields: ['title'] },
      'The fields of jsonld are what they are: none can be chosen.',
      'Leave them out.',
    ],
  ] as const)('refuses %j', async (options, message, hint) => {
    await expect(exportCards(await opened(), options)).rejects.toMatchObject({ code: 'usage', message, hint })
  })
})

describe('the formats', () => {
  it.each(EXPORTERS.map(exporter => [exporter.name, exporter] as const))(
    '%s says where it puts which fields',
    (name, { keeps, description, extension, choice }) => {
      expect(exporterNamed(name).name).toBe(name)
      expect(description).toMatch(/^\S[^\n]{10,79}[^.\s]$/)
      expect(extension).toMatch(/^[a-z]+(\.[a-z]+)?$/)
      expect(JSON_FIELDS).toEqual(expect.arrayContaining(Object.keys(keeps)))
      for (const where of Object.values(keeps)) expect(where).toMatch(/\S/)
      if (choice) expect(choice.names).toContain('title')
    },
  )

  it('have names and endings of their own', () => {
    const names = EXPORTERS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
