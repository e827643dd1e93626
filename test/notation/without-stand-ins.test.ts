import { expect, it } from 'vitest'
import { withoutStandIns } from '../../src/notation/without-stand-ins.ts'

it('leaves out, and tells, what only says that nobody knew', () => {
  const told: string[] = []
  const said = { title: 'Unknown', abstract: 'N/A', authors: ['Unknown', 'Jane Doe', '-'] }
  expect(withoutStandIns(said, (key, why) => told.push(`${key}: ${why}`))).toEqual({
    title: 'Unknown',
    authors: ['Jane Doe'],
  })
  expect(told).toEqual([
    'abstract: It stands in for one: N/A',
    'authors: It stands in for a name: Unknown',
    'authors: It stands in for a name: -',
  ])
})

it('leaves no empty list of authors', () => {
  expect(withoutStandIns({ authors: ['?'] }, () => {})).toEqual({})
})
