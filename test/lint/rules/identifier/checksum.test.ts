import { expect, it } from 'vitest'
import { isbnFault, orcidFault } from '../../../../src/lint/rules/identifier/check-digit.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each(['978-0-525-55861-3', '9780199678112', '0-8044-2957-X', '080442957x', '979-10-90636-07-1'])(
  'accepts the ISBN %s',
  isbn => {
    expect(isbnFault(isbn)).toBeUndefined()
  },
)

it.each([
  ['978-0-525-58561-3', 'its check digit does not fit the others'],
  ['0-8044-2957-1', 'its check digit does not fit the others'],
  ['978-0-525-5586-3', 'it has 12 digits, not 10 or 13'],
  ['1234567890128', 'one of 13 digits begins with 978 or 979'],
  ['978-0-525-55861-X', '`X` is a check digit only of ten-digit numbers'],
])('says of the ISBN %s that %s', (isbn, fault) => {
  expect(isbnFault(isbn)).toBe(fault)
})

// The first is the example of https://support.orcid.org/hc/en-us/articles/360006897674.
it.each(['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X'])(
  'accepts the ORCID iD %s',
  id => {
    expect(orcidFault(id)).toBeUndefined()
    expect(orcidFault(id.replace(/^0000-000(.)/, '0000-001$1'))).toBe(
      'its check digit does not fit the others',
    )
  },
)

it('points at the iD of the author', async () => {
  const linted = await lintExample(
    'authors:\n  - Jo Doe\n  - given: Josiah\n    family: Carberry\n    orcid: 0000-0002-1825-0079\n',
  )
  expect(linted.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['identifier/checksum', '/authors/1/orcid'],
  ])
  expect(textUnder(linted)).toEqual(['0000-0002-1825-0079'])
})

it('also stands for numbers without the form of one', async () => {
  const { findings } = await lintExample('isbn: second edition\n')
  expect(findings.map(({ rule }) => rule)).toEqual(['identifier/checksum'])
})
