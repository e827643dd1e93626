import { expect, it } from 'vitest'
import { lintExample } from '../../../support/lint-example.ts'

const BEFORE = { 'aB3dE5gH7j.yaml': '', 'cD5fG7iJ9l.yaml': '' }

it('is told at the file that is gone', async () => {
  const { findings } = await lintExample({ files: { 'aB3dE5gH7j.yaml': '' }, before: BEFORE })
  expect(findings).toMatchObject([
    { rule: 'id/removed', file: 'cD5fG7iJ9l.yaml', range: { start: { line: 1, column: 1 } } },
  ])
})

it('says nothing of a card that is there but cannot be read', async () => {
  const { findings } = await lintExample({
    files: { 'aB3dE5gH7j.yaml': '', 'cD5fG7iJ9l.yaml': 'notes: "\n' },
    before: BEFORE,
  })
  expect(findings.map(({ rule }) => rule)).toEqual(['yaml/syntax'])
})
