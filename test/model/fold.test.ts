import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstLetter, fold, foldedWords, foldLine, haveSameLetters, lettersOf } from '../../src/model/fold.ts'

it.each([
  ['Sandkühler', 'sandkuhler'],
  ['STRASSE', 'strasse'],
  ['Straße', 'strasse'],
  ['Łukasz Kaiser', 'lukasz kaiser'],
  ['Ælfric Øre', 'aelfric ore'],
  ['İstanbul', 'istanbul'],
  ['“Goodhart’s law” – again', '"goodhart\'s law" - again'],
  ['生成式', '生成式'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

it('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

it('puts text on one line', () => {
  expect(foldLine(' Attention \n is  ALL ')).toBe('attention is all')
})

it('takes text apart into words, and down to its letters', () => {
  expect(foldedWords('The AI-Alignment “Fórum”, 2024')).toEqual(['the', 'ai', 'alignment', 'forum', '2024'])
  expect(lettersOf('The AI-Alignment “Fórum”, 2024')).toBe('theaialignmentforum2024')
  expect([foldedWords('…'), lettersOf('…')]).toEqual([[], ''])
})

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aA1. -\n\t\u00a0éß漢Σ\u0301ﬁ’') }),
  fc.string({ unit: 'binary' }),
)

it('does the same with ASCII as with all other text', () => {
  fc.assert(
    fc.property(texts, text => {
      expect(foldLine(text)).toBe(fold(text).replace(/\s+/g, ' ').trim())
      expect(foldedWords(text)).toEqual(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
      expect(lettersOf(text)).toBe(fold(text).replace(/[^\p{L}\p{N}]+/gu, ''))
    }),
  )
})

it('tells whether two texts have the same letters, mostly by the first', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(haveSameLetters(a, b)).toBe(lettersOf(a) === lettersOf(b))
      expect(lettersOf(a).startsWith(firstLetter(a) ?? '')).toBe(true)
    }),
  )
  expect(haveSameLetters('A Title: part 1', 'a title – Part 1')).toBe(true)
})
