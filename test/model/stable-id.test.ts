import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  foldId,
  isStableId,
  mintStableId,
  readsAsNumber,
  resourceId,
  shortestPrefixes,
} from '../../src/model/stable-id.ts'

describe('a stable ID', () => {
  it.each([
    // Published in the README, computed apart from this code: other programs mint the same.
    ['https://example.org', 'nLDFcDWUp9'],
    ['https://arxiv.org/abs/1706.03762', '3bGWQu0hMP'],
    ['doi:10.1038/s41586-021-03819-2', 'GWlt1U1qg6'],
    ['https://example.org/gr%C3%B6%C3%9Fe', 'jqlsAJL3mA'],
    ['arxiv:1805.00899', '9r1ZQiEZWb'],
  ])('of %s is minted as %s', (identity, id) => {
    expect(mintStableId(identity)).toBe(id)
  })

  it('is minted anew while it is taken', () => {
    const first = mintStableId('https://example.org')
    const second = mintStableId('https://example.org', id => id === first)
    expect(second).not.toBe(first)
    expect(second).toBe(mintStableId('https://example.org\n1'))
  })

  it('has ten letters or digits and is no number, whatever it is minted from', () => {
    fc.assert(
      fc.property(fc.string(), identity => {
        const id = mintStableId(identity)
        expect(isStableId(id)).toBe(true)
        expect(readsAsNumber(id)).toBe(false)
        expect(mintStableId(identity)).toBe(id)
      }),
    )
  })

  it.each(['MDc4MjQ5Y', 'MDc4MjQ5Yjj', 'MDc4MjQ5Y-', 'MDc4MjQ5Yé', '', ' MDc4MjQ5Y'])('is not %j', text => {
    expect(isStableId(text)).toBe(false)
  })

  it.each([
    ['0123456789', true],
    ['12345678e9', true],
    ['1234567E12', true],
    ['0x1234abCD', true],
    ['0o12345670', true],
    ['0b10101010', true],
    ['12345678f9', false],
    ['0x1234abCG', false],
    ['e123456789', false],
  ])('%s reads as a number: %s', (id, expected) => {
    expect(readsAsNumber(id)).toBe(expected)
  })
})

describe('the shortest prefix', () => {
  it('has four characters when no other ID starts so', () => {
    expect(shortestPrefixes(['abcdefghij'], ['abcdefghij', 'zzzzzzzzzz'])).toEqual(['abcd'])
  })

  it('is as long as it takes, without regard to case', () => {
    const all = ['abcdefghij', 'ABCDEFgxyz']
    expect(shortestPrefixes(all, all)).toEqual(['abcdefgh', 'ABCDEFgx'])
  })
})

it('a resource ID is the start of the SHA-256 of the URL as written', () => {
  expect(
    resourceId('https://www.lesswrong.com/posts/B3DQvjCD6gp2JEKaY/goodfire-and-training-on-interpretability'),
  ).toBe('c4075b6d47521293')
})

it('is compared without regard to case, other names as they are', () => {
  expect(['e8eYKY8ySm', 'old-Name'].map(foldId)).toEqual(['e8eyky8ysm', 'old-Name'])
})
