import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { listText } from '../../src/edit/write-card.ts'
import type { ImportBatch, ImportedCard } from '../../src/import/importer.ts'
import {
  type ImportPlan,
  type LibraryState,
  type PlanOptions,
  planImport,
} from '../../src/import/plan-import.ts'
import type { ExistingCard } from '../../src/import/sort-known.ts'
import { type CardFields, fileStem, type Page, type Venue } from '../../src/model/card.ts'
import { isStableId, mintStableId, resourceId } from '../../src/model/stable-id.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/output-import.schema.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: true, allErrors: true })
const isReport = ajv.compile(schema)

const A = 'https://example.org/a'
const B = 'https://example.org/b'

function record(url: string, more: Partial<ImportedCard> = {}): ImportedCard {
  const fields = { url, title: 'On Gradients', type: 'web' as const, ...more.fields }
  return { origin: { file: 'papers.yaml', line: 1 }, recordId: resourceId(url), ...more, fields }
}

function card(id: string, url: string, more: Partial<CardFields> = {}): ExistingCard {
  return { id, path: `${id}.yaml`, fields: { id, url, title: 'T', type: 'web', ...more } }
}

const origin = { file: 'publications.yaml', line: 3 }

function batchOf(cards: ImportedCard[], more: Partial<ImportBatch> = {}): ImportBatch {
  const nothing = { dropped: [], converted: [], comments: [], unreadable: [] }
  return { cards, venues: [], pages: [], emptyValues: 0, ...nothing, ...more }
}

function library(cards: ExistingCard[] = [], more: Partial<LibraryState> = {}): LibraryState {
  const taken = cards.flatMap(({ id, fields }) => [id, ...(fields.aliases ?? [])]).map(id => id.toLowerCase())
  return {
    cards,
    isTaken: id => taken.includes(id.toLowerCase()),
    venues: [],
    pages: [],
    layout: 'flat',
    ...more,
  }
}

/** The files that a plan makes, as text. */
function created({ changes }: ImportPlan): { path: string; text: string }[] {
  return changes.flatMap(change =>
    change.kind === 'create' ? [{ path: change.path, text: String(change.content) }] : [],
  )
}

/** The files that a plan replaces. */
function replaced({ changes }: ImportPlan) {
  return changes.filter(change => change.kind === 'replace')
}

/** Plans, and checks that the report is what its schema promises. */
function plan(batch: ImportBatch, state: LibraryState = library(), options: PlanOptions = {}): ImportPlan {
  const result = planImport(batch, state, options)
  isReport(JSON.parse(JSON.stringify(result.report)))
  expect(isReport.errors ?? []).toEqual([])
  return result
}

/** The library after a plan was carried out. */
function after(state: LibraryState, planned: ImportPlan): LibraryState {
  const create = created(planned)
  const cards = create.filter(({ path }) => /^\w{10}\.yaml$/.test(path))
  const added = cards.map(({ text }) => {
    const fields = load(text) as CardFields
    return { id: fields.id, path: `${fields.id}.yaml`, fields }
  })
  const file = (name: string) => create.find(({ path }) => path === name)?.text
  const bytes = (name: string) => Buffer.from(file(name) ?? '[]')
  return library([...state.cards, ...added], {
    venues: parse(bytes('venues.yaml').toString()),
    pages: parse(bytes('pages.yaml').toString()),
    venuesFile: bytes('venues.yaml'),
    pagesFile: bytes('pages.yaml'),
  })
}

