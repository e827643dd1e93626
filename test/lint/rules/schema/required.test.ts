import { expect, it } from 'vitest'
import { fixedFile } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const REST = 'url: https://www.rfc-editor.org/rfc/rfc2606\ntitle: A title\ntype: web\n'
const WITHOUT_ID = `id:\n${REST}`

it('points at the mapping that lacks a key, and at the ID of a card that does', async () => {
  expect(textUnder(await lintExample('credibility:\n  reason: R\n'))).toEqual(['credibility'])
  const card = 'type: web\nid: aB3dE5gH7j\nurl: https://www.rfc-editor.org/a\n'
  expect(textUnder(await lintExample({ files: { 'aB3dE5gH7j.yml': card } }))).toEqual(['id'])
})

it('adds an ID at the top where there is no key for it', async () => {
  const example = { files: { 'aB3dE5gH7j.yml': REST } }
  expect(await fixedFile(example, 'schema/required', 'aB3dE5gH7j.yml')).toBe(`id: aB3dE5gH7j\n${REST}`)
})

it('gives a card the ID that its file is named after', async () => {
  const example = { files: { 'aB3dE5gH7j.yaml': WITHOUT_ID } }
  expect(await fixedFile(example, 'schema/required')).toBe(`id: aB3dE5gH7j\n${REST}`)
})

it('mints an ID where the name of the file is none, or another card has it', async () => {
  const files = { 'a.yaml': WITHOUT_ID, 'aB3dE5gH7j.yaml': 'id:\n', 'b.yaml': 'id: aB3dE5gH7j\n' }
  const minted = await fixedFile({ files }, 'schema/required', 'a.yaml')
  expect(minted).toMatch(/^id: [A-Za-z0-9]{10}\nurl/)
  const other = await fixedFile({ files }, 'schema/required')
  expect(other).toMatch(/^id: (?!aB3dE5gH7j)[A-Za-z0-9]{10}$/m)
})
