import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../edit/change.ts'
import { withEdits } from '../edit/edited-file.ts'
import { SpanSet } from '../edit/span-set.ts'
import { applyEdits, type TextEdit } from '../edit/text-edit.ts'
import { textEdits } from '../edit/text-edits.ts'
import type { Overlay } from '../load/library-files.ts'
import { SourceText } from '../load/source-text.ts'
import { groupBy } from '../model/group-by.ts'
import { sha256Hex } from '../model/sha256.ts'
import type { Linted } from './lint.ts'
import type { KeyedFinding, PlannedFix } from './placed-finding.ts'

/** A library as fixes would leave it. */
export interface FixedLibrary {
  /** What the files are to hold that change. */
  readonly files: Overlay
  /** The findings that had a fix and are gone. */
  readonly fixed: readonly KeyedFinding[]
  /** What is found then. */
  readonly linted: Linted
}

/**
 * Applies fixes until none is left, in memory. Each round takes of every file the fixes that do not touch each
 * other, makes one set of text edits of them, and lints again: one fix may uncover another. A file that would become
 * what it was before, as two rules undo each other, is left as it is.
 * @param first what linting found in the library as it is
 * @param lint lints the library with some files changed
 * @param isWanted whether a finding is to be mended
 */
export async function fixLibrary(
  first: Linted,
  lint: (files: Overlay) => Promise<Linted>,
  isWanted: (finding: KeyedFinding) => boolean,
): Promise<FixedLibrary> {
  const files = new Map<string, Uint8Array>()
  const seen = new Set<string>()
  const fixable = ({ findings }: Linted) =>
    findings.filter(finding => finding.fix !== undefined && isWanted(finding))
  let linted = first
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const [path, findings] of groupBy(fixable(linted), finding => finding.file)) {
      const source = linted.sourceOf(path)
      seen.add(stateOf(path, source.bytes))
      const bytes = fixedBytes(source, findings)
      if (bytes === undefined || seen.has(stateOf(path, bytes))) continue
      files.set(path, bytes)
      isChanged = true
    }
    if (isChanged) linted = await lint(files)
  }
  return { files, fixed: withoutAll(fixable(first), linted.findings), linted }
}

function stateOf(path: string, bytes: Uint8Array): string {
  return `${path}\n${sha256Hex(Buffer.from(bytes).toString('latin1'))}`
}

/** The findings of a list that are not in another, each as often as it is there more often. */
function withoutAll(findings: readonly KeyedFinding[], others: readonly KeyedFinding[]): KeyedFinding[] {
  const left = groupBy(others, finding => finding.key)
  return findings.filter(finding => left.get(finding.key)?.pop() === undefined)
}

/** Changes of values come first; edits that leave them as they are, in the next round. */
function fixedBytes(source: SourceText, findings: readonly KeyedFinding[]): Uint8Array | undefined {
  if (!source.isReadable) return undefined
  const changing = findings.filter(({ fix }) => changesOf(fix).length > 0)
  const chosen = changing.length > 0 ? untangledChanges(source, changing) : untangledEdits(source, findings)
  if (chosen === undefined) return undefined
  const keepsMark = !chosen.used.some(({ fix }) => fix?.removesByteOrderMark)
  return withEdits(source, chosen.edits, keepsMark)
}

interface Chosen {
  readonly edits: readonly TextEdit[]
  readonly used: readonly KeyedFinding[]
}

/** As many changes as can be made at once; the others have their turn in the next round. */
function untangledChanges(source: SourceText, findings: readonly KeyedFinding[]): Chosen | undefined {
  const taken: Change[] = []
  const used = findings.filter(({ fix }) => {
    const changes = changesOf(fix)
    if (changes.some(change => taken.some(other => areEntangled(change, other)))) return false
    taken.push(...changes)
    return true
  })
  const together = textEdits(source, taken)
  if (together) return { edits: together, used }
  for (const finding of findings) {
    const edits = textEdits(source, changesOf(finding.fix))
    if (edits) return { edits, used: [finding] }
  }
  return undefined
}

/** Whether one change is about the other's value, or about what is in it or around it. */
function areEntangled(a: Change, b: Change): boolean {
  return a.pointer.every((step, i) => i >= b.pointer.length || step === b.pointer[i])
}

function untangledEdits(source: SourceText, findings: readonly KeyedFinding[]): Chosen | undefined {
  const edits: TextEdit[] = []
  const taken = new SpanSet()
  const used = findings.filter(({ fix }) => {
    const wanted = (fix?.edits ?? []).map(({ range, text }) => ({ span: source.span(range), text }))
    if (!taken.addAll(wanted.map(({ span }) => span))) return false
    for (const edit of wanted) edits.push(edit)
    return true
  })
  // What the file says has to stay: these fixes are about how it is written.
  const text = applyEdits(source.text, edits)
  return saysTheSame(source, text) ? { edits, used } : firstAlone(source, findings)
}

function firstAlone(source: SourceText, findings: readonly KeyedFinding[]): Chosen | undefined {
  for (const finding of findings) {
    const edits = (finding.fix?.edits ?? []).map(({ range, text }) => ({ span: source.span(range), text }))
    if (saysTheSame(source, applyEdits(source.text, edits))) return { edits, used: [finding] }
  }
  return undefined
}

/** Whether a file would say what it says now, whatever the order of its keys. */
function saysTheSame(source: SourceText, text: string): boolean {
  if (source.kind === 'baseline') return true
  // What YAML cannot read has no value; but how its lines end can still be mended.
  if (source.value === undefined) return withoutReturns(text) === withoutReturns(source.text)
  const { value } = new SourceText(source.path, source.kind, Buffer.from(text, 'utf8'))
  return value !== undefined && isDeepStrictEqual(value, source.value)
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function changesOf(fix: PlannedFix | undefined): readonly Change[] {
  return fix?.changes ?? []
}