describe('the IDs of an import', () => {
  it('are those of the map, of the source, or minted from the URL', () => {
    const records = [record(A), record(B, { wantedId: 'BBBBBBBBBB' }), record('https://example.org/c')]
    const planned = plan(batchOf(records), library(), {
      ids: new Map([[resourceId(A), 'AAAAAAAAAA']]),
    })
    const { report } = planned
    const create = created(planned)
    const minted = mintStableId('https://example.org/c')
    expect(create.map(({ path }) => path)).toEqual(['AAAAAAAAAA.yaml', 'BBBBBBBBBB.yaml', `${minted}.yaml`])
    expect(report.kept.map(({ id }) => id)).toEqual(['AAAAAAAAAA', 'BBBBBBBBBB'])
    expect(report.minted).toEqual([
      { id: minted, file: 'papers.yaml', line: 1, record_id: resourceId('https://example.org/c') },
    ])
  })

  it('are minted anew when the wanted one is malformed, or taken if only in another case', () => {
    const records = [
      record(A, { wantedId: 'too-short' }),
      record(B, { wantedId: 'TakenTaken' }),
      record('https://example.org/c', { wantedId: 'CCCCCCCCCC' }),
      record('https://example.org/d', { wantedId: 'cccccccccc' }),
    ]
    const { report } = plan(batchOf(records), library([card('takentaken', 'https://other.example/')]))
    expect(report.minted).toMatchObject([
      { id: mintStableId(A), wanted: 'too-short', why: 'malformed' },
      { id: mintStableId(B), wanted: 'TakenTaken', why: 'taken' },
      { id: mintStableId('https://example.org/d'), wanted: 'cccccccccc', why: 'taken' },
    ])
    expect(report.kept).toMatchObject([{ id: 'CCCCCCCCCC' }])
  })

  it('are never minted as one that a later record of the batch wants', () => {
    const wanted = mintStableId(A)
    const { report } = plan(batchOf([record(A), record(B, { wantedId: wanted })]))
    expect(report.kept).toMatchObject([{ id: wanted, record_id: resourceId(B) }])
    expect(report.minted).toMatchObject([{ id: mintStableId(A, id => id === wanted) }])
  })

  it('leave the one that the source says as an alias, when the map says another', () => {
    const options = { ids: new Map([[resourceId(A), 'AAAAAAAAAA']]) }
    const planned = plan(batchOf([record(A, { wantedId: 'ZZZZZZZZZZ' })]), library(), options)
    const { report } = planned
    const create = created(planned)
    expect(create[0]?.text).toContain('aliases:\n  - ZZZZZZZZZZ\n')
    expect(report.aliased).toEqual([{ id: 'AAAAAAAAAA', alias: 'ZZZZZZZZZZ' }])
  })
})

describe('what is there already', () => {
  it.each([
    ['its URL', record(A), card('AAAAAAAAAA', A), 'url'],
    [
      'a retired card of its URL',
      record(A),
      card('AAAAAAAAAA', A, { retired: { date: '2026', reason: 'Gone.' } }),
      'url',
    ],
    ['its ID as an alias', record(A), card('AAAAAAAAAA', B, { aliases: [resourceId(A)] }), 'alias'],
    [
      'its stable ID as an alias',
      record(A, { wantedId: 'XXXXXXXXXX' }),
      card('AAAAAAAAAA', B, { aliases: ['XXXXXXXXXX'] }),
      'alias',
    ],
    ['its ID as that of the URL', record(A, { recordId: resourceId(B) }), card('AAAAAAAAAA', B), 'id'],
    [
      'its stable ID, for the same source',
      record(A, { wantedId: 'AAAAAAAAAA' }),
      card('AAAAAAAAAA', 'http://www.example.org/a/'),
      'id',
    ],
  ] as const)('is not imported again: by %s', (_, imported, existing, why) => {
    const planned = plan(batchOf([imported]), library([existing]))
    const { report } = planned
    const create = created(planned)
    expect(create).toEqual([])
    expect(report.skipped).toMatchObject([{ id: 'AAAAAAAAAA', why, file: 'papers.yaml', line: 1 }])
    expect(report.counts).toMatchObject({ records: 1, cards: 0, skipped: 1 })
  })

  it('is not the case for a card that has the stable ID but is about another source', () => {
    const { report } = plan(
      batchOf([record(A, { wantedId: 'AAAAAAAAAA' })]),
      library([card('AAAAAAAAAA', B)]),
    )
    expect(report.minted).toMatchObject([{ wanted: 'AAAAAAAAAA', why: 'taken' }])
  })

  it('is not the case for the same source at another address: that is a card, and reported', () => {
    const existing = card('AAAAAAAAAA', 'https://arxiv.org/abs/1706.03762')
    const { report } = plan(batchOf([record('https://arxiv.org/pdf/1706.03762v5')]), library([existing]))
    const id = mintStableId('https://arxiv.org/pdf/1706.03762v5')
    expect(report.same_source).toEqual([{ key: 'arxiv:1706.03762', cards: [id, 'AAAAAAAAAA'] }])
  })

  it('includes a record that came twice in one import', () => {
    const { report } = plan(batchOf([record(A), record(A, { origin: { file: 'again.yaml', line: 9 } })]))
    expect(report.counts.cards).toBe(1)
    expect(report.skipped).toMatchObject([
      { file: 'again.yaml', line: 9, id: mintStableId(A), why: 'repeat' },
    ])
  })

  it('does not include another record of the same URL: both become cards, and are reported', () => {
    const other = record(A, { fields: { url: A, title: 'Another', type: 'web' } })
    const { report } = plan(batchOf([record(A), other]))
    const [first, second] = report.minted.map(({ id }) => id)
    expect(report.counts.cards).toBe(2)
    expect(report.same_source).toEqual([{ key: A, cards: [first, second] }])
  })
})

