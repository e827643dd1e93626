import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sarif } from '../../../src/lint/reporters/sarif.ts'
import { RULES } from '../../../src/lint/rules/index.ts'
import { hostileFindings } from './hostile-finding.ts'
import { commandsIn } from './runner.ts'
import { contextWith, outputOf, range, sampleFinding } from './sample-report.ts'

const fixture = new URL('../../fixtures/lint-reports/sarif-2.1.0.json', import.meta.url)
const schema = JSON.parse(readFileSync(fixture, 'utf8'))
const isSarif = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)

const runOf = (...args: Parameters<typeof outputOf> extends [unknown, ...infer R] ? R : never) => {
  const log = JSON.parse(outputOf(sarif, ...args))
  expect(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 3))).toBe(true)
  expect(log.version).toBe('2.1.0')
  return log.runs[0]
}

describe('the SARIF report', () => {
  it('is valid for every rule that there is', () => {
    const run = runOf([sampleFinding()], contextWith(), { rules: RULES })
    expect(run.tool.driver.rules).toHaveLength(RULES.length)
    for (const rule of run.tool.driver.rules) {
      for (const text of [rule.shortDescription.text, rule.fullDescription.text]) {
        expect(text.length).toBeGreaterThan(10)
        expect(text.length).toBeLessThanOrEqual(1024)
      }
      expect(rule.help.text).not.toBe('')
      expect(rule.help.markdown).toContain(`cards rules ${rule.id}`)
    }
  })

  it('describes rules with their help and severity', () => {
    const { driver } = runOf([]).tool
    expect(driver).toMatchObject({ name: 'source-cards', semanticVersion: '1.2.3' })
    expect(driver.rules).toEqual([
      {
        id: 'schema/value',
        shortDescription: { text: 'Reports a value that is none of those allowed.' },
        fullDescription: { text: 'It is left out wherever the card is used.' },
        help: {
          text: 'Reports a value that is none of those allowed.\n\nIt is left out wherever the card is used.\n\n`cards lint --unsafe-fixes` mends it; read what it did.',
          markdown:
            'Reports a value that is none of those allowed.\n\nIt is left out wherever the card is used.\n\n`cards lint --unsafe-fixes` mends it; read what it did.\n\nReported:\n\n```yaml\ntype: papr\n```\n\nNot reported:\n\n```yaml\ntype: paper\n```\n\n`cards rules schema/value` tells more.',
        },
        helpUri: 'https://www.npmjs.com/package/source-cards#rules',
        defaultConfiguration: { enabled: true, level: 'error' },
        properties: { tags: ['schema'], 'problem.severity': 'error' },
      },
      expect.objectContaining({
        id: 'credibility/unrated',
        defaultConfiguration: { enabled: false, level: 'warning' },
        help: {
          text: expect.anything(),
          // The example holds a fence of three.
          markdown: expect.stringContaining('````yaml\n# a.yaml\ntitle: ```\n\n# b.yaml\ntitle: b\n````'),
        },
      }),
    ])
  })

  it('places results in lines of files of the repository', () => {
    const run = runOf([sampleFinding({ fingerprint: 'ab12' })])
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.results).toEqual([
      {
        ruleId: 'schema/value',
        ruleIndex: 0,
        level: 'error',
        message: { text: '`papr` is not a type. Did you mean `paper`?' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'library/cards/aaaaaaaaaa.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 4, startColumn: 7, endLine: 4, endColumn: 11 },
            },
          },
        ],
        partialFingerprints: { 'sourceCardsFinding/v1': 'ab12' },
      },
    ])
    expect(Object.keys(run.originalUriBaseIds)).toEqual(['%SRCROOT%'])
  })

  it('cuts a region of several lines to the first', () => {
    const [result] = runOf([sampleFinding({ range: range(6, 1, 8, 5) })]).results
    expect(result.locations[0].physicalLocation.region).toEqual({
      startLine: 6,
      startColumn: 1,
      endLine: 6,
      endColumn: 11,
    })
    const files = { 'aaaaaaaaaa.yaml': 'id: x\r\nsummary: |\r\n  two\r\n' }
    const [windows] = runOf([sampleFinding({ range: range(2, 3, 3, 4) })], contextWith({ files })).results
    expect(windows.locations[0].physicalLocation.region).toMatchObject({ endLine: 2, endColumn: 11 })
  })

  it('percent-encodes paths, and gives those outside of the repository whole', () => {
    const uris = ['a b/ü#?%.yaml', '/tmp/a b.yaml', 'C:/a.yaml', '\ud800.yaml'].map(path => {
      const [result] = runOf([sampleFinding()], contextWith({ repositoryPathOf: () => path })).results
      return result.locations[0].physicalLocation.artifactLocation
    })
    expect(uris).toEqual([
      { uri: 'a%20b/%C3%BC%23%3F%25.yaml', uriBaseId: '%SRCROOT%' },
      { uri: 'file:///tmp/a%20b.yaml' },
      { uri: 'file:///C%3A/a.yaml' },
      { uri: '%EF%BF%BD.yaml', uriBaseId: '%SRCROOT%' },
    ])
  })

  it('tells of related places and of fixes, which keep their lines', () => {
    const [result] = runOf([
      sampleFinding({
        severity: 'info',
        related: [{ file: 'bbbbbbbbbb.yaml', range: range(2, 6, 2, 27) }],
        fix: { title: 'Mend it', safe: false, edits: [{ range: range(6, 1, 9, 1), text: '' }] },
      }),
    ]).results
    expect(result.level).toBe('note')
    expect(result.relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'library/cards/bbbbbbbbbb.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 27 },
        },
      },
    ])
    expect(result.fixes).toEqual([
      {
        description: { text: 'Mend it' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'library/cards/aaaaaaaaaa.yaml', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 6, startColumn: 1, endLine: 9, endColumn: 1 },
                insertedContent: { text: '' },
              },
            ],
          },
        ],
      },
    ])
  })

  it('leaves out a fix that edits alone do not say', () => {
    const fix = { title: 'Remove it', safe: true, removesByteOrderMark: true, edits: [] } as const
    expect(runOf([sampleFinding({ fix })]).results[0]).not.toHaveProperty('fixes')
  })

  it('makes no link of what a card says', () => {
    const [result] = runOf([sampleFinding({ message: '`[x](http://evil.example)`', help: 'Mend.' })]).results
    expect(result.message.text).toBe('`[x\\](http://evil.example)` Mend.')
  })

  it('has no index for a finding of no rule in the list', () => {
    expect(runOf([sampleFinding({ rule: 'file/unreadable' })]).results[0]).not.toHaveProperty('ruleIndex')
  })

  it('is valid, and no command, whatever cards say', () => {
    fc.assert(
      fc.property(hostileFindings, findings => {
        const output = outputOf(sarif, findings)
        const log = JSON.parse(output)
        expect(isSarif(log)).toBe(true)
        const results: { message: { text: string }; locations: unknown[] }[] = log.runs[0].results
        expect(results.map(({ message }) => message.text.replaceAll('\\](', ']('))).toEqual(
          findings.map(({ message, help }) => `${message} ${help}`.replaceAll('\\](', '](')),
        )
        for (const [, uri] of output.matchAll(/"uri":"([^"]*)"/g)) expect(uri).toMatch(/^[\w\-.!~*'()%/]*$/)
        expect(output).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]/)
        expect(commandsIn(output)).toEqual([])
        expect(output.endsWith('}\n')).toBe(true)
      }),
    )
  })
})
