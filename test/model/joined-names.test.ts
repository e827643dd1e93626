import { expect, it } from 'vitest'
import { isVancouverName, joinedNames, mayBeTwoNames } from '../../src/model/joined-names.ts'

it.each([
  ['John Smith and Jane Doe', ['John Smith', 'Jane Doe']],
  ['Ludwig van Beethoven & Clara Schumann', ['Ludwig van Beethoven', 'Clara Schumann']],
  ['Smith, John and Doe, Jane', ['Smith, John', 'Doe, Jane']],
  ['John Smith, Jane Doe, and Bob Lee', ['John Smith', 'Jane Doe', 'Bob Lee']],
  ['John Smith, Jane Doe, Ann Poe and Bob Lee', ['John Smith', 'Jane Doe', 'Ann Poe', 'Bob Lee']],
  ['John Smith, Jane Doe, Bob Lee', ['John Smith', 'Jane Doe', 'Bob Lee']],
  ['Jane Doe, John Roe, and Max Power', ['Jane Doe', 'John Roe', 'Max Power']],
  ['J. Doe, J. Roe', ['J. Doe', 'J. Roe']],
  ['J. R. Doe, J.-P. Roe and A. Poe', ['J. R. Doe', 'J.-P. Roe', 'A. Poe']],
  ['Doe, J.; Smith, A.;', ['Doe, J.', 'Smith, A.']],
  ['Smith, J., Doe, A. B., & Roe, R.', ['Smith, J.', 'Doe, A. B.', 'Roe, R.']],
  ['de Leo, M. and Roe, R.', ['de Leo, M.', 'Roe, R.']],
  ['Smith J, Doe A', ['Smith J', 'Doe A']],
  ['Smith J, Doe A, Roe B', ['Smith J', 'Doe A', 'Roe B']],
  ['OpenAI; Anthropic', ['OpenAI', 'Anthropic']],
])('takes %s apart', (text, names) => {
  expect(joinedNames(text)).toEqual({ names })
})

it('does not guess where a name ends', () => {
  expect(joinedNames('García Márquez, Gabriel José and Vargas Llosa, Mario')).toEqual({ names: undefined })
})

it.each([
  'Johnson & Johnson',
  'Johnson and Johnson',
  'Ernst & Young',
  'Science and Technology Committee',
  'House of Commons Science and Technology Committee',
  'Department for Science, Innovation and Technology',
  'Bureau of Industry and Security',
  'World Health and Safety Executive',
  'Bill & Melinda Gates Foundation',
  'Bill and Melinda Gates',
  'Weil, Gotshal & Manges LLP',
  'Rolls Royce and General Electric',
  'Food and Agriculture Organization of the United Nations',
  'García Márquez, Gabriel José',
  'King, Martin Luther, Jr.',
  'Martin Luther King, Jr.',
  'Barber&oacute;',
  'Anderson, Sandra',
  'de Leo, Maria',
  'King, Jr., Martin Luther',
  'Jane Doe, John Roe',
  'Doe, J. R.',
  'J. Walter Thompson, Inc.',
  'Alexandre Brand',
  'Trinidad and Tobago',
  '80000_Hours',
  ';',
])('takes %s for one name', text => {
  expect(joinedNames(text)).toBe(undefined)
})

it.each([
  ['Jane Doe, Richard Roe', true],
  ['García Márquez, Gabriel José', true],
  ['Doe, Jane', false],
  ['Jane Doe, Staff Writer', false],
  ['Office of Science, United Kingdom', false],
])('knows whether %s may be two names: %s', (text, isSo) => {
  expect(mayBeTwoNames(text)).toBe(isSo)
})

it.each([
  ['Smith JA', true],
  ['Van Dyck M', true],
  ['Google AI', false],
  ['Oxford UK', false],
  ['Jane Doe', false],
  ['JA', false],
])('knows whether %s has its initials behind: %s', (text, isSo) => {
  expect(isVancouverName(text)).toBe(isSo)
})

it('takes no time over long text', () => {
  const started = performance.now()
  for (const piece of [' ', ' and ', 'A B, ', ';', ' and', 'Ab Cd and ']) joinedNames(piece.repeat(200_000))
  expect(performance.now() - started).toBeLessThan(1000)
})
