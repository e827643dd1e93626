import { FileText } from '../load/file-text.ts'
import type { ListedLibrary } from '../load/listed-library.ts'
import { MemoFile, memoBytes } from '../load/memo/memo-file.ts'
import { previewProblem } from '../load/preview-problem.ts'
import type { LibraryFile } from '../model/library.ts'
import { compareText } from '../model/order.ts'
import type { BaselineText } from './baseline-text.ts'
import { bytesThere } from './bytes-there.ts'
import type { Conditions } from './file-digest.ts'
import type { LintMemo } from './lint-memo.ts'
import type { Outcome } from './outcome.ts'
import type { KeyedFinding } from './placed-finding.ts'
import { isWithin } from './today.ts'

const NAME = 'outcome.memo'

type Baseline = BaselineText | undefined

/** What is kept of an outcome. */
export interface KeptOutcome extends Conditions {
  readonly findings: readonly KeyedFinding[]
  readonly known: readonly KeyedFinding[]
  readonly suppressed: readonly (readonly [file: string, count: number])[]
  readonly registries: readonly Pick<LibraryFile, 'path' | 'kind'>[]
}

/**
 * What came of linting a library the last time, when nothing has changed since: neither its files, nor how it is linted,
 * nor what there is besides. To tell it again, not one rule need be loaded.
 * @param memo what is kept of the files of the same library
 * @param today `YYYY-MM-DD`
 */
export function knownOutcome(
  library: ListedLibrary,
  memo: LintMemo,
  { today, baseline }: { readonly today: string; readonly baseline: Baseline },
): Outcome | undefined {
  const { kept, files, dir } = library
  if (!kept || !memo.compare(files.paths, kept.files.stamps)?.isSame || !memo.hasSameRegistries)
    return undefined
  const file = MemoFile.open(kept.use.cache, NAME, madeBy(memo.identity, library, baseline))
  const outcome = file?.json('outcome') as KeptOutcome | undefined
  if (!outcome || !isWithin(outcome.days, today)) return undefined
  if (outcome.previews.some(preview => previewProblem(dir, preview.file) !== preview.problem))
    return undefined
  const suppressed = new Map(outcome.suppressed)
  return {
    findings: outcome.findings,
    known: outcome.known,
    suppressedIn: path => suppressed.get(path) ?? 0,
    files: [...files.paths.map(path => ({ path, kind: 'card' as const })), ...outcome.registries].sort(
      (a, b) => compareText(a.path, b.path),
    ),
    textOf: textReader(library, outcome, baseline),
  }
}

/**
 * Keeps what came of linting, for a run that finds all as it is now.
 * @param identity of what is kept of the files
 */
export async function keepOutcome(
  library: ListedLibrary,
  identity: string,
  baseline: Baseline,
  outcome: KeptOutcome,
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(outcome), 'utf8')
  const chunks = memoBytes(madeBy(identity, library, baseline), [['outcome', bytes]])
  await library.kept?.use.cache.write(NAME, chunks)
}

/** What an outcome depends on besides what is kept of the files. */
function madeBy(identity: string, { files }: ListedLibrary, baseline: Baseline): string {
  return JSON.stringify([identity, files.findings, baseline ?? null])
}

/** Reads what is shown: several findings of a file come one after the other. */
function textReader(
  { files, registryBytes }: ListedLibrary,
  { registries }: KeptOutcome,
  baseline: Baseline,
): Outcome['textOf'] {
  let last: FileText | undefined
  return path => {
    if (last?.path === path) return last
    const registry = registries.find(each => each.path === path)
    if (path === baseline?.file) last = new FileText(path, 'baseline', Buffer.from(baseline.text))
    else
      last = new FileText(
        path,
        registry?.kind ?? 'card',
        bytesThere(() => (registry ? registryBytes(path) : files.bytesOf(path))),
      )
    return last
  }
}
