import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gitlab } from '../../../src/lint/reporters/gitlab.ts'
import { hostileFindings } from './hostile-finding.ts'
import { commandsIn } from './runner.ts'
import { outputOf, range, sampleFinding } from './sample-report.ts'

const fixture = new URL('../../fixtures/lint-reports/gitlab-code-quality.json', import.meta.url)
const isCodeQuality = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(fixture, 'utf8')))

describe('the report for GitLab', () => {
  it('is a Code Quality report', () => {
    const value = JSON.parse(outputOf(gitlab, [sampleFinding({ fingerprint: 'ab12' })]))
    expect(value).toEqual([
      {
        description: '`papr` is not a type. Did you mean `paper`? (schema/value)',
        check_name: 'schema/value',
        fingerprint: 'ab12',
        severity: 'major',
        location: { path: 'library/cards/aaaaaaaaaa.yaml', lines: { begin: 4 } },
      },
    ])
    expect(isCodeQuality(value)).toBe(true)
  })

  it('is an empty array when nothing is found, so that GitLab sees what was resolved', () => {
    expect(outputOf(gitlab, [])).toBe('[]\n')
  })

  it('has the severities of GitLab', () => {
    const findings = (['error', 'warning', 'info'] as const).map(severity => sampleFinding({ severity }))
    const value: { severity: string }[] = JSON.parse(outputOf(gitlab, findings))
    expect(value.map(({ severity }) => severity)).toEqual(['major', 'minor', 'info'])
  })

  it('has the same fingerprint when lines have moved', () => {
    const finding = sampleFinding()
    const moved = { ...finding, range: range(9, 7, 9, 11) }
    const [a, b] = [finding, moved].map(each => JSON.parse(outputOf(gitlab, [each]))[0])
    expect(a.fingerprint).toBe(b.fingerprint)
  })

  it('is valid, and no command, whatever cards say', () => {
    fc.assert(
      fc.property(hostileFindings, findings => {
        const output = outputOf(gitlab, findings)
        const value: { description: string; location: { path: string } }[] = JSON.parse(output)
        expect(isCodeQuality(value)).toBe(true)
        expect(value.map(({ description }) => description)).toEqual(
          findings.map(({ message, help, rule }) => `${message} ${help} (${rule})`),
        )
        expect(value.map(({ location }) => location.path)).toEqual(
          findings.map(({ file }) => `library/cards/${file}`),
        )
        expect(output).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]/)
        expect(commandsIn(output)).toEqual([])
      }),
    )
  })
})
