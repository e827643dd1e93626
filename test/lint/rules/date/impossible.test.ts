import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('is told by the loader, once, as an error at the value', async () => {
  const linted = await lintExample('published: "2023-02-29"\n')
  expect(linted.findings.map(({ rule, severity, pointer }) => [rule, severity, pointer])).toEqual([
    ['date/impossible', 'error', '/published'],
  ])
  expect(textUnder(linted)).toEqual(['"2023-02-29"'])
})
