import type { Report, ReportContext, ReportedFinding, Reporter } from '../../../src/lint/report.ts'
import { loadRule, type Rule, textRule } from '../../../src/lint/rule.ts'
import { SourceText } from '../../../src/load/source-text.ts'
import type { Range } from '../../../src/model/place.ts'

/** The files that the sample findings are about. */
export const FILES: Readonly<Record<string, string>> = {
  'aaaaaaaaaa.yaml':
    'id: aaaaaaaaaa\nurl: https://example.org/a\ntitle: A first card\ntype: papr\ntags: [Ab, cd]\nsummary: |\n  Some text\n  of two lines.\n',
  'bbbbbbbbbb.yaml': 'id: bbbbbbbbbb\nurl: https://example.org/a\ntitle: A second card\ntype: web\n',
}

/** Rules as the samples have them. */
export const SAMPLE_RULES: readonly Rule[] = [
  loadRule({
    id: 'schema/value',
    severity: 'error',
    summary: 'a value that is none of those allowed',
    why: 'It is left out wherever the card is used.',
    fixes: 'unsafe',
    examples: { bad: ['type: papr\n'], good: ['type: paper\n'] },
  }),
  textRule({
    id: 'credibility/unrated',
    severity: 'off',
    summary: 'a card without a rating',
    why: 'Readers do not know how far to trust it.',
    examples: { bad: [{ files: { 'a.yaml': 'title: ```\n', 'b.yaml': 'title: b\n' } }], good: [] },
    check: () => [],
  }),
]

/** A range by its four numbers. */
export function range(line: number, column: number, endLine: number, endColumn: number): Range {
  return { start: { line, column }, end: { line: endLine, column: endColumn } }
}

let count = 0

/** A finding about the type of the first card, with changes. */
export function sampleFinding(changes: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: 'schema/value',
    severity: 'error',
    message: '`papr` is not a type.',
    help: 'Did you mean `paper`?',
    file: 'aaaaaaaaaa.yaml',
    range: range(4, 7, 4, 11),
    pointer: '/type',
    id: 'aaaaaaaaaa',
    fingerprint: (++count).toString(16).padStart(32, '0'),
    ...changes,
  }
}

/** A report of findings, on two files. */
export function reportOf(findings: readonly ReportedFinding[], changes: Partial<Report> = {}): Report {
  return {
    findings,
    files: Object.keys(FILES),
    cardCount: 2,
    rules: SAMPLE_RULES,
    suppressedCount: 0,
    baselinedCount: 0,
    fixedCount: 0,
    ...changes,
  }
}

/** What a file gets, with changes. */
export function contextWith(
  changes: Partial<ReportContext> & { files?: Readonly<Record<string, string>> } = {},
): ReportContext {
  const { files = FILES, ...rest } = changes
  const sources = new Map<string, SourceText>()
  return {
    terminal: { columns: 80, color: 0, hyperlinks: false, unicode: true },
    isTerminal: false,
    inActions: false,
    pathOf: file => `cards/${file}`,
    repositoryPathOf: file => `library/cards/${file}`,
    sourceOf: file => {
      const source = sources.get(file) ?? new SourceText(file, 'card', Buffer.from(files[file] ?? ''))
      sources.set(file, source)
      return source
    },
    version: '1.2.3',
    ...rest,
  }
}

/** All that a reporter writes. */
export function outputOf(
  reporter: Reporter,
  findings: readonly ReportedFinding[],
  context: ReportContext = contextWith(),
  changes: Partial<Report> = {},
): string {
  return [...reporter.report(reportOf(findings, changes), context)].join('')
}
