import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorNames } from '../../../src/model/author.ts'
import type { Author } from '../../../src/model/card.ts'
import { nameForCell, namesInCell } from '../../../src/notation/csv/name-in-cell.ts'

describe('a name in a cell', () => {
  it.each<[Author, string]>([
    ['Satya Benson', 'Satya Benson'],
    ['de Leo, Maria', 'de Leo, Maria'],
    [{ given: 'Maria', particle: 'de', family: 'Leo' }, 'de Leo, Maria'],
    [{ given: 'Martin Luther', family: 'King', suffix: 'Jr.' }, 'King, Martin Luther, Jr.'],
    ['OpenAI', 'OpenAI'],
    [{ literal: 'Center for AI Safety' }, 'Center for AI Safety'],
    [{ literal: 'Barnes and Noble' }, 'Barnes and Noble'],
    [{ literal: 'The {A} of {B}' }, 'The {A} of {B}'],
    // What people would take for one or several persons.
    [{ literal: 'John Smith' }, '{John Smith}'],
    [{ literal: 'Ada Barnes and Bob Noble' }, '{Ada Barnes and Bob Noble}'],
    [{ literal: 'Ernst & Young, LLP' }, '{Ernst & Young, LLP}'],
    [{ literal: 'Smith; Jones' }, '{Smith; Jones}'],
    // One person, of whom others could be made.
    [{ given: 'Gabriel José', family: 'García Márquez' }, '{García Márquez}, Gabriel José'],
    [{ given: 'William H.', family: 'Press' }, '{Press}, William H.'],
    [{ given: 'Ludwig', particle: 'Van', family: 'Beethoven' }, 'Van {Beethoven}, Ludwig'],
    [{ given: 'Madonna' }, '{}, Madonna'],
    [{ family: 'Voltaire' }, '{Voltaire},'],
    [{ family: 'King', suffix: 'Jr.' }, '{King}, , Jr.'],
  ])('%j is %s', (author, text) => {
    expect(nameForCell(author)).toEqual({ text, isExact: true })
    expect(authorNames(namesInCell(text).authors)).toEqual(authorNames([author]))
  })

  it.each<[Author, string]>([
    [{ literal: 'Ada {B} Noble' }, '{Ada B Noble}'],
    [{ given: 'A, B', family: '{C}' }, '{A, B C}'],
    [{ family: '{', given: '}' }, ''],
  ])('%j loses its parts: %j', (author, text) => {
    expect(nameForCell(author)).toEqual({ text, isExact: false })
  })

  it('is one name when it is written, exact or not', () => {
    const part = fc
      .array(
        fc.constantFrom(
          'A',
          'b',
          'Ann',
          'van',
          ' ',
          ', ',
          ' and ',
          ' & ',
          '{',
          '}',
          'Jr.',
          ';',
          '.',
          'é',
          '-',
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map(parts => parts.join('').replace(/\s+/g, ' ').trim())
      .filter(text => text !== '')
    const author = fc.oneof(
      part,
      fc.record({ literal: part }),
      fc.record({ family: part, given: part, particle: part, suffix: part }, { requiredKeys: ['family'] }),
    ) as fc.Arbitrary<Author>
    fc.assert(
      fc.property(author, author => {
        const { text, isExact } = nameForCell(author)
        const { authors } = namesInCell(text)
        if (text !== '') expect(authors).toHaveLength(1)
        if (isExact) expect(authorNames(authors)).toEqual(authorNames([author]))
      }),
      { numRuns: 500 },
    )
  })
})
