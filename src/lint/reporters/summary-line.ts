import { counted, grouped } from '../../model/count-text.ts'
import { type Span, span } from '../../render/span.ts'
import type { Report } from '../report.ts'
import { countsOf, severityCounts } from './counts.ts'

/**
 * What a report comes to, on one line: `3 errors, 2 warnings in 1,046 cards; 2 fixable`, or `No problems in 1,046 cards`.
 * After that what is not among the findings, if there is any.
 */
export function summaryLine(report: Report): Span[] {
  const found = severityCounts(report).flatMap(({ severity, text }, i) => [
    span(i === 0 ? '' : ', '),
    span(text, severity),
  ])
  return [
    ...(found.length > 0 ? found : [span('No problems', 'good')]),
    span(` in ${counted(report.cardCount, 'card')}`),
    span(
      asides(report)
        .map(aside => `; ${aside}`)
        .join(''),
    ),
  ]
}

function asides(report: Report): string[] {
  const { suppressedCount, baselinedCount, fixedCount } = report
  return [
    ...fixable(report),
    ...(fixedCount > 0 ? [`${grouped(fixedCount)} fixed`] : []),
    ...(suppressedCount > 0 ? [`${grouped(suppressedCount)} suppressed`] : []),
    ...(baselinedCount > 0 ? [`${grouped(baselinedCount)} in the baseline`] : []),
  ]
}

function fixable(report: Report): string[] {
  const { fixable, unsafelyFixable } = countsOf(report)
  if (fixable === 0)
    return unsafelyFixable === 0 ? [] : [`${grouped(unsafelyFixable)} fixable with --unsafe-fixes`]
  const more = unsafelyFixable === 0 ? '' : `, ${grouped(unsafelyFixable)} more with --unsafe-fixes`
  return [`${grouped(fixable)} fixable${more}`]
}
