import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { json } from '../../../src/lint/reporters/json.ts'
import { ndjson } from '../../../src/lint/reporters/ndjson.ts'
import { hostileFindings } from './hostile-finding.ts'
import { commandsIn } from './runner.ts'
import { contextWith, outputOf, range, sampleFinding } from './sample-report.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../../schemas/output-lint.schema.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: true, allErrors: true })
const isReport = ajv.compile(schema)
const isFinding = ajv.compile({ $ref: `${schema.$id}#/$defs/finding` })

/** What could drive a terminal, reorder it, or end a line of a program. */
const HARMFUL =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ud800-\udfff]|[\u{e0000}-\u{e007f}]/u

const edited = sampleFinding({
  fingerprint: 'ab12',
  fix: { title: 'Rename', safe: true, edits: [{ range: range(4, 7, 4, 11), text: 'paper' }] },
  related: [{ file: 'bbbbbbbbbb.yaml', range: range(2, 6, 2, 27) }],
})

describe('the JSON report', () => {
  it('has the counts and every finding', () => {
    const output = outputOf(json, [edited], contextWith(), { suppressedCount: 2 })
    expect(JSON.parse(output)).toEqual({
      version: '1.2.3',
      summary: {
        errors: 1,
        warnings: 0,
        infos: 0,
        fixable: 1,
        fixable_unsafely: 0,
        fixed: 0,
        suppressed: 2,
        baselined: 0,
        cards: 2,
        files: 2,
      },
      findings: [
        {
          rule: 'schema/value',
          severity: 'error',
          message: '`papr` is not a type.',
          help: 'Did you mean `paper`?',
          file: 'aaaaaaaaaa.yaml',
          path: 'cards/aaaaaaaaaa.yaml',
          range: range(4, 7, 4, 11),
          pointer: '/type',
          id: 'aaaaaaaaaa',
          fix: { title: 'Rename', safe: true, edits: [{ range: range(4, 7, 4, 11), text: 'paper' }] },
          related: [{ file: 'bbbbbbbbbb.yaml', path: 'cards/bbbbbbbbbb.yaml', range: range(2, 6, 2, 27) }],
          fingerprint: 'ab12',
        },
      ],
    })
    expect(isReport(JSON.parse(output)), JSON.stringify(isReport.errors)).toBe(true)
  })

  it('is valid when nothing is found', () => {
    const output = outputOf(json, [])
    expect(output).toMatch(/"findings": \[\]\n\}\n$/)
    expect(isReport(JSON.parse(output))).toBe(true)
  })

  it('tells of a byte-order mark that goes', () => {
    const fix = { title: 'Remove it', safe: true, removesByteOrderMark: true, edits: [] } as const
    const value = JSON.parse(outputOf(json, [sampleFinding({ fix })]))
    expect(value.findings[0].fix).toEqual({
      title: 'Remove it',
      safe: true,
      removes_byte_order_mark: true,
      edits: [],
    })
    expect(isReport(value)).toBe(true)
  })

  it('leaves out what only this program needs', () => {
    const keyed = { ...sampleFinding(), key: 'for the baseline' }
    expect(isReport(JSON.parse(outputOf(json, [keyed])))).toBe(true)
  })

  it('has examples in its schema that fit it', () => {
    expect(schema.examples.map((example: unknown) => isReport(example))).toEqual([true])
    for (const [name, { examples }] of Object.entries<{ examples: unknown[] }>(schema.$defs)) {
      const isExample = ajv.compile({ $ref: `${schema.$id}#/$defs/${name}` })
      expect(examples.every(example => isExample(example))).toBe(true)
    }
  })

  it('holds every value, and nothing that could drive a terminal or a runner', () => {
    fc.assert(
      fc.property(hostileFindings, findings => {
        const output = outputOf(json, findings)
        const value = JSON.parse(output)
        expect(isReport(value)).toBe(true)
        for (const [i, finding] of findings.entries())
          expect(value.findings[i]).toMatchObject({
            message: finding.message,
            help: finding.help,
            file: finding.file,
            pointer: finding.pointer,
          })
        expect(output).not.toMatch(HARMFUL)
        expect(commandsIn(output)).toEqual([])
        expect(output.endsWith('}\n')).toBe(true)
      }),
    )
  })
})

describe('the NDJSON report', () => {
  it('is one finding a line, and nothing when there is none', () => {
    expect(outputOf(ndjson, [])).toBe('')
    const lines = outputOf(ndjson, [edited, sampleFinding()]).split('\n')
    expect(lines).toHaveLength(3)
    for (const line of lines.slice(0, 2)) expect(isFinding(JSON.parse(line))).toBe(true)
  })

  it('holds every value, and nothing that could drive a terminal or a runner', () => {
    fc.assert(
      fc.property(hostileFindings, findings => {
        const output = outputOf(ndjson, findings)
        const values = output
          .split('\n')
          .slice(0, -1)
          .map(line => JSON.parse(line))
        expect(values.map(({ message }) => message)).toEqual(findings.map(({ message }) => message))
        expect(values.every(value => isFinding(value))).toBe(true)
        expect(output).not.toMatch(HARMFUL)
        expect(commandsIn(output)).toEqual([])
      }),
    )
  })
})
