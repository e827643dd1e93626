import { expect, it } from 'vitest'
import { applyEdits } from '../../../../src/edit/text-edit.ts'
import { bareDoi } from '../../../../src/lint/rules/identifier/bare-doi.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['10.1038/nature14539', '10.1038/nature14539'],
  ['10.1016/S0140-6736(05)67394-1', '10.1016/S0140-6736(05)67394-1'],
  ['10.1016/0004-3702(90)90001(x)', '10.1016/0004-3702(90)90001(x)'],
  ['10.1002/(SICI)1097-4571(199505)46:4<249::AID-ASI4>3.0.CO;2-1', undefined],
  ['10.1038/nature14539.', '10.1038/nature14539'],
  ['10.1038/nature14539),', '10.1038/nature14539'],
  ['10.1038/nature14539"', '10.1038/nature14539'],
  ['10.3389/fpsyg.2020.00001/full', '10.3389/fpsyg.2020.00001'],
  ['10.1162/full', '10.1162/full'],
])('%s is bare as %s', (text, bare = text) => {
  expect(bareDoi(text)).toBe(bare)
})

it('writes the bare DOI, be it the loader that found it or the rule', async () => {
  for (const [text, bare] of [
    ['"https://doi.org/10.1038/nature14539" # journal', '"10.1038/nature14539" # journal'],
    ['doi:10.1038/nature14539', '10.1038/nature14539'],
    ['10.1038/nature14539;', '10.1038/nature14539'],
  ]) {
    const linted = await lintExample(`doi: ${text}\n`)
    expect(linted.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([['identifier/doi', '/doi']])
    const source = linted.sourceOf('aB3dE5gH7j.yaml')
    const edits = linted.findings[0]?.fix?.edits ?? []
    const spans = edits.map(edit => ({ span: source.span(edit.range), text: edit.text }))
    expect(applyEdits(source.text, spans)).toContain(`doi: ${bare}\n`)
  }
})

it('has no fix for what is no DOI in any form', async () => {
  const linted = await lintExample('doi: somewhere\n')
  expect(linted.findings.map(({ rule, fix }) => [rule, fix])).toEqual([['identifier/doi', undefined]])
  expect(textUnder(linted)).toEqual(['somewhere'])
})
