import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedValue } from '../../../src/edit/changed-value.ts'
import { editedFile } from '../../../src/edit/edited-file.ts'
import { type Merge, mergeCards, UNITED } from '../../../src/edit/operations/merge.ts'
import { type MergeTask, saysLess } from '../../../src/edit/operations/merged-values.ts'
import { cardText } from '../../../src/edit/write-card.ts'
import type { Raw } from '../../../src/load/raw.ts'
import { readCard } from '../../../src/load/read-card.ts'
import { readText, SourceText } from '../../../src/load/source-text.ts'
import type { Card, KnownFields } from '../../../src/model/card.ts'
import { sourceKeys } from '../../../src/model/identifier.ts'
import { resourceId } from '../../../src/model/stable-id.ts'
import { handMadeCard } from '../hand-made-card.ts'

const KEEP = 'aaaaaaaaa1'
const OTHER = 'bbbbbbbbb2'

const cardOf = (id: string, fields: Partial<KnownFields>): Card => ({
  id,
  path: `${id}.yaml`,
  fields: { id, ...fields },
  findings: [],
})
const merged = (keep: Partial<KnownFields>, others: Partial<KnownFields>[], more: Partial<MergeTask> = {}) =>
  mergeCards({
    keep: cardOf(KEEP, keep),
    others: others.map((fields, i) => cardOf(i === 0 ? OTHER : `ccccccccc${i}`, fields)),
    written: new Set(['id', ...Object.keys(keep)]),
    take: new Map(),
    ...more,
  })
/** The fields that a card has after a merge. */
const fieldsAfter = (keep: Partial<KnownFields>, { changes }: Merge) =>
  changedValue(readText(cardText({ id: KEEP, ...keep } as never)) ?? '', changes)

