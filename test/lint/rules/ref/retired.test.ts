import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const RETIRED = 'retired:\n  date: "2026-01-01"\n  reason: Gone.\n'

it.each([
  ['notes: See cD5fG7iJ9lx.\n', 'cD5fG7iJ9l'],
  ['notes: The benchmarks are old.\n', 'benchmarks'],
  ['abstract: See cD5fG7iJ9l.\n', 'cD5fG7iJ9l'],
])('does not mind %j', async (lines, id) => {
  const files = { 'aB3dE5gH7j.yaml': lines, [`retired/${id}.yaml`]: RETIRED }
  expect((await lintExample({ files })).findings).toEqual([])
})

it('points at the text, and says what replaces the card', async () => {
  const linted = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': 'notes: See [it](cD5fG7iJ9l), cD5fG7iJ9l.\n',
      'retired/cD5fG7iJ9l.yaml': `${RETIRED}  replaced_by: aB3dE5gH7j\n`,
    },
  })
  expect(textUnder(linted)).toEqual(['See [it](cD5fG7iJ9l), cD5fG7iJ9l.'])
  expect(linted.findings).toMatchObject([
    { pointer: '/notes', help: 'Write `aB3dE5gH7j`, which replaces it.' },
  ])
})
