import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('reports each of them with the others', async () => {
  const linted = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': '',
      'pages.yaml':
        '- title: Scaling laws\n  id: scaling # first\n- id: other\n  title: Other\n- id: "scaling"\n  title: Scaling up\n',
    },
  })
  expect(linted.findings.map(({ rule, file, pointer, message }) => [rule, file, pointer, message])).toEqual([
    ['page/duplicate', 'pages.yaml', '/0/id', 'The id `scaling` is also that of Scaling up.'],
    ['page/duplicate', 'pages.yaml', '/2/id', 'The id `scaling` is also that of Scaling laws.'],
  ])
  expect(textUnder(linted)).toEqual(['scaling', '"scaling"'])
  expect(linted.findings[0]?.related?.map(({ range }) => range.start.line)).toEqual([5])
})
