import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concise } from '../../../src/lint/reporters/concise.ts'
import { neutralText } from '../../../src/model/neutral.ts'
import { isPlain } from '../../../src/model/plain-width.ts'
import { hostileFindings } from './hostile-finding.ts'
import { commandsIn } from './runner.ts'
import { contextWith, outputOf, sampleFinding } from './sample-report.ts'

describe('the concise report', () => {
  it('is one line a finding, with its place in front, and the summary', () => {
    expect(outputOf(concise, [sampleFinding()])).toBe(
      [
        'cards/aaaaaaaaaa.yaml:4:7: error: `papr` is not a type. Did you mean `paper`? [schema/value]\n',
        '1 error in 2 cards\n',
      ].join(''),
    )
  })

  it('has colour where there is colour, and the same text', () => {
    const context = contextWith({
      terminal: { columns: 80, color: 1, hyperlinks: false, unicode: true },
      isTerminal: true,
    })
    const output = outputOf(concise, [sampleFinding()], context)
    expect(output).toContain('cards/aaaaaaaaaa.yaml:4:7: \x1b[')
    expect(stripVTControlCharacters(output)).toBe(outputOf(concise, [sampleFinding()]))
  })

  it('is one neutral line a finding, and no command, whatever cards say', () => {
    fc.assert(
      fc.property(hostileFindings, fc.boolean(), (findings, isTerminal) => {
        const output = outputOf(
          concise,
          findings,
          contextWith({ isTerminal, inActions: true, pathOf: file => file }),
        )
        expect(output.split('\n')).toHaveLength(findings.length + 2)
        expect(isPlain(output.replaceAll('\n', '')) || neutralText(output) === output).toBe(true)
        expect(commandsIn(output)).toEqual([])
      }),
    )
  })
})
