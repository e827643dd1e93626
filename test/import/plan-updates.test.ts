import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { cardText } from '../../src/edit/write-card.ts'
import type { ImportedCard } from '../../src/import/importer.ts'
import { IMPORTERS } from '../../src/import/index.ts'
import { type PlanOptions, planImport } from '../../src/import/plan-import.ts'
import type { ExistingCard } from '../../src/import/sort-known.ts'
import type { CardFields } from '../../src/model/card.ts'
import { mintStableId, resourceId } from '../../src/model/stable-id.ts'

type Fields = ImportedCard['fields']
const A = 'https://example.org/a'

const record = (fields: Partial<Fields>, line = 1): ImportedCard => ({
  fields: { url: A, title: 'On Gradients', type: 'web', ...fields } as Fields,
  origin: { file: 'refs.bib', line },
})
const withoutUrl = (fields: Partial<Fields>, line = 1): ImportedCard => {
  const { url, ...others } = record(fields, line).fields
  return { ...record(fields, line), fields: others }
}

/** A library in memory: files by path, which the plan changes. */
class Files {
  readonly texts = new Map<string, string>()
  private readonly known = new Map<string, CardFields>()

  /** @param text what its file says, when that is not just the fields */
  add(fields: CardFields, text = cardText(fields)): this {
    this.texts.set(`${fields.id}.yaml`, text)
    this.known.set(`${fields.id}.yaml`, fields)
    return this
  }

  import(cards: readonly ImportedCard[], options: PlanOptions = { onDuplicate: 'update' }) {
    const existing: ExistingCard[] = [...this.known].map(([path, fields]) => ({
      id: fields.id,
      path,
      fields,
    }))
    const nothing = { venues: [], pages: [], dropped: [], converted: [], comments: [], unreadable: [] }
    const { changes, report } = planImport(
      { cards, emptyValues: 0, ...nothing },
      {
        cards: existing,
        isTaken: id => this.texts.has(`${id}.yaml`),
        venues: [],
        pages: [],
        layout: 'flat',
        sourceOf: path => Buffer.from(this.texts.get(path) ?? ''),
      },
      options,
    )
    for (const change of changes) {
      if (change.kind === 'move') continue
      const text = Buffer.from(change.content).toString('utf8')
      this.texts.set(change.path, text)
      if (/^\w{10}\.yaml$/.test(change.path)) this.known.set(change.path, load(text) as CardFields)
    }
    return { changes, report }
  }
}

const card = (fields: Partial<CardFields> = {}): CardFields => ({
  id: 'AAAAAAAAAA',
  url: A,
  title: 'On Gradients',
  type: 'web',
  ...fields,
})

describe('a record whose source is a card already', () => {
  it.each([
    ['the URL, written otherwise', record({ url: 'http://www.example.org/a/' }), card()],
    ['the DOI', withoutUrl({ doi: '10.1000/X' }), card({ url: 'https://doi.org/10.1000/x' })],
    [
      'the arXiv number',
      withoutUrl({ arxiv: '1706.03762' }),
      card({ url: 'https://arxiv.org/pdf/1706.03762v5' }),
    ],
    [
      'a further address',
      record({ url: 'https://mirror.example/a' }),
      card({ also_at: ['https://mirror.example/a'] }),
    ],
    ['the PMID', withoutUrl({ pmid: '12345' }), card({ pmid: '12345' })],
    [
      'ISBN and title',
      withoutUrl({ isbn: '978-0-262-03384-8', title: 'Introduction to Algorithms' }),
      card({ isbn: '9780262033848', title: 'Introduction to algorithms' }),
    ],
  ])('is skipped, being known by %s', (_, imported, existing) => {
    const { changes, report } = new Files().add(existing).import([imported], {})
    expect(changes).toEqual([])
    expect(report).toMatchObject({
      outcome: 'planned',
      counts: { cards: 0, skipped: 1, updated: 0, failed: 0 },
      skipped: [{ file: 'refs.bib', line: 1, id: 'AAAAAAAAAA', why: 'source' }],
    })
  })

  it('is a new card for another chapter of the same book', () => {
    const book = card({ isbn: '9780262033848', title: 'Chapter 1' })
    const { report } = new Files()
      .add(book)
      .import([withoutUrl({ isbn: '9780262033848', title: 'Chapter 2' })], {})
    expect(report.counts).toMatchObject({ cards: 1, skipped: 0 })
  })

  it('is found among the records before it', () => {
    const { report } = new Files().import(
      [record({ doi: '10.1000/x' }), withoutUrl({ doi: '10.1000/X' }, 9)],
      {},
    )
    expect(report.skipped).toEqual([{ file: 'refs.bib', line: 9, id: mintStableId(A), why: 'source' }])
  })

  it('is not imported with `fail`, and nor is anything else', () => {
    const { changes, report } = new Files()
      .add(card())
      .import([record({}), record({ url: 'https://example.org/new' })], { onDuplicate: 'fail' })
    expect(changes).toEqual([])
    expect(report).toMatchObject({ outcome: 'refused', skipped: [{ id: 'AAAAAAAAAA', why: 'url' }] })
  })
})

