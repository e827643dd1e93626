import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorNames } from '../../../src/model/author.ts'
import { authorFromCsl, shortAuthor } from '../../../src/notation/csl/author-from-csl.ts'

describe('authorFromCsl', () => {
  it.each([
    [{ family: 'Benson', given: 'Satya' }, 'Satya Benson'],
    [{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }, 'Ludwig van Beethoven'],
    [
      { family: 'Gaulle', given: 'Charles', 'dropping-particle': 'de', 'non-dropping-particle': 'la' },
      'Charles de la Gaulle',
    ],
    [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, 'Martin Luther King Jr.'],
    [
      { family: 'García Márquez', given: 'Gabriel' },
      { family: 'García Márquez', given: 'Gabriel' },
    ],
    [{ family: 'Plato' }, { family: 'Plato' }],
    [{ given: 'Madonna' }, { given: 'Madonna' }],
    [{ literal: 'Center for AI Safety' }, 'Center for AI Safety'],
    [{ literal: 'Anthropic Interpretability' }, { literal: 'Anthropic Interpretability' }],
    [{ name: 'Max Planck Institute' }, 'Max Planck Institute'],
    ['Satya Benson', 'Satya Benson'],
    [{ family: '<b>O&apos;Neil</b>', given: ' Cathy ' }, "Cathy O'Neil"],
    [{ family: ' ', given: '' }, undefined],
    [null, undefined],
    [7, undefined],
  ])('makes of %j the author %j', (name, expected) => {
    expect(authorFromCsl(name)).toEqual(expected)
  })
})

describe('shortAuthor', () => {
  it('says exactly what the parts say', () => {
    const part = fc.constantFrom(
      'de',
      'van der',
      'Jr.',
      'Łukasz',
      'Le Guin',
      'Ann',
      "O'Neil",
      'AI Lab',
      'a, b',
      'III',
    )
    const name = fc.record(
      { given: part, family: part, particle: part, suffix: part },
      { requiredKeys: ['family'] },
    )
    fc.assert(
      fc.property(name, parts => {
        const { name: _, ...read } = authorNames([shortAuthor(parts)])[0] ?? { name: '' }
        expect(read).toEqual(parts)
      }),
    )
  })
})
