import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, foldedWords, foldLine, lettersOf } from '../../src/model/fold.ts'

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
