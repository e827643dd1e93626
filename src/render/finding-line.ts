import type { Finding } from '../model/finding.ts'
import { type Span, span } from './span.ts'

/**
 * A finding on one line, with its place in front, as editors and terminals open it:
 * `cards/x.yaml:3:7: error: what, and what to do [rule]`. Its texts are not neutral yet.
 * @param path of the file, as the user would name it
 */
export function findingSpans(path: string, finding: Finding): Span[] {
  const { range, severity, message, help, rule } = finding
  return [
    span(`${path}:${range.start.line}:${range.start.column}: `),
    span(`${severity}:`, severity),
    span(` ${message} ${help} `),
    span(`[${rule}]`, 'muted'),
  ]
}
