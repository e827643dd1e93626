import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const BEFORE = { 'aB3dE5gH7j.yaml': '', 'cD5fG7iJ9l.yaml': '' }

it('is told at the file that is gone', async () => {
  const linted = await lintExample({ files: { 'aB3dE5gH7j.yaml': '' }, before: BEFORE })
  expect(textUnder(linted)).toEqual([''])
  expect(linted.findings).toMatchObject([
    {
      rule: 'id/removed',
      file: 'cD5fG7iJ9l.yaml',
      range: { start: { line: 1, column: 1 } },
      help: 'Bring the file back; then `cards retire cD5fG7iJ9l` gives it up, and `cards merge KEEP cD5fG7iJ9l` puts what it has into the card that replaces it.',
    },
  ])
})

it('says nothing of a card that is there but cannot be read', async () => {
  const { findings } = await lintExample({
    files: { 'aB3dE5gH7j.yaml': '', 'cD5fG7iJ9l.yaml': 'notes: "\n' },
    before: BEFORE,
  })
  expect(findings.map(({ rule }) => rule)).toEqual(['yaml/syntax'])
})