describe('a merge', () => {
  it('unites lists in order, without what is there in another form', () => {
    const keep = {
      url: 'https://example.org/a',
      also_at: ['https://m.example.org/a'],
      key_points: ['One point.'],
      tags: ['x'],
    }
    const result = merged(keep, [
      {
        url: 'http://www.example.org/a/',
        also_at: ['https://m.example.org/a?utm_source=q', 'https://pdf.example.org/a'],
        key_points: ['One\npoint.', 'Another.'],
        tags: ['y', 'x'],
        cited_by: ['page'],
        aliases: ['old-hash'],
      },
      { tags: ['y', 'z'] },
    ])
    expect(result.added).toEqual({
      also_at: ['https://pdf.example.org/a'],
      key_points: ['Another.'],
      tags: ['y', 'z'],
      cited_by: ['page'],
      aliases: [OTHER, resourceId('http://www.example.org/a/'), 'old-hash', 'ccccccccc1'],
    })
    expect(result.conflicts).toEqual([])
  })

  it('fills empty fields, the first that has one first, and maps whole', () => {
    const result = merged({ forum: { karma: 1 }, extra: { a: 1 } }, [
      { published: '2024', forum: { karma: 2, comments: 3 }, extra: { a: 2, b: 'x' } },
      { published: '2025', label: 'L', preview: { file: 'previews/x.txt' } },
    ])
    expect(result.filled).toEqual([
      { field: 'label', from: 'ccccccccc1' },
      { field: 'published', from: OTHER },
      { field: 'preview', from: 'ccccccccc1' },
      { field: 'extra.b', from: OTHER },
    ])
    expect(result.conflicts).toEqual([
      { field: 'published', kept: '2024', id: 'ccccccccc1', value: '2025' },
      { field: 'forum', kept: { karma: 1 }, id: OTHER, value: { karma: 2, comments: 3 } },
      { field: 'extra.a', kept: 1, id: OTHER, value: 2 },
    ])
  })

  it('takes no reason of one rating for another', () => {
    expect(
      merged({ credibility: { rating: 3 } }, [{ credibility: { rating: 5, reason: 'R' } }]),
    ).toMatchObject({
      filled: [],
      conflicts: [{ field: 'credibility', kept: { rating: 3 }, value: { rating: 5, reason: 'R' } }],
    })
    expect(
      merged({ credibility: { rating: 5 } }, [{ credibility: { rating: 5, reason: 'R' } }]),
    ).toMatchObject({
      filled: [{ field: 'credibility.reason', from: OTHER }],
      conflicts: [],
    })
  })

  it.each<[string, Partial<KnownFields>, Partial<KnownFields>]>([
    ['a DOI', { doi: '10.1000/ABC' }, { doi: '10.1000/abc' }],
    ['an arXiv number', { arxiv: '1706.03762' }, { arxiv: '1706.03762v5' }],
    ['an ISBN', { isbn: '978-0-525-55861-3' }, { isbn: '9780525558613' }],
    [
      'authors',
      { authors: ['de Leo, Maria'] },
      { authors: [{ family: 'Leo', particle: 'de', given: 'Maria' }] },
    ],
    ['a text', { summary: 'One two.\n' }, { summary: 'One\ntwo.' }],
    ['a language', { language: 'en-GB' }, { language: 'en-gb' }],
    ['a map', { fetch: { at: '2026', status: 'ok' } }, { fetch: { status: 'ok', at: '2026' } }],
  ])('sees no conflict in another form of %s', (_, keep, other) => {
    expect(merged(keep, [other])).toMatchObject({ conflicts: [], filled: [] })
  })

  it('takes the date that says the same more exactly, and tells of one that says another', () => {
    const others = [{ published: '2017-06' }, { published: '2017-06-12' }, { published: '2017-08' }]
    const result = merged({ published: '2017' }, others)
    expect(fieldsAfter({ published: '2017' }, result)).toMatchObject({ published: '2017-06-12' })
    expect(result.filled).toEqual([{ field: 'published', from: 'ccccccccc1', lessExact: '2017' }])
    expect(result.conflicts).toEqual([
      { field: 'published', kept: '2017-06-12', id: 'ccccccccc2', value: '2017-08' },
    ])
    expect(merged({ published: '2017-06-12' }, [{ published: '2017' }])).toMatchObject({
      filled: [],
      conflicts: [],
      changes: expect.not.arrayContaining([expect.objectContaining({ pointer: ['published'] })]),
    })
    expect(merged({ title: '2017' }, [{ title: '2017-06' }]).filled).toEqual([])
  })

  it('keeps no secret of a more exact date that a less exact one was chosen over', () => {
    const take = new Map([['published', OTHER]])
    const { conflicts } = merged({ published: '2017-06-12' }, [{ published: '2017' }], { take })
    expect(conflicts).toEqual([{ field: 'published', kept: '2017', id: KEEP, value: '2017-06-12' }])
  })

  it('never joins or drops long texts, and tells of each', () => {
    const result = merged({ summary: 'Ours.' }, [{ summary: 'Theirs.' }])
    expect(result.conflicts).toEqual([{ field: 'summary', kept: 'Ours.', id: OTHER, value: 'Theirs.' }])
  })

  it('takes a chosen value, and tells of the one that it replaced', () => {
    const fields = { title: 'A', url: 'https://a.org/', type: 'web' as const }
    const other = { title: 'B', url: 'https://b.org/', type: 'paper' as const }
    const take = new Map([
      ['title', OTHER],
      ['url', OTHER],
    ])
    const result = merged(fields, [other], { take })
    expect(fieldsAfter(fields, result)).toMatchObject({
      title: 'B',
      type: 'web',
      url: 'https://b.org/',
      also_at: ['https://a.org/'],
      aliases: [resourceId('https://a.org/'), OTHER],
    })
    expect(result.conflicts).toEqual([
      { field: 'title', kept: 'B', id: KEEP, value: 'A' },
      { field: 'type', kept: 'web', id: OTHER, value: 'paper' },
    ])
    expect(fieldsAfter(fields, merged(fields, [other], { prefer: OTHER }))).toMatchObject({
      title: 'B',
      type: 'paper',
    })
  })

  it('does not name the new URL of the card among its other URLs', () => {
    const fields = { url: 'https://a.org/', also_at: ['https://b.org/', 'https://c.org/'] }
    const result = merged(fields, [{ url: 'https://b.org/' }], { take: new Map([['url', OTHER]]) })
    expect(fieldsAfter(fields, result)).toMatchObject({
      url: 'https://b.org/',
      also_at: ['https://c.org/', 'https://a.org/'],
    })
  })

  it('leaves a value that is wrong where it stands, and tells of the other', () => {
    const result = merged({}, [{ published: '2020' }], { written: new Set(['id', 'published']) })
    expect(result.changes.map(({ pointer }) => pointer[0])).toEqual(['aliases'])
    expect(result.conflicts).toEqual([{ field: 'published', kept: undefined, id: OTHER, value: '2020' }])
  })
})