describe('the files of an import', () => {
  it('are cards under their modeline, in the folders of the layout', () => {
    const state = library([], { layout: 'sharded' })
    const planned = plan(batchOf([record(A, { wantedId: 'AbCdEf0123' })]), state, {
      schemas: { card: '../card.json' },
    })
    const create = created(planned)
    const text = `# yaml-language-server: $schema=../card.json\nid: AbCdEf0123\nurl: ${A}\ntitle: On Gradients\ntype: web\n`
    expect(create).toEqual([{ path: 'Ab/AbCdEf0123.yaml', text }])
  })

  it('include the preview, before the card that names it', () => {
    const preview = { text: 'Gradients …\n', truncated: true, sizeKb: 5 }
    const planned = plan(batchOf([record(A, { wantedId: 'AbCdEf0123', preview })]))
    const { report } = planned
    const create = created(planned)
    expect(create.map(({ path }) => path)).toEqual(['previews/AbCdEf0123.txt', 'AbCdEf0123.yaml'])
    expect(create[0]?.text).toBe('Gradients …\n')
    expect(load(create[1]?.text ?? '')).toMatchObject({
      preview: { file: 'previews/AbCdEf0123.txt', truncated: true, size_kb: 5 },
    })
    expect(report.counts.previews).toBe(1)
  })

  it('include new registries', () => {
    const venue = { id: 'example', name: 'Example' }
    const page = { id: 'goals', title: 'Goals' }
    const batch = batchOf([], { venues: [{ item: venue, origin }], pages: [{ item: page, origin }] })
    const planned = plan(batch, library(), { schemas: { venues: 'v.json' } })
    const { report } = planned
    const create = created(planned)
    const replace = replaced(planned)
    expect(create).toEqual([
      {
        path: 'venues.yaml',
        text: '# yaml-language-server: $schema=v.json\n- id: example\n  name: Example\n',
      },
      { path: 'pages.yaml', text: '- id: goals\n  title: Goals\n' },
    ])
    expect(replace).toEqual([])
    expect(report.counts).toMatchObject({ records: 0, venues: 1, pages: 1 })
  })

  it('add to registries that are there, and leave known ids alone', () => {
    const old: Venue = { id: 'example', name: 'Example', credibility: 4 }
    const venuesFile = Buffer.from(listText([old]))
    const venues = [
      { item: { id: 'example', name: 'Example', credibility: 3, type: 'news' }, origin },
      { item: { id: 'other', name: 'Other' }, origin },
    ]
    const planned = plan(batchOf([], { venues }), library([], { venues: [old], venuesFile }))
    const { report } = planned
    const create = created(planned)
    const replace = replaced(planned)
    expect(create).toEqual([])
    expect(replace).toEqual([
      { kind: 'replace', path: 'venues.yaml', expected: venuesFile, content: expect.any(Uint8Array) },
    ])
    expect(Buffer.from(replace[0]?.content ?? []).toString()).toBe(
      '- id: example\n  name: Example\n  credibility: 4\n\n- id: other\n  name: Other\n',
    )
    const where = { ...origin, registry: 'venues.yaml', id: 'example' }
    expect(report.conflicts).toEqual([
      { ...where, key: 'credibility', has: '4', given: '3' },
      { ...where, key: 'type', given: '"news"' },
    ])
  })

  it('leave out of a registry that cannot be added to what is new, and say so', () => {
    const pages = [{ item: { id: 'goals', title: 'Goals' } satisfies Page, origin }]
    const planned = plan(
      batchOf([], { pages }),
      library([], { pagesFile: Buffer.from('[{id: a, title: A}]') }),
    )
    const { report } = planned
    const replace = replaced(planned)
    expect(replace).toEqual([])
    expect(report.counts.pages).toBe(0)
    expect(report.unreadable).toMatchObject([
      { file: 'pages.yaml', why: expect.stringContaining('missing: goals.') },
    ])
  })
})

