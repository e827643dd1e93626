import fc from 'fast-check'
import { expect, it } from 'vitest'
import { VenueIndex } from '../../src/model/credibility.ts'
import { foldedWords } from '../../src/model/fold.ts'
import { titleKey } from '../../src/model/title-key.ts'

const keyOf = (title: string) => titleKey({ id: 'AbCdEf0123', title }, new VenueIndex([]))

it('is the words of a title, folded', () => {
  expect(keyOf('Attention is all you need')).toBe('attention is all you need')
  expect(keyOf(' “Größe”  zählt, 2.0')).toBe('grosse zahlt 2 0')
  const title = fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', ' ', ',', 'ü'), maxLength: 12 })
  fc.assert(
    fc.property(title, text => {
      expect(keyOf(text)).toBe(foldedWords(text).join(' '))
    }),
  )
})
