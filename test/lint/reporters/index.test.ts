import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { REPORTERS } from '../../../src/lint/reporters/index.ts'
import { contextWith, outputOf, sampleFinding } from './sample-report.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const sources = fileURLToPath(new URL('../../../src/lint/reporters', import.meta.url))

describe('the list of reporters', () => {
  it('has the formats that are promised, the default first', () => {
    expect(REPORTERS.map(({ name }) => name)).toEqual([
      'pretty',
      'concise',
      'json',
      'ndjson',
      'github',
      'gitlab',
      'sarif',
      'junit',
    ])
  })

  it.each(REPORTERS.map(reporter => [reporter.name, reporter] as const))(
    '%s has a file, a summary on one line, and a test',
    (name, reporter) => {
      expect(readdirSync(sources)).toContain(`${name}.ts`)
      expect(existsSync(`${folder}${name === 'ndjson' ? 'json' : name}.test.ts`)).toBe(true)
      expect(reporter.summary).toMatch(/^[^\n]{10,80}[^\n.]$/)
    },
  )

  it.each(REPORTERS.map(reporter => [reporter.name, reporter] as const))(
    '%s gives the same bytes again, which end with a line break',
    (_, reporter) => {
      const findings = [sampleFinding(), sampleFinding({ severity: 'info' })]
      const output = outputOf(reporter, findings)
      expect(outputOf(reporter, findings)).toBe(output)
      expect(output.endsWith('\n')).toBe(true)
    },
  )

  it.each(
    REPORTERS.filter(({ name }) => !['pretty', 'concise'].includes(name)).map(
      each => [each.name, each] as const,
    ),
  )('%s, which programs read, is the same wherever it goes', (_, reporter) => {
    const findings = [sampleFinding({ message: '##[group]\n::error::x' })]
    const inActions = contextWith({
      inActions: true,
      isTerminal: true,
      terminal: { columns: 40, color: 3, hyperlinks: true, unicode: false },
    })
    expect(outputOf(reporter, findings, inActions)).toBe(outputOf(reporter, findings))
  })
})
