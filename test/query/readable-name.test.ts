import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseName } from '../../src/model/author.ts'
import { readableName } from '../../src/query/readable-name.ts'

describe('a name as people read it', () => {
  it.each([
    ['Satya Benson', 'Satya Benson'],
    ['de Leo, Maria', 'Maria de Leo'],
    [' Jo  Routing ', 'Jo Routing'],
    ['Open\nPhilanthropy', 'Open Philanthropy'],
  ])('%j is %s', (author, name) => {
    expect(readableName(author)).toBe(name)
  })

  it('is what taking it apart gives', () => {
    const word = fc.constantFrom(
      'Ludwig',
      'van',
      'Jr.',
      'III',
      'of',
      'Institute',
      ',',
      'de',
      ' ',
      '\u00a0',
      'É.',
      '王',
    )
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map(words => words.join(' '))
    fc.assert(
      fc.property(name, text => {
        expect(readableName(text)).toBe(parseName(text).name)
      }),
    )
  })
})
