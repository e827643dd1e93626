import { expect, it } from 'vitest'
import type { KnownFields } from '../../../src/model/card.ts'
import { cslFromCard } from '../../../src/notation/csl/csl-from-card.ts'
import { lostInCsl } from '../../../src/notation/csl/lost-in-csl.ts'

const lost = (fields: Omit<KnownFields, 'id'>) => {
  const card = { id: 'aaaaaaaaa1', ...fields }
  return lostInCsl(card, cslFromCard(card, 'key', undefined)).map(
    ({ field, isGone, why }) => `${field} ${isGone ? 'gone' : 'other'}: ${why}`,
  )
}

it.each([
  [{ title: 'T', label: 'T' }, ['label gone: it repeats the title, or says nothing']],
  [{ title: 'T ' }, ['title other: white space and odd characters evened out']],
  [{ abstract: 'Unknown' }, ['abstract gone: it says nothing']],
  [{ doi: '10.1000/ABC' }, []],
  [
    { url: 'https://arxiv.org/abs/1706.03762', arxiv: '2301.10140' },
    ['arxiv other: the address names another'],
  ],
  [{ published: '0000' }, ['published gone: a day that no calendar has']],
  [{ authors: [{ family: 'X', given: 'Y', orcid: '0000-0002-1825-0097' }] }, []],
  [{ tags: ['a', 'a'] }, ['tags other: repeated, or too long']],
])('tells of %j that it loses %j', (fields, expected) => {
  expect(lost(fields)).toEqual(expected)
})
