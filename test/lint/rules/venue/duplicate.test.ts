import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('reports each of them with the others, once, even if they claim one domain', async () => {
  const linted = await lintExample({
    files: {
      'venues.yaml':
        '- name: Nature\n  id: nature # first\n  domains: [nature.com]\n- id: other\n  name: Other\n- id: "nature"\n  name: Nature again\n  domains: [nature.com]\n',
    },
  })
  expect(linted.findings.map(({ rule, pointer, message }) => [rule, pointer, message])).toEqual([
    ['venue/duplicate', '/0/id', 'The id `nature` is also that of Nature again.'],
    ['venue/duplicate', '/2/id', 'The id `nature` is also that of Nature.'],
  ])
  expect(textUnder(linted)).toEqual(['nature', '"nature"'])
  expect(linted.findings[0]?.related?.map(({ range }) => range.start.line)).toEqual([6])
})
