import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the file, and says why it cannot be read', async () => {
  const linted = await lintExample('preview:\n  file: ../secret.txt\n')
  expect(textUnder(linted)).toEqual(['../secret.txt'])
  expect(linted.findings[0]?.message).toBe('The file `../secret.txt` is outside the library.')
})