describe('the report of an import', () => {
  it('tells which cards are rated by their URL only, and which venues nobody knows', () => {
    const item = { id: 'example', name: 'Example', domains: ['example.org'], credibility: 4 }
    const named = (venue: string) => ({ fields: { url: B, title: 'B', type: 'web' as const, venue } })
    const records = [
      record(A, { wantedId: 'AAAAAAAAAA', unknownVenue: 'Some Journal' }),
      record(B, { wantedId: 'BBBBBBBBBB', ...named('example') }),
      record('https://other.example/', {
        wantedId: 'CCCCCCCCCC',
        fields: { ...named('gone').fields, url: 'https://other.example/' },
      }),
    ]
    const { report } = plan(batchOf(records, { venues: [{ item, origin }] }))
    expect(report.rated_by_url_only).toEqual(['AAAAAAAAAA'])
    expect(report.venue_unknown).toEqual([
      { venue: 'Some Journal', cards: ['AAAAAAAAAA'] },
      { venue: 'gone', cards: ['CCCCCCCCCC'] },
    ])
  })

  it('hands on what the importer had to say', () => {
    const more = {
      emptyValues: 7,
      dropped: [{ file: 'a', line: 1, key: 'k', why: 'w' }],
      converted: [{ file: 'a', line: 1, key: 'k', from: 'f', to: 't' }],
      comments: [{ file: 'a', count: 1, lines: [1] }],
      unreadable: [{ file: 'a', line: 1, why: 'w' }],
    }
    const derived = { keys: ['published'], from: 'the byline' }
    const { report } = plan(batchOf([record(A, { wantedId: 'AAAAAAAAAA', derived })], more))
    const { emptyValues, ...lists } = more
    expect(report).toMatchObject({
      ...lists,
      counts: { empty_values: 7 },
      derived: [{ id: 'AAAAAAAAAA', ...derived }],
    })
  })

  it('has examples that are what its schema promises', () => {
    expect(schema.examples.map((example: unknown) => isReport(example))).toEqual([true])
    for (const { examples, ...each } of Object.values<{ examples: unknown[] }>(schema.$defs)) {
      expect(examples.map(example => ajv.validate(each, example))).toEqual([true])
    }
  })
})

describe('an import, whatever it is given', () => {
  const url = fc.constantFrom('a', 'b', 'A', 'b/', 'c?x=1').map(path => `https://example.org/${path}`)
  const anyRecord = fc
    .record({
      url,
      title: fc.string({ minLength: 1, unit: 'binary' }),
      recordId: fc.option(fc.constantFrom('0123456789abcdef', 'other-id'), { nil: undefined }),
      wantedId: fc.option(fc.constantFrom('AAAAAAAAAA', 'aaaaaaaaaa', 'BBBBBBBBBB', 'bad'), {
        nil: undefined,
      }),
    })
    .map(({ url: address, title, recordId, wantedId }) => ({
      fields: { url: address, title, type: 'web' as const, ...(recordId ? { aliases: [recordId] } : {}) },
      origin,
      ...(recordId ? { recordId } : {}),
      ...(wantedId ? { wantedId } : {}),
    }))

  it('accounts for every record, with IDs that are unique without regard to case', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 8 }), records => {
        const planned = plan(batchOf(records))
        const { report } = planned
        const create = created(planned)
        expect(report.counts.cards + report.counts.skipped).toBe(records.length)
        const ids = create.map(({ path }) => fileStem(path))
        expect(ids.every(isStableId)).toBe(true)
        expect(new Set(ids.map(id => id.toLowerCase())).size).toBe(report.counts.cards)
      }),
    )
  })

  it('changes nothing when it is run a second time', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 8 }), records => {
        const venues = [{ item: { id: 'example', name: 'Example' }, origin }]
        const batch = batchOf(records, { venues })
        const first = plan(batch)
        const second = plan(batch, after(library(), first))
        expect([second.changes, second.report.conflicts]).toEqual([[], []])
      }),
    )
  })
})
