import { expect, it } from 'vitest'
import { namesFromRis } from '../../../src/notation/ris/names-from-ris.ts'

it.each([
  [
    'van der Berg, Jan, Jr.',
    [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' }],
  ],
  ['RAND Corporation,', [{ literal: 'RAND Corporation' }]],
  ['Department of Energy, Office of Science', [{ literal: 'Department of Energy, Office of Science' }]],
  ['Plato', ['Plato']],
  ['A <b> & Co,', [{ literal: 'A &lt;b> &amp; Co' }]],
])('reads %s', (value, names) => {
  expect(namesFromRis(value)).toEqual({ names, converted: [] })
})

it('tells what it read in another form, and what may name several', () => {
  expect(namesFromRis('Smith JA').converted).toEqual([['Smith JA', 'Smith, J. A.']])
  expect(namesFromRis('A, B, C, D').unclear).toBe('A, B, C, D')
})
