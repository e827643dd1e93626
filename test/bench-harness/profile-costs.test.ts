import { expect, it } from 'vitest'
import { profileCosts } from '../bench/profile-costs.js'

const frame = (functionName: string) => ({ functionName, url: 'file:///cards.cjs', lineNumber: 0 })

it('adds up what each function costs, by itself and with what it calls, once where it calls itself', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('lint'), children: [2] },
      { id: 2, callFrame: frame('walk'), children: [3] },
      { id: 3, callFrame: frame('walk') },
    ],
    samples: [1, 2, 3, 3],
    timeDeltas: [1000, 2000, 3000, 4000],
  }
  expect(profileCosts(profile)).toEqual({
    total: 10,
    self: [
      ['walk cards.cjs:1', 9],
      ['lint cards.cjs:1', 1],
    ],
    inclusive: [
      ['lint cards.cjs:1', 10],
      ['walk cards.cjs:1', 9],
    ],
  })
})
