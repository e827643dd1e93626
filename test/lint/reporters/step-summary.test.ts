import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepSummary } from '../../../src/lint/reporters/step-summary.ts'
import { hostileFindings } from './hostile-finding.ts'
import { contextWith, reportOf, sampleFinding } from './sample-report.ts'

const summary = (...args: Parameters<typeof reportOf>) => stepSummary(reportOf(...args), contextWith())

describe('the summary of a step', () => {
  it('is the summary line and a table, most severe first', () => {
    const fix = { title: 'Mend', safe: true, edits: [] }
    const warning = sampleFinding({ severity: 'warning', rule: 'tag/format', fix })
    expect(summary([warning, sampleFinding()])).toBe(
      [
        '### cards lint',
        '',
        '1 error, 1 warning in 2 cards; 1 fixable',
        '',
        '| Severity | Place | Problem | Rule |',
        '| :-- | :-- | :-- | :-- |',
        '| error | <code>library/cards/aaaaaaaaaa.yaml&#58;4&#58;7</code> | <code>papr</code> is not a type. Did you mean <code>paper</code>? | <code>schema/value</code> |',
        '| warning | <code>library/cards/aaaaaaaaaa.yaml&#58;4&#58;7</code> | <code>papr</code> is not a type. Did you mean <code>paper</code>?<br>fixable | <code>tag/format</code> |',
        '',
      ].join('\n'),
    )
  })

  it('has no table when nothing is found', () => {
    expect(summary([])).toBe('### cards lint\n\nNo problems in 2 cards\n')
  })

  it.each([
    ['a | b', 'a &#124; b'],
    ['<img src=x>', '&#60;img src=x&#62;'],
    ['a `b', 'a &#96;b'],
    ['by @someone', 'by <code>&#64;</code>someone'],
    ['`@someone`', '<code>&#64;someone</code>'],
    ['![x](http://x)', '&#33;&#91;x&#93;&#40;http&#58;//x&#41;'],
    ['two\nlines', 'two lines'],
    ['see www.example.org', 'see www&#46;example.org'],
    ['&lt;', '&#38;lt;'],
  ])('shows %j as it is', (message, expected) => {
    expect(summary([sampleFinding({ message })])).toContain(`| ${expected} Did you mean`)
  })

  it('keeps below what GitHub takes, and says what is left out', () => {
    const findings = Array.from({ length: 3000 }, () => sampleFinding({ message: 'ü'.repeat(500) }))
    const text = summary(findings)
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576)
    expect(Buffer.byteLength(text)).toBeGreaterThan(950_000)
    const rows = text.match(/^\| error/gm)?.length ?? 0
    const left = (3000 - rows).toLocaleString('en-US')
    expect(text.endsWith(`\n${left} problems left out, as the summary would be too long.\n`)).toBe(true)
  })

  it('is a row a finding, without markup of its own, whatever cards say', () => {
    fc.assert(
      fc.property(hostileFindings, findings => {
        const rows = summary(findings).split('\n').slice(6, -1)
        expect(rows).toHaveLength(findings.length)
        for (const row of rows) {
          expect(row.split('|')).toHaveLength(6)
          const own = row.replace(/<\/?code>|<br>|&#\d+;/g, '')
          expect(own).not.toMatch(/[<>&`*_[\]\\@!~$\0-\x1f\x7f-\x9f\u202e]/)
        }
      }),
    )
  })
})