const word = fc.constantFrom('a', 'b c', 'Ünï', '#x: y', 'true', '2026', 'line\nbreak')
const url = fc.constantFrom(
  'https://a.org/x',
  'http://www.a.org/x/',
  'https://arxiv.org/abs/1706.03762',
  'https://arxiv.org/pdf/1706.03762v2',
  'https://b.org/?utm_source=q',
)
const some = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { minLength: 1, maxLength: 3 })
const fieldsOf = fc.record(
  {
    url,
    also_at: some(url),
    title: fc.constantFrom('One', 'Two: x', '1984'),
    type: fc.constantFrom('web' as const, 'paper' as const),
    authors: some(fc.constantFrom('Ann Other', 'de Leo, Maria')),
    published: fc.constantFrom('2024', '2024-02'),
    summary: word,
    key_points: some(word),
    credibility: fc.record(
      { rating: fc.integer({ min: 1, max: 2 }), reason: fc.constantFrom('R', 'S') },
      { requiredKeys: ['rating'] },
    ),
    tags: some(fc.constantFrom('x', 'y', 'z')),
    cited_by: some(fc.constantFrom('p', 'q')),
    forum: fc.record({ karma: fc.integer({ min: 0, max: 2 }) }),
    aliases: some(fc.constantFrom('hash1', 'hash2', 'dddddddddd')),
  },
  { requiredKeys: ['url', 'title', 'type'] },
)

/** The card that a text holds. */
async function cardIn(text: string): Promise<{ card: Card; source: SourceText }> {
  const bytes = Buffer.from(text)
  const { card } = await readCard(() => bytes, 'a.yaml', {})
  return { card: card ?? expect.fail(text), source: new SourceText('a.yaml', 'card', bytes) }
}

describe('merging any cards', () => {
  const texts = fc
    .tuple(fieldsOf, fc.array(fieldsOf, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([keep, others, isWindows]) =>
      [keep, ...others].map((fields, i) => {
        const text = `# Kept by hand\n${cardText({ id: `${'abcd'.charAt(i)}aaaaaaaa1`, ...fields })}# end\n`
        return isWindows ? text.replaceAll('\n', '\r\n') : text
      }),
    )

  it('loses no value, changes nothing the second time, and leaves all else to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async ([first = '', ...rest]) => {
        const { card: keep, source } = await cardIn(first)
        const others = (await Promise.all(rest.map(cardIn))).map(({ card }) => card)
        const written = new Set(Object.keys(source.value as object))
        const merge = mergeCards({ keep, others, written, take: new Map() })
        const bytes = editedFile(source, merge.changes)
        expect(bytes).toBeDefined()
        const text = Buffer.from(bytes ?? []).toString('utf8')
        expect(text).toContain('# Kept by hand')
        expect(text).toContain('# end')
        const { card: result, source: again } = await cardIn(text)

        // What the card had stays, and comes first.
        for (const [key, value] of Object.entries(keep.fields)) {
          const now = new Map<string, unknown>(Object.entries(result.fields)).get(key)
          if (Array.isArray(value) && key !== 'authors')
            expect((now as unknown[]).slice(0, value.length)).toEqual(value)
          else if (key === 'credibility') expect(now).toMatchObject(value as object)
          else expect(saysLess(key, value, now) ? value : now).toEqual(value)
        }
        // What the others had is there, or told.
        for (const other of others) {
          const { fields } = result
          expect(fields.aliases).toContain(other.id)
          const keys = new Set(sourceKeys(fields))
          for (const key of sourceKeys(other.fields)) expect(keys).toContain(key)
          for (const key of ['tags', 'cited_by'] as const)
            for (const item of other.fields[key] ?? []) expect(fields[key]).toContain(item)
          const told = new Set(merge.conflicts.filter(({ id }) => id === other.id).map(({ field }) => field))
          for (const key of ['title', 'type', 'published', 'summary', 'forum', 'authors'] as const)
            if (!saysLess(key, other.fields[key], fields[key]) && !told.has(key))
              expect(fields[key]).toEqual(other.fields[key] ?? fields[key])
        }

        const second = mergeCards({
          keep: result,
          others,
          written: new Set(Object.keys(result.fields)),
          take: new Map(),
        })
        expect(editedFile(again, second.changes)).toBe(again.bytes)
        expect(second.filled).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('keeps every comment and every value of a card made by hand', () => {
    fc.assert(
      fc.property(handMadeCard({ flow: true }), fieldsOf, (made, fields) => {
        const source = new SourceText('a.yaml', 'card', Buffer.from(made.text))
        const own = source.value as { readonly [key: string]: Raw }
        const written = new Set(Object.keys(own).filter(key => Object.keys(own[key] ?? '').length > 0))
        // None of its values has the form of the schema.
        const task = { keep: cardOf(KEEP, {}), others: [cardOf(OTHER, fields)], written, take: new Map() }
        const bytes = editedFile(source, mergeCards(task).changes)
        if (bytes === undefined) return
        const after = new SourceText('a.yaml', 'card', bytes)
        for (const comment of made.comments) expect(after.text).toContain(comment)
        const united = new Set<string>(UNITED)
        for (const key of written)
          if (!united.has(key))
            expect((after.value as { readonly [key: string]: Raw })[key]).toEqual(own[key])
      }),
      { numRuns: 200 },
    )
  })
})