describe('an update by an import', () => {
  it('fills what is empty and leaves every other byte as it is', () => {
    const before = `# mine\r\nid: AAAAAAAAAA\r\nurl:   ${A}   # here\r\ntitle: 'On Gradients'\r\ntype: web\r\nnotes: >-\r\n  kept\r\n`
    const files = new Files().add(card({ notes: 'kept' }), before)
    const { report } = files.import([
      record({ abstract: 'Of slopes.', doi: '10.1000/x', title: 'ON GRADIENTS' }),
    ])
    expect(files.texts.get('AAAAAAAAAA.yaml')).toBe(
      `# mine\r\nid: AAAAAAAAAA\r\nurl:   ${A}   # here\r\ndoi: 10.1000/x\r\ntitle: 'On Gradients'\r\ntype: web\r\nabstract: Of slopes.\r\nnotes: >-\r\n  kept\r\n`,
    )
    const place = { file: 'refs.bib', line: 1, id: 'AAAAAAAAAA' }
    expect(report.updated).toEqual([{ ...place, why: 'url', filled: ['abstract', 'doi'], overwritten: [] }])
    expect(report.differences).toEqual([
      { ...place, key: 'title', has: '"On Gradients"', given: '"ON GRADIENTS"', kept: 'has' },
    ])
    expect(report.counts).toMatchObject({ records: 1, cards: 0, updated: 1, skipped: 0 })
  })

  it('replaces the fields that it may, and keeps the old address findable', () => {
    const files = new Files().add(card({ doi: '10.1000/x', published: '2020', tags: ['mine'] }))
    const { report } = files.import(
      [record({ url: 'https://new.example/', doi: '10.1000/x', published: '2020-05', tags: ['theirs'] })],
      { onDuplicate: 'update', overwrite: new Set(['url', 'published']) },
    )
    expect(load(files.texts.get('AAAAAAAAAA.yaml') ?? '')).toMatchObject({
      url: 'https://new.example/',
      published: '2020-05',
      tags: ['mine'],
      aliases: [expect.stringMatching(/^[0-9a-f]{16}$/)],
    })
    expect(report.updated).toMatchObject([{ filled: [], overwritten: ['url', 'published'] }])
    expect(report.differences.map(({ key, kept }) => [key, kept])).toEqual([
      ['url', 'given'],
      ['published', 'given'],
      ['tags', 'has'],
    ])
  })

  it('adds the old address to the aliases that it brings', () => {
    const files = new Files().add(card({ doi: '10.1000/x' }))
    const fields = { url: 'https://new.example/', doi: '10.1000/x', aliases: ['theirs'] }
    files.import([record(fields)], { onDuplicate: 'update', overwrite: new Set(['url']) })
    expect(load(files.texts.get('AAAAAAAAAA.yaml') ?? '')).toMatchObject({
      url: 'https://new.example/',
      aliases: ['theirs', resourceId(A)],
    })
  })

  it('takes a value that is wrong for no empty field', () => {
    const text = `id: AAAAAAAAAA\nurl: ${A}\ntitle: On Gradients\ntype: web\npublished: last May\nforum:\n  karma: many\n`
    const files = new Files().add(card(), text)
    const { changes, report } = files.import([
      record({ published: '2020', forum: { karma: 3, comments: 2 } }),
    ])
    expect(files.texts.get('AAAAAAAAAA.yaml')).toBe(text)
    expect(changes).toEqual([])
    expect(report.differences.map(({ key, has }) => [key, has])).toEqual([
      ['published', '"last May"'],
      ['forum', '{"karma":"many"}'],
    ])
  })

  it('gives no half of a rating or of what a fetch found', () => {
    const files = new Files().add(card({ credibility: { rating: 4 }, fetch: { at: '2026-01-01' } }))
    const { changes } = files.import([
      record({ credibility: { rating: 2, reason: 'Bad.' }, fetch: { at: '2025-01-01', file: 'x.txt' } }),
    ])
    expect(changes).toEqual([])
  })

  it('never touches a retired card', () => {
    const retired = { date: '2026-01-01', reason: 'Gone.' }
    const { changes, report } = new Files()
      .add(card({ retired }))
      .import([record({ abstract: 'New.' })], { onDuplicate: 'update', overwrite: new Set(['title']) })
    expect(changes).toEqual([])
    expect(report.skipped).toMatchObject([{ id: 'AAAAAAAAAA', why: 'url', retired: true }])
  })

  it('adds what several records say to one card, the first that says it', () => {
    const files = new Files().add(card({ doi: '10.1000/x' }))
    const { report } = files.import([
      record({ abstract: 'First.' }, 1),
      withoutUrl({ doi: '10.1000/x', abstract: 'Second.', language: 'en' }, 2),
    ])
    expect(load(files.texts.get('AAAAAAAAAA.yaml') ?? '')).toMatchObject({
      abstract: 'First.',
      language: 'en',
    })
    expect(report.updated.map(({ line, filled }) => [line, filled])).toEqual([
      [1, ['abstract']],
      [2, ['language']],
    ])
    expect(report.differences).toMatchObject([{ line: 2, key: 'abstract', has: '"First."', kept: 'has' }])
  })

  it('adds what later records say to a card that is new', () => {
    const files = new Files()
    const { report } = files.import([
      record({ doi: '10.1000/x' }, 1),
      withoutUrl({ doi: '10.1000/x', title: 'Other', abstract: 'Second.' }, 2),
    ])
    const id = mintStableId(A)
    expect(load(files.texts.get(`${id}.yaml`) ?? '')).toMatchObject({
      title: 'On Gradients',
      abstract: 'Second.',
    })
    expect(report.differences).toMatchObject([{ id, line: 2, key: 'title', given: '"Other"', kept: 'has' }])
  })

  it('tells of a venue that nobody knows, unless the card has one', () => {
    const named = { ...record({}), unknownVenue: 'Some Journal' }
    const venues = (fields: Partial<CardFields>) =>
      new Files().add(card(fields)).import([named]).report.venue_unknown
    expect(venues({})).toEqual([{ venue: 'Some Journal', cards: ['AAAAAAAAAA'] }])
    expect(venues({ venue: 'journal' })).toEqual([])
  })

  it('gives a card its excerpt', () => {
    const files = new Files().add(card())
    files.import([{ ...record({}), preview: { text: 'Slopes …\n', truncated: true } }])
    expect(files.texts.get('previews/AAAAAAAAAA.txt')).toBe('Slopes …\n')
    expect(load(files.texts.get('AAAAAAAAAA.yaml') ?? '')).toMatchObject({
      preview: { file: 'previews/AAAAAAAAAA.txt', truncated: true },
    })
  })

  it('refuses a card that cannot be changed without touching more, and so imports nothing', () => {
    const text = `{id: AAAAAAAAAA, url: "${A}", title: On Gradients, type: web, notes: &a x, label: *a}\n...\n--- x\n`
    const { changes, report } = new Files()
      .add(card(), text)
      .import([record({ abstract: 'New.' }), record({ url: 'https://example.org/new' })])
    expect(changes).toEqual([])
    expect(report).toMatchObject({
      outcome: 'refused',
      unreadable: [
        { file: 'refs.bib', line: 1, why: expect.stringContaining('AAAAAAAAAA.yaml cannot be changed') },
      ],
    })
  })

  it('accounts for every record, keeps what is there, and changes nothing the second time', () => {
    const fields = fc.record(
      {
        title: fc.constantFrom('One', 'Two'),
        abstract: fc.string({ minLength: 1, unit: 'grapheme' }).filter(text => text.trim() === text),
        label: fc.constantFrom('X', 'Y'),
        published: fc.constantFrom('2020', '2021-05'),
        tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
        forum: fc.record({ karma: fc.nat(9), comments: fc.nat(9) }, { requiredKeys: ['karma'] }),
      },
      { requiredKeys: [] },
    )
    const url = fc.constantFrom(A, 'https://example.org/b', 'https://example.org/c')
    const records = fc.array(
      fc.tuple(url, fields).map(([url, more]) => record({ url, ...(more as Partial<Fields>) })),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(fields, records, (existing, cards) => {
        const files = new Files().add(card(existing as Partial<CardFields>))
        const { report } = files.import(cards)
        const { counts } = report
        expect(counts.cards + counts.skipped + counts.updated).toBe(cards.length)
        const after = load(files.texts.get('AAAAAAAAAA.yaml') ?? '') as CardFields
        expect(after).toMatchObject(JSON.parse(JSON.stringify(existing)))
        expect(files.import(cards).changes).toEqual([])
      }),
    )
  })
})

