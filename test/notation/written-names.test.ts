import { describe, expect, it } from 'vitest'
import { vancouverName, writtenNames } from '../../src/notation/written-names.ts'

describe('writtenNames', () => {
  it.each([
    ['Smith, John; Doe, Jane', ['Smith, John', 'Doe, Jane']],
    ['John Smith, Jane Doe, Bob Roe', ['John Smith', 'Jane Doe', 'Bob Roe']],
    ['John Smith & Jane Doe', ['John Smith', 'Jane Doe']],
    ['John Smith and Jane Doe', ['John Smith', 'Jane Doe']],
    ['Smith, John & Doe, Jane', ['Smith, John', 'Doe, Jane']],
    ['Doe, Jane,', ['Doe, Jane']],
    ['García Márquez, Gabriel José', ['García Márquez, Gabriel José']],
    ['King, Jr., Martin Luther', ['King, Jr., Martin Luther']],
    ['Johnson & Johnson', ['Johnson & Johnson']],
  ])('takes %s for %j', (text, names) => {
    expect(writtenNames(text)).toEqual({ names, isUnclear: false })
  })

  it.each(['Ministry of Mines, Ores, Coal, Peat', 'Smith, John & Sons', 'A;B &amp; C'])(
    'keeps %s whole',
    text => {
      expect(writtenNames(text)).toEqual({ names: [text], isUnclear: true })
    },
  )
})

describe('vancouverName', () => {
  it.each([
    ['Smith JA', 'Smith, J. A.'],
    ['García Márquez G', 'García Márquez, G.'],
    ['Google AI', undefined],
    ['Acme UK', undefined],
    ['NASA HQ', undefined],
    ['Smith, JA', undefined],
    ['John Smith', undefined],
  ])('takes %s for %s', (text, name) => {
    expect(vancouverName(text)).toBe(name)
  })
})
