import fc from 'fast-check'
import type { ReportedFinding } from '../../../src/lint/report.ts'
import { range } from './sample-report.ts'

/** Pieces that mean something to terminals, runners, shells, XML, Markdown or YAML. */
const PIECES = [
  '::error::',
  '::set-output name=x::y',
  '::stop-commands::x',
  '##[group]',
  '##[error]x',
  '##vso[task.setvariable variable=x]y',
  '#\u200d#[group]',
  ':\u200b:error::',
  '\n::warning::',
  '\r::warning::',
  '\u2028::warning::',
  '%0A::error::',
  '%25',
  '%',
  '\x1b[31m',
  '\x1b]8;;http://x\x07',
  '\x9b2J',
  '\x85',
  '\x00',
  '\x7f',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u{e0041}',
  '\ud800',
  '\udfff',
  '\ufffe',
  ']]>',
  '<script>',
  '&amp;',
  '"',
  "'",
  '`',
  '|',
  '\\',
  '@someone',
  '[x](1)',
  'a,b',
  'x=y',
  ' ',
  '\t',
  '\n',
  'é',
  '日本',
  '😀',
]

/** Text as a hostile card would have it. */
export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary' })), {
    minLength: 1,
    maxLength: 8,
  })
  .map(pieces => pieces.join(''))

const place = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 2 }))
  .map(([line, column, lines]) => range(line, column, line + lines, lines === 0 ? column + 3 : 2))

/** A finding that holds such text wherever text may come from a card or its path. */
export const hostileFinding: fc.Arbitrary<ReportedFinding> = fc.record(
  {
    rule: fc.constantFrom('schema/value', 'url/valid', 'credibility/reason'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    message: hostileText,
    help: hostileText,
    file: hostileText,
    range: place,
    pointer: hostileText,
    id: hostileText,
    fingerprint: fc.uuid().map(uuid => uuid.replaceAll('-', '')),
    fix: fc.record({
      title: hostileText,
      safe: fc.boolean(),
      edits: fc.array(fc.record({ range: place, text: hostileText }), { minLength: 1, maxLength: 2 }),
    }),
    related: fc.array(fc.record({ file: hostileText, range: place }), { maxLength: 7 }),
  },
  { requiredKeys: ['rule', 'severity', 'message', 'help', 'file', 'range', 'pointer', 'fingerprint'] },
)

export const hostileFindings = fc.array(hostileFinding, { maxLength: 5 })