describe('what stands for a title or type that a record does not give', () => {
  const DOI = '10.1000/x'
  const TEXTS: Readonly<Record<string, string>> = {
    bibtex: `@whatever{k, doi = {${DOI}}, keywords = {new}}`,
    biblatex: `@whatever{k, doi = {${DOI}}, keywords = {new}}`,
    ris: `TY  - NONE\nDO  - ${DOI}\nKW  - new\nER  - \n`,
    'csl-json': `[{"DOI": "${DOI}", "keyword": "new"}]`,
    csv: `doi,tags\n${DOI},new\n`,
    json: `{"doi": "${DOI}", "tags": ["new"]}`,
    ndjson: `{"doi": "${DOI}", "tags": ["new"]}`,
    yaml: `doi: ${DOI}\ntags: [new]\n`,
    'longterm-wiki': `- url: https://doi.org/${DOI}\n  tags: [new]\n`,
  }
  const read = (name: string) =>
    IMPORTERS.find(importer => importer.name === name)?.read([{ name: 'f', text: TEXTS[name] ?? '' }], {
      venues: [],
      pages: [],
    })
  const overwrite = new Set(['title', 'type', 'tags'])

  it.each(IMPORTERS.map(({ name }) => name))(
    'never replaces that of a card, nor is compared with it (%s)',
    name => {
      const files = new Files().add(card({ doi: DOI, type: 'paper', tags: ['old'] }))
      const { report } = files.import(read(name)?.cards ?? [], { onDuplicate: 'update', overwrite })
      expect(load(files.texts.get('AAAAAAAAAA.yaml') ?? '')).toMatchObject({
        title: 'On Gradients',
        type: 'paper',
        tags: ['new'],
      })
      expect(
        report.differences.map(({ key }) => key).filter(key => key === 'title' || key === 'type'),
      ).toEqual([])
      expect(report.updated).toMatchObject([{ overwritten: ['tags'] }])
    },
  )

  it.each(IMPORTERS.map(({ name }) => name).filter(name => name !== 'longterm-wiki'))(
    'makes no new card without a title (%s)',
    name => {
      const { changes, report } = new Files().import(read(name)?.cards ?? [], {})
      expect(changes).toEqual([])
      expect(report).toMatchObject({ outcome: 'refused', counts: { cards: 0, records: 0, failed: 1 } })
      expect(report.unreadable[0]?.why).toMatch(/^(?:This entry|Entry k) names no title\.$/)
    },
  )

  it('gives way to what a later record of the same source says', () => {
    const files = new Files()
    const guessed: ImportedCard = { ...record({}), standIns: ['type'] }
    files.import([guessed, record({ url: 'http://www.example.org/a', type: 'paper' }, 2)])
    expect([...files.texts.values()].map(text => load(text))).toMatchObject([{ type: 'paper' }])
  })
})

describe('an alias that names another card', () => {
  it('is left out, of a new card and of one that is there, and that is told', () => {
    const files = new Files().add(card({ id: 'BBBBBBBBBB', url: 'https://example.org/b' })).add(card())
    const { report } = files.import([
      record({ url: 'https://example.org/c', aliases: ['BBBBBBBBBB', 'CCCCCCCCCC'] }),
      record({ aliases: ['BBBBBBBBBB'] }, 2),
    ])
    expect(report.dropped.map(({ line, key, why }) => `${line} ${key}: ${why}`)).toEqual([
      '1 aliases: `BBBBBBBBBB` is the ID of another card.',
      '2 aliases: `BBBBBBBBBB` is the ID of another card.',
    ])
    expect([...files.texts.values()].filter(text => text.includes('aliases:')).join('')).toMatch(
      /aliases:\n {2}- CCCCCCCCCC\n/,
    )
    expect([...files.texts.values()].join('')).not.toMatch(/- BBBBBBBBBB/)
  })
})
