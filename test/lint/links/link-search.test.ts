import { describe, expect, it } from 'vitest'
import { CardLinks } from '../../../src/lint/links/card-links.ts'
import { LinkSearch } from '../../../src/lint/links/link-search.ts'
import { LinkTable } from '../../../src/lint/links/link-table.ts'

describe('the rows that are to be looked at', () => {
  it.each<[string, ((links: CardLinks) => void)[], number[]]>([
    ['are none when nobody shares a key', [row => row.shares('a', 'x'), row => row.shares('b', 'x')], []],
    ['share a key', [row => row.shares('a', 'x'), nothing, row => row.shares('a', 'x')], [0, 2]],
    ['ask for a key that another tells', [row => row.tells('a', 'x'), row => row.asks('a', 'x')], [1]],
    ['ask for a key that another shares', [row => row.shares('a', 'x'), row => row.asks('a', 'x')], [1]],
    [
      'do not ask themselves',
      [
        both(
          row => row.tells('a', 'x'),
          row => row.asks('a', 'x'),
        ),
      ],
      [],
    ],
    ['miss a key that nobody tells', [row => row.misses('a', 'x'), row => row.shares('a', 'x')], [0]],
    ['miss no key that another tells', [row => row.misses('a', 'x'), row => row.tells('a', 'x')], []],
    ['give a meaning that is given less often', [claims('m'), claims('m'), claims('n')], [2]],
    ['are none where two meanings are given as often', [claims('m'), claims('n')], []],
    ['doubt with another meaning', [claims('m'), row => row.doubts('a', 'x', 'n')], [1]],
    ['stand alone', [nothing, row => row.alone()], [1]],
    ['are looked at as most is known', [row => row.counts('a', 1, 2), row => row.mostly('a')], [1]],
    ['are none as least is known', [row => row.counts('a', 1, 3), row => row.mostly('a')], []],
    ['only need others', [row => row.shares('a', 'x'), row => row.needs('a', 'x')], []],
  ])('%s', (_, rows, expected) => {
    expect(new LinkSearch(tableOf(rows)).subjects()).toEqual(expected)
  })
})

describe('a row with all without which it cannot be judged', () => {
  it('comes with what it shares, asks for and needs, and with what those need', () => {
    const search = new LinkSearch(
      tableOf([
        both(
          row => row.shares('id', 'one'),
          row => row.asks('gone', 'two'),
        ),
        both(
          row => row.tells('gone', 'two'),
          row => row.needs('id', 'three'),
        ),
        both(
          row => row.shares('id', 'three'),
          row => row.asks('gone', 'four'),
        ),
        row => row.tells('gone', 'four'),
        row => row.shares('id', 'five'),
      ]),
    )
    expect(search.withOthers([0])).toEqual([0, 1, 2])
  })
})

describe('what is looked up', () => {
  const search = new LinkSearch(tableOf([claims('m'), claims('m'), row => row.shares('id', 'one')]))

  it('is how often a meaning is given, whether another is given or not', () => {
    expect(search.countOf('a', 'x', 'm')).toBe(2)
    expect(search.countOf('a', 'x', 'n')).toBe(0)
  })

  it('is who shares a key', () => {
    expect(search.rowsSharing('id', 'one')).toEqual([2])
    expect(search.rowsSharing('id', 'two')).toEqual([])
  })
})

function nothing(): void {}

function both(...parts: ((links: CardLinks) => void)[]): (links: CardLinks) => void {
  return links => {
    for (const part of parts) part(links)
  }
}

function claims(meaning: string): (links: CardLinks) => void {
  return links => links.claims('a', 'x', meaning)
}

function tableOf(rows: readonly ((links: CardLinks) => void)[]): LinkTable {
  const table = new LinkTable()
  const links = new CardLinks()
  for (const row of rows) {
    row(links)
    table.add(links.take())
  }
  return table
}
