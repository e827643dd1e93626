import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { junit } from '../../../src/lint/reporters/junit.ts'
import { directoryWith } from '../../support/library.ts'
import { hostileFindings } from './hostile-finding.ts'
import { commandsIn } from './runner.ts'
import { contextWith, outputOf, range, sampleFinding } from './sample-report.ts'
import { parseXml } from './xml.ts'

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined
const xsd = fileURLToPath(new URL('../../fixtures/lint-reports/junit.xsd', import.meta.url))

/** What XML 1.0 has a place for. */
const allowed = (text: string) => text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

describe('the JUnit report', () => {
  it('has a suite for each file, and a case for each finding', () => {
    const warning = sampleFinding({
      severity: 'warning',
      rule: 'tag/format',
      pointer: '/tags/0',
      message: 'A <b>.',
    })
    expect(outputOf(junit, [sampleFinding(), warning])).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="cards lint" tests="3" failures="1" errors="0">',
        '  <testsuite name="library/cards/aaaaaaaaaa.yaml" tests="2" failures="1" errors="0" skipped="0">',
        '    <testcase name="schema/value /type" classname="library/cards/aaaaaaaaaa"><failure message="`papr` is not a type." type="schema/value">library/cards/aaaaaaaaaa.yaml:4:7: error: `papr` is not a type. Did you mean `paper`? [schema/value]</failure></testcase>',
        '    <testcase name="tag/format /tags/0" classname="library/cards/aaaaaaaaaa"><system-out>library/cards/aaaaaaaaaa.yaml:4:7: warning: A &#60;b&#62;. Did you mean `paper`? [tag/format]</system-out></testcase>',
        '  </testsuite>',
        '  <testsuite name="library/cards/bbbbbbbbbb.yaml" tests="1" failures="0" errors="0" skipped="0">',
        '    <testcase name="no problems" classname="library/cards/bbbbbbbbbb"/>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    )
  })

  it('has one case that passes for each file of a clean run', () => {
    const root = parseXml(outputOf(junit, []))
    expect(root.attributes).toMatchObject({ tests: '2', failures: '0' })
    for (const suite of root.children) expect(suite.children.map(({ children }) => children)).toEqual([[]])
  })

  it('names cases without their lines, and no two alike', () => {
    const names = [range(1, 1, 1, 2), range(2, 1, 2, 2)].map(place => sampleFinding({ range: place }))
    const [suite] = parseXml(outputOf(junit, names)).children
    expect(suite?.children.map(({ attributes }) => attributes.name)).toEqual([
      'schema/value /type',
      'schema/value /type (2)',
    ])
  })

  it('has a suite for a file that only findings name', () => {
    const root = parseXml(outputOf(junit, [sampleFinding({ file: 'other.yaml' })]))
    expect(root.children.map(({ attributes }) => attributes.name)).toContain('library/cards/other.yaml')
    expect(root.attributes.tests).toBe('3')
  })

  it('is well-formed, and no command, whatever cards say', () => {
    fc.assert(
      fc.property(hostileFindings, findings => {
        const output = outputOf(junit, findings, contextWith(), { files: [] })
        const failures = parseXml(output)
          .children.flatMap(({ children }) => children)
          .flatMap(({ children }) => children.filter(({ name }) => name === 'failure'))
        const errors = findings.filter(({ severity }) => severity === 'error')
        expect(failures.map(({ attributes }) => attributes.message).sort()).toEqual(
          errors.map(({ message }) => allowed(message)).sort(),
        )
        for (const { message, help } of errors.map(({ message, help }) => ({ message, help })))
          expect(failures.some(({ text }) => text.includes(allowed(`${message} ${help}`)))).toBe(true)
        expect(output).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028\ufeff]/)
        expect(commandsIn(output)).toEqual([])
        expect(output.endsWith('</testsuites>\n')).toBe(true)
      }),
    )
  })

  it.skipIf(!hasXmllint)('is what xmllint takes for JUnit', () => {
    const samples = fc.sample(hostileFindings, { numRuns: 20, seed: 1 })
    const reports = [[], [sampleFinding(), sampleFinding({ severity: 'info' })], ...samples]
    const entries = reports.map((findings, i) => [`${i}.xml`, outputOf(junit, findings)])
    const root = directoryWith(Object.fromEntries(entries))
    const files = entries.map(([name = '']) => join(root, name))
    execFileSync('xmllint', ['--noout', '--schema', xsd, ...files], { stdio: 'pipe' })
  })
})
