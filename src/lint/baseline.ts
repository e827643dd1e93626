import { isUtf8 } from 'node:buffer'
import type { Severity } from '../model/finding.ts'
import { groupBy } from '../model/group-by.ts'
import { compareText } from '../model/order.ts'
import { ownerOf } from './finding-key.ts'
import type { KeyedFinding } from './placed-finding.ts'

/** The findings that are known already, a line each as `findingKey` makes it, and where each line stands. */
export interface Baseline {
  readonly lines: readonly BaselineLine[]
}

interface BaselineLine {
  readonly key: string
  /** 1-based. */
  readonly line: number
}

const HEAD = `# Findings that \`cards lint\` passes over: card or file, rule, place, hash of the value.
# Written by \`cards lint --update-baseline\`; remove lines, but add none by hand.
`

/** Whether a file is a baseline, or empty: no other is read, shown or written over. */
export function isBaseline(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes)) return false
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('utf8').trim()
  return start === '' || start.startsWith(HEAD.slice(0, HEAD.indexOf('\n')))
}

/** Reads a baseline. Lines that start with # are comments. */
export function parseBaseline(text: string): Baseline {
  const lines = text.split(/\r?\n/).map((key, i) => ({ key: key.trim(), line: i + 1 }))
  return { lines: lines.filter(({ key }) => key !== '' && !key.startsWith('#')) }
}

/** A baseline's text: one sorted line a finding. */
export function baselineText(keys: readonly string[]): string {
  return `${HEAD}${[...keys]
    .sort(compareText)
    .map(key => `${key}\n`)
    .join('')}`
}

/** What a baseline makes of some findings. */
export interface Baselined {
  /** For each finding, whether the baseline has it. */
  readonly isKnown: readonly boolean[]
  /** The lines that no finding needs any more. */
  readonly unused: readonly BaselineLine[]
}

/** Holds findings against a baseline. A line stands for one finding: two alike need two lines. */
export function heldAgainst({ lines }: Baseline, keys: readonly string[]): Baselined {
  const left = groupBy(lines, line => line.key)
  const isKnown = keys.map(key => left.get(key)?.shift() !== undefined)
  const unused = [...left.values()].flat().sort((a, b) => a.line - b.line)
  return { isKnown, unused }
}

/** What to say of a line that no finding needs. */
export function unusedLine({ key, line }: BaselineLine, file: string, severity: Severity): KeyedFinding {
  const { owner, rule } = ownerOf(key)
  return {
    rule: 'lint/unused-baseline',
    severity,
    message: `The baseline has a line about \`${rule}\` in ${owner} that no finding needs any more.`,
    help: 'Remove the line; `cards lint --fix` does so.',
    file,
    range: { start: { line, column: 1 }, end: { line, column: key.length + 1 } },
    pointer: '',
    key: `${file} lint/unused-baseline / ${key}`,
    fix: {
      title: 'Remove the line',
      safe: true,
      changes: [],
      edits: [{ range: { start: { line, column: 1 }, end: { line: line + 1, column: 1 } }, text: '' }],
    },
  }
}
