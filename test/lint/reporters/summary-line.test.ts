import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/lint/report.ts'
import { summaryLine } from '../../../src/lint/reporters/summary-line.ts'
import type { Severity } from '../../../src/model/finding.ts'
import { reportOf, sampleFinding } from './sample-report.ts'

const safe = { title: 'Mend', safe: true, edits: [] }
const unsafe = { title: 'Mend', safe: false, edits: [] }
const findings = (severities: Severity[], fixes: ('safe' | 'unsafe')[] = []) =>
  severities.map((severity, i) => {
    const fix = fixes[i]
    return sampleFinding({ severity, ...(fix === undefined ? {} : { fix: fix === 'safe' ? safe : unsafe }) })
  })
const line = (found: ReturnType<typeof findings>, changes: Partial<Report> = {}) =>
  summaryLine(reportOf(found, { cardCount: 1046, ...changes }))
    .map(({ text }) => text)
    .join('')

describe('the summary line', () => {
  it('counts what is wrong, and in how many cards', () => {
    const found = findings(['error', 'warning', 'error', 'warning', 'error'], ['safe', 'safe'])
    expect(line(found)).toBe('3 errors, 2 warnings in 1,046 cards; 2 fixable')
  })

  it.each([
    [findings(['error']), '1 error in 1,046 cards'],
    [findings(['info', 'warning']), '1 warning, 1 info in 1,046 cards'],
    [findings(['info', 'info']), '2 infos in 1,046 cards'],
    [findings([]), 'No problems in 1,046 cards'],
    [
      findings(['error', 'error'], ['safe', 'unsafe']),
      '2 errors in 1,046 cards; 1 fixable, 1 more with --unsafe-fixes',
    ],
    [findings(['error'], ['unsafe']), '1 error in 1,046 cards; 1 fixable with --unsafe-fixes'],
  ])('leaves out what there is none of (%#)', (found, expected) => {
    expect(line(found)).toBe(expected)
  })

  it('tells of what is not among the findings', () => {
    const counts = { fixedCount: 3, suppressedCount: 4, baselinedCount: 1200 }
    expect(line([], counts)).toBe('No problems in 1,046 cards; 3 fixed; 4 suppressed; 1,200 in the baseline')
    expect(line(findings(['error'], ['safe']), { ...counts, cardCount: 1, suppressedCount: 0 })).toBe(
      '1 error in 1 card; 1 fixable; 3 fixed; 1,200 in the baseline',
    )
  })
})
