import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../edit/change.ts'
import { SpanSet } from '../edit/span-set.ts'
import { applyEdits, type TextEdit, textEdits } from '../edit/text-edits.ts'
import type { Overlay } from '../load/read-directory.ts'
import { SourceText } from '../load/source-text.ts'
import type { Fix } from '../model/finding.ts'
import { groupBy } from '../model/group-by.ts'
import type { KeyedFinding, Linted } from './lint.ts'
import type { PlannedFix } from './place-finding.ts'

/** A library as fixes would leave it. */
export interface FixedLibrary {
  /** What the files are to hold that change. */
  readonly files: Overlay
  /** The findings that went. */
  readonly fixed: readonly KeyedFinding[]
  /** What is found then. */
  readonly linted: Linted
}

/** One fix may uncover another; that ends, unless two rules undo each other. */
const MOST_ROUNDS = 20

/**
 * Applies fixes until none is left, in memory. Each round takes of every file the fixes that do not touch each
 * other, makes one set of text edits of them, and lints again.
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
  const fixed: KeyedFinding[] = []
  let linted = first
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixable = linted.findings.filter(finding => finding.fix !== undefined && isWanted(finding))
    let isChanged = false
    for (const [path, findings] of groupBy(fixable, finding => finding.file)) {
      const result = fixFile(linted.sourceOf(path), findings)
      if (result.bytes === undefined) continue
      files.set(path, result.bytes)
      fixed.push(...result.fixed)
      isChanged = true
    }
    if (!isChanged) break
    linted = await lint(files)
  }
  return { files, fixed, linted }
}

interface FixedFile {
  /** undefined when no fix could be applied. */
  readonly bytes: Uint8Array | undefined
  readonly fixed: readonly KeyedFinding[]
}

/** Changes of values come first; edits that leave them as they are, in the next round. */
function fixFile(source: SourceText, findings: readonly KeyedFinding[]): FixedFile {
  const changing = findings.filter(({ fix }) => changesOf(fix).length > 0)
  const chosen = changing.length > 0 ? untangledChanges(source, changing) : untangledEdits(source, findings)
  if (chosen === undefined) return { bytes: undefined, fixed: [] }
  const keepsMark = source.hasByteOrderMark && !chosen.fixed.some(({ fix }) => fix?.removesByteOrderMark)
  const text = (keepsMark ? '\ufeff' : '') + applyEdits(source.text, chosen.edits)
  return { bytes: Buffer.from(text, 'utf8'), fixed: chosen.fixed }
}

interface Chosen {
  readonly edits: readonly TextEdit[]
  readonly fixed: readonly KeyedFinding[]
}

/** As many changes as can be made at once; the others have their turn in the next round. */
function untangledChanges(source: SourceText, findings: readonly KeyedFinding[]): Chosen | undefined {
  const taken: Change[] = []
  const fixed = findings.filter(({ fix }) => {
    const changes = changesOf(fix)
    if (changes.some(change => taken.some(other => areEntangled(change, other)))) return false
    taken.push(...changes)
    return true
  })
  const together = textEdits(source, taken)
  if (together) return { edits: together, fixed }
  for (const finding of findings) {
    const edits = textEdits(source, changesOf(finding.fix))
    if (edits) return { edits, fixed: [finding] }
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
  const fixed = findings.filter(({ fix }) => {
    const wanted = (fix?.edits ?? []).map(({ range, text }) => ({ span: source.span(range), text }))
    if (!taken.addAll(wanted.map(({ span }) => span))) return false
    for (const edit of wanted) edits.push(edit)
    return true
  })
  // What the file says has to stay: these fixes are about how it is written.
  const text = applyEdits(source.text, edits)
  return saysTheSame(source, text) ? { edits, fixed } : firstAlone(source, findings)
}

function firstAlone(source: SourceText, findings: readonly KeyedFinding[]): Chosen | undefined {
  for (const finding of findings) {
    const edits = (finding.fix?.edits ?? []).map(({ range, text }) => ({ span: source.span(range), text }))
    if (saysTheSame(source, applyEdits(source.text, edits))) return { edits, fixed: [finding] }
  }
  return undefined
}

/** Whether a file would say what it says now, whatever the order of its keys. */
function saysTheSame(source: SourceText, text: string): boolean {
  if (source.kind === 'baseline') return true
  const value = new SourceText(source.path, source.kind, Buffer.from(text, 'utf8')).value
  return value !== undefined && isDeepStrictEqual(value, source.value)
}

function changesOf(fix: Fix | undefined): readonly Change[] {
  return (fix as PlannedFix | undefined)?.changes ?? []
}
