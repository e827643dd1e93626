import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardText } from '../../src/edit/write-card.ts'
import { readCard } from '../../src/load/read-card.ts'
import type { CardFields } from '../../src/model/card.ts'
import { ARBITRARY_EXTRA, arbitraryCard, arbitraryCards } from './arbitrary-card.ts'

describe.each(['calm', 'hostile'] as const)('an arbitrary card with %s texts', texts => {
  it('is one that a library can hold: written, it is read again as it is', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCard({ texts }), async card => {
        const bytes = new TextEncoder().encode(cardText(card.fields as CardFields))
        expect(await readCard(() => bytes, card.path, ARBITRARY_EXTRA)).toMatchObject({
          card: { ...card },
          findings: [],
        })
      }),
      { numRuns: 100 },
    )
  })
})

describe('arbitrary cards', () => {
  it('have no ID in common, and only the fields that are asked for', () => {
    fc.assert(
      fc.property(arbitraryCards({ fields: ['doi', 'authors'] }, { minLength: 5, maxLength: 9 }), cards => {
        expect(new Set(cards.map(({ id }) => id.toLowerCase())).size).toBe(cards.length)
        for (const { fields } of cards)
          expect(['id', 'doi', 'title', 'type', 'authors']).toEqual(
            expect.arrayContaining(Object.keys(fields)),
          )
      }),
      { numRuns: 50 },
    )
  })
})
