import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardsMemo } from '../../../src/load/memo/cards-memo.ts'
import { keepCards } from '../../../src/load/memo/keep-cards.ts'
import { Stamps } from '../../../src/load/memo/stamps.ts'
import type { Card } from '../../../src/model/card.ts'
import { card } from '../../model/cards.ts'
import { randomCards } from '../../query/random-cards.ts'
import { MemoryCache } from '../../support/memory-cache.ts'

/** Keeps cards, a row each; no card where there is none. */
async function memoOf(cards: readonly (Card | undefined)[]): Promise<CardsMemo> {
  const use = { cache: new MemoryCache(), version: '1', now: () => 0 }
  const rows = {
    paths: cards.map((_, row) => `${row}.yaml`),
    stamps: Stamps.none(cards.length),
    hashes: new Uint8Array(cards.length * 16),
  }
  const contents = cards.map(one => ({ card: one, findings: [], omissions: [] }))
  await keepCards(use, 'made', rows, contents)
  return CardsMemo.open(use, 'made') ?? expect.unreachable('nothing was kept')
}

const A = card('aaaaaaaaaa', { type: 'paper', title: 'Über "Größe"', tags: ['rl', 'Agents'] })
const B = card('bbbbbbbbbb', { title: 'The size of "A\\B"', tags: ['agents'] })
const C = card('cccccccccc', { type: 'blog', tags: [] })

describe('kept cards', () => {
  it('come back with all their fields, or with those that are wanted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(randomCards, { nil: undefined }), { maxLength: 6 }),
        async given => {
          const cards = given.flatMap(some => (some ? some : [undefined]))
          const memo = await memoOf(cards)
          const found = new Map(memo.rows(undefined, []))
          expect(cards.map((_, row) => found.get(row))).toEqual(cards.map(one => one?.fields))
          const some = new Map(memo.rows(new Set(['title', 'tags']), []))
          for (const [row, { id, title, tags }] of found)
            expect(some.get(row)).toEqual(JSON.parse(JSON.stringify({ id, title, tags })))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('come back in their order, when only some are asked for', async () => {
    const memo = await memoOf([
      A,
      undefined,
      B,
      C,
      ...Array.from({ length: 20 }, (_, i) => card(`Other0000${i}`)),
    ])
    const found = memo.fieldsOf([0, 2, 3], new Set(['type', 'tags']))
    expect([...(found ?? [])]).toEqual([
      [0, { id: A.id, type: 'paper', tags: ['rl', 'Agents'] }],
      [2, { id: B.id, tags: ['agents'] }],
      [3, { id: C.id, type: 'blog', tags: [] }],
    ])
  })

  it.each<[string, fields: string, texts: string[], string[]]>([
    ['a text of one field', 'type', ['blog'], ['cccccccccc']],
    ['any of several texts', 'type', ['blog', 'paper'], ['aaaaaaaaaa', 'cccccccccc']],
    ['any case', 'tags', ['agents'], ['aaaaaaaaaa', 'bbbbbbbbbb']],
    ['any of several fields', 'type title', ['blog', 'size'], ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc']],
    ['what has other than ASCII, in any case', 'title', ['nowhere'], ['aaaaaaaaaa']],
    ['quotes and backslashes', 'title', ['"a\\b"'], ['aaaaaaaaaa', 'bbbbbbbbbb']],
    ['no field that any card has', 'review', ['x'], []],
    ['an empty text, by all that have the field', 'type', [''], ['aaaaaaaaaa', 'cccccccccc']],
    ['not what reaches from one card into the next', 'type', ['paper","blog'], []],
  ])('are found by %s', async (_, fields, texts, ids) => {
    const memo = await memoOf([undefined, A, B, undefined, C])
    const found = memo.rows(new Set(), [{ fields: fields.split(' '), texts }])
    expect([...(found ?? [])].map(([, { id }]) => id)).toEqual(ids)
  })

  it('are found by all of several clues', async () => {
    const memo = await memoOf([A, B, C])
    const clues = [
      { fields: ['tags'], texts: ['agents'] },
      { fields: ['type', 'title'], texts: ['paper'] },
    ]
    expect([...(memo.rows(new Set(), clues) ?? [])]).toEqual([[0, { id: A.id }]])
  })
})
