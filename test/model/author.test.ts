import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorNames, familyName, parseName, readName } from '../../src/model/author.ts'

describe('a name', () => {
  it.each([
    ['Satya Benson', { name: 'Satya Benson', given: 'Satya', family: 'Benson' }],
    ['Smith, V.', { name: 'V. Smith', given: 'V.', family: 'Smith' }],
    ['Benson, Satya', { name: 'Satya Benson', given: 'Satya', family: 'Benson' }],
    ['de Leo, Maria', { name: 'Maria de Leo', given: 'Maria', family: 'Leo', particle: 'de' }],
    [
      'Ludwig van Beethoven',
      { name: 'Ludwig van Beethoven', given: 'Ludwig', family: 'Beethoven', particle: 'van' },
    ],
    [
      'Jean de la Fontaine',
      { name: 'Jean de la Fontaine', given: 'Jean', family: 'Fontaine', particle: 'de la' },
    ],
    [
      'King, Martin Luther, Jr.',
      { name: 'Martin Luther King Jr.', given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    ],
    [
      'King, Jr., Martin Luther',
      { name: 'Martin Luther King Jr.', given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    ],
    [
      'Martin Luther King Jr.',
      { name: 'Martin Luther King Jr.', given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    ],
    [
      'Martin Luther King, Jr.',
      { name: 'Martin Luther King Jr.', given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    ],
    ['  Ji,   Jiaming ', { name: 'Jiaming Ji', given: 'Jiaming', family: 'Ji' }],
    ['Smith J, Doe A, Roe B', { name: 'Smith J, Doe A, Roe B', literal: 'Smith J, Doe A, Roe B' }],
    ['OpenAI', { name: 'OpenAI', literal: 'OpenAI' }],
    ['khafra', { name: 'khafra', literal: 'khafra' }],
    ['Center for AI Safety', { name: 'Center for AI Safety', literal: 'Center for AI Safety' }],
    [
      'Google DeepMind Safety Team',
      { name: 'Google DeepMind Safety Team', literal: 'Google DeepMind Safety Team' },
    ],
    ['Chih-Wei "Louis" Chen', { name: 'Chih-Wei "Louis" Chen', given: 'Chih-Wei "Louis"', family: 'Chen' }],
  ])('%j is taken apart', (text, parts) => {
    expect(parseName(text)).toEqual(parts)
  })

  it('keeps its parts when they are given', () => {
    const [name] = authorNames([
      { given: 'Evan R.', family: 'Merwijk', particle: 'van', orcid: '0000-0002-1825-0097' },
    ])
    expect(name).toEqual({
      name: 'Evan R. van Merwijk',
      given: 'Evan R.',
      family: 'Merwijk',
      particle: 'van',
      orcid: '0000-0002-1825-0097',
    })
  })

  it('of an organisation is whole', () => {
    expect(authorNames([{ literal: 'OpenAI' }])).toEqual([{ name: 'OpenAI', literal: 'OpenAI' }])
  })

  it('never loses a word, whatever it is', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zé.]{1,8}$/), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(words, fc.constantFrom(' ', ', '), (words, joint) => {
        const told = parseName(words.join(joint)).name.replaceAll(',', '').split(' ')
        expect(told.sort()).toEqual([...words].sort())
      }),
    )
  })
})

it('a name is sorted by its family name, with its particle', () => {
  expect(familyName(parseName('Satya Benson'))).toBe('Benson')
  expect(familyName(parseName('Maria de Leo'))).toBe('de Leo')
  expect(familyName(parseName('OpenAI'))).toBe('OpenAI')
})

describe('a name of the usual form', () => {
  const names = fc
    .array(
      fc.constantFrom(
        'Aisha',
        'Ito',
        'J.',
        'V',
        'Jr',
        'van',
        'PhD',
        'Research',
        'OpenAI',
        'Éva',
        'Smith,',
        'and',
        '',
        ' ',
      ),
      { maxLength: 5 },
    )
    .map(words => words.join(' '))

  it('is taken apart as any other', () => {
    fc.assert(
      // With a space behind it, it is none.
      fc.property(names, name => {
        expect(parseName(name)).toEqual(parseName(`${name} `))
      }),
      { numRuns: 500 },
    )
  })

  it('is read as it is when it is taken apart', () => {
    fc.assert(
      fc.property(names, name => {
        expect(readName(name)).toBe(parseName(name).name)
      }),
      { numRuns: 500 },
    )
    expect(readName({ given: 'Aisha', family: 'Ito' })).toBe('Aisha Ito')
  })
})
