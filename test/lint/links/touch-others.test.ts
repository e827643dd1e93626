import { describe, expect, it } from 'vitest'
import { CardLinks } from '../../../src/lint/links/card-links.ts'
import { LinkTable } from '../../../src/lint/links/link-table.ts'
import { touchOthers } from '../../../src/lint/links/touch-others.ts'

type Say = (links: CardLinks) => void

const title =
  (...keys: string[]): Say =>
  links => {
    for (const key of keys) links.shares('title', key)
  }

const both =
  (...says: Say[]): Say =>
  links => {
    for (const say of says) say(links)
  }

describe('links that have come or gone', () => {
  it.each<[string, Say, boolean]>([
    ['nothing', title('a', 'x', 'y'), false],
    ['to a key that nobody knows', title('a', 'z', 'y'), false],
    ['to a key that another shares', title('a', 'b', 'y'), true],
    ['from a key that nobody else knew', title('a', 'y'), false],
    ['from a key that another shares', title('a', 'x'), true],
    ['from a first key that nobody else knew, which is an ID', title('z', 'x', 'y'), true],
    ['to a key that another seeks', both(title('a', 'x', 'y'), links => links.tells('id', 'sought')), true],
    [
      'to a key that is told to nobody',
      both(title('a', 'x', 'y'), links => links.tells('id', 'other')),
      false,
    ],
    ['to a search of its own', both(title('a', 'x', 'y'), links => links.asks('id', 'other')), true],
    [
      'to another part of what is counted',
      both(title('a', 'x', 'y'), links => links.counts('n', 1, 2)),
      true,
    ],
    ['to a card that is looked at anyway', both(title('a', 'x', 'y'), links => links.alone()), true],
    ['to a meaning', both(title('a', 'x', 'y'), links => links.claims('n', 'k', 'm')), true],
  ])('have to do with other cards: %s', (_, say, isSo) => {
    const rows: Say[] = [title('a', 'x', 'y'), title('c', 'b', 'y'), links => links.misses('id', 'sought')]
    const table = new LinkTable()
    for (const row of rows) table.add(wordsOf(row))
    expect(touchOthers(table, [{ row: 0, words: wordsOf(say) }])).toBe(isSo)
  })

  it('have to do with each other when two rows come to the same key, or change places', () => {
    const table = new LinkTable()
    for (const row of [title('1', 'a'), title('2', 'b')]) table.add(wordsOf(row))
    const to = (first: string, second: string) =>
      touchOthers(table, [
        { row: 0, words: wordsOf(title('1', first)) },
        { row: 1, words: wordsOf(title('2', second)) },
      ])
    expect(to('z', 'z')).toBe(true)
    expect(to('b', 'a')).toBe(true)
    expect(to('y', 'z')).toBe(false)
  })
})

function wordsOf(say: Say): Int32Array {
  const links = new CardLinks()
  say(links)
  return Int32Array.from(links.take())
}
