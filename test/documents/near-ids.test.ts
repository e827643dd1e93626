import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearIds } from '../../src/documents/near-ids.ts'
import type { Card } from '../../src/model/card.ts'
import { editDistance } from '../../src/model/nearest.ts'

const card = (id: string, aliases: string[] = []): Card => ({
  id,
  path: `${id}.yaml`,
  fields: { id, url: 'https://www.lesswrong.com/posts/FRkkhcokhXhuPmMwp', aliases },
  findings: [],
})
const cards = [card('MDc4MjQ5Yj', ['591965925902e868']), card('MDc4MjQ5Yz'), card('kDjKFQkhBn')]
const near = (id: string) =>
  nearIds([id], cards)
    .get(id)
    ?.map(({ card }) => card.id)

describe('nearIds', () => {
  it.each([
    ['another sign', 'MDc4MjQ6Yj', ['MDc4MjQ5Yj']],
    ['one that is missing', 'kDjKFQhBn', ['kDjKFQkhBn']],
    ['one too much', 'kDjKFQkkhBn', ['kDjKFQkhBn']],
    ['two that changed places', 'kDKjFQkhBn', ['kDjKFQkhBn']],
    ['another case', 'KdJkfqKHbN', ['kDjKFQkhBn']],
    ['a former ID', '591965925902e869', ['MDc4MjQ5Yj']],
    ['several cards', 'MDc4MjQ5Yx', ['MDc4MjQ5Yj', 'MDc4MjQ5Yz']],
  ])('finds %s', (_, id, expected) => {
    expect(near(id)).toEqual(expected)
  })

  it('says by which name a card is near', () => {
    expect(nearIds(['591965925902e869'], cards).get('591965925902e869')).toMatchObject([
      { name: '591965925902e868', card: { id: 'MDc4MjQ5Yj' } },
    ])
  })

  it('finds nothing that is further', () => {
    expect(near('MDc4MjQ66j')).toBeUndefined()
    expect(nearIds([], cards).size).toBe(0)
  })

  it('finds just what is one edit away', () => {
    const ids = fc.stringMatching(/^[abAB12]{3,5}$/)
    fc.assert(
      fc.property(fc.uniqueArray(ids, { maxLength: 3 }), ids, (known, id) => {
        const without = known.map(each => ({ ...card(each), fields: { id: each } }))
        const expected = known.filter(each => editDistance(each.toLowerCase(), id.toLowerCase()) <= 1)
        expect((nearIds([id], without).get(id) ?? []).map(found => found.card.id)).toEqual(expected)
      }),
    )
  })
})
