import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/model/fold.ts'
import { foldWithOffsets } from '../../src/query/fold-with-offsets.ts'

describe('a folded text with offsets', () => {
  it.each([
    ['plain', 'ain'],
    ['die Straße!', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['e\u0301tude', 'etude'],
    ['Æsir', 'aesir'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['😀 ﬁne', 'fine'],
  ])('of %j knows where %j came from', (source, part) => {
    const { folded, sourceOf } = foldWithOffsets(source)
    const at = folded.indexOf(part)
    expect(at).toBeGreaterThanOrEqual(0)
    expect(fold(source.slice(...sourceOf(at, at + part.length)))).toBe(part)
  })

  it('takes an accent that folds to nothing with its letter', () => {
    expect(foldWithOffsets('e\u0301\u0302x').sourceOf(0, 1)).toEqual([0, 3])
  })

  it('takes a character that folds to several as a whole', () => {
    expect(foldWithOffsets('a½b').sourceOf(2, 3)).toEqual([1, 2])
  })

  it('is the folded text, and any stretch of whole characters comes back', () => {
    const letters = fc.constantFrom(
      'a',
      'B',
      ' ',
      'é',
      'e\u0301',
      'ß',
      'Æ',
      'İ',
      'Σ',
      '語',
      '😀',
      'ﬁ',
      '½',
      '’',
      '가',
    )
    const texts = fc.array(letters, { maxLength: 12 }).map(list => list.join(''))
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), source => {
        const { folded, sourceOf } = foldWithOffsets(source)
        expect(folded).toBe(fold(source))
        for (let i = 0; i < folded.length; i++) {
          const [start, end] = sourceOf(i, i + 1)
          expect(fold(source.slice(start, end)).toLowerCase()).toContain(
            fold(folded.charAt(i)).replace('ς', 'σ').toLowerCase(),
          )
        }
        if (folded !== '') expect(sourceOf(0, folded.length)[1]).toBe(source.length)
      }),
    )
  })
})
