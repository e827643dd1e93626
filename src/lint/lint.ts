import { SourceText } from '../load/source-text.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import { CardsError } from '../model/errors.ts'
import { compareFindings } from '../model/finding.ts'
import type { LibraryFile } from '../model/library.ts'
import { compareText } from '../model/order.ts'
import { digestLibrary } from './digest-library.ts'
import { keepDigests } from './digest-memo.ts'
import { hashOf } from './digester.ts'
import type { Digests } from './digests.ts'
import { findingsTogether } from './findings-together.ts'
import type { LintOptions } from './lint-options.ts'
import { LintRun } from './lint-run.ts'
import type { KeyedFinding } from './placed-finding.ts'
import { RulePlan } from './rule-plan.ts'

/** What linting found. */
export interface Linted {
  /** What is neither suppressed nor in the baseline, in the order in which people read it. */
  readonly findings: readonly KeyedFinding[]
  /** The findings that the baseline has. */
  readonly known: readonly KeyedFinding[]
  /** How many findings of a file its comments suppress. */
  suppressedIn(file: string): number
  /** Every file that was looked at, in the order of their paths. */
  readonly files: readonly Pick<LibraryFile, 'path' | 'kind'>[]
  /**
   * The text of a file that was looked at.
   * @throws CardsError `io` for one that can be fixed, when it is not any more what it was
   */
  sourceOf(path: string): SourceText
}

/**
 * Lints a whole library: every file by itself, then those cards together that have to do with each other; less what
 * comments suppress and the baseline knows. No more is in memory at once than a file, those cards, and what was found.
 */
export async function lintLibrary(library: UncheckedLibrary, options: LintOptions): Promise<Linted> {
  const plan = new RulePlan(options)
  const digested = await digestLibrary(library, options, plan)
  const { digests, reader } = digested
  const together = await findingsTogether(library, digested, options, plan)
  const { kept } = library
  // What is found by comparison with a revision is of no use to the next run.
  if (kept && reader?.isWorthKeeping && options.earlier === undefined)
    kept.later(() => keepDigests(kept.use, library, options, reader.fileRows(), digests, together))
  const sourceOf = sourceReader(library, digests, options)
  const run = new LintRun(library, options, plan, digests, sourceOf)
  const heard = run.heard([...run.ofFolders(), ...together, ...run.ofRegistries()])
  const { findings, known } = run.againstBaseline(heard.findings)
  return {
    findings: [...findings].sort(compareFindings),
    known,
    suppressedIn: file => heard.suppressed.get(file) ?? 0,
    files: [...digests.cards, ...digests.registries].sort((a, b) => compareText(a.path, b.path)),
    sourceOf,
  }
}

/** Reads files again: the texts of all files are never kept. */
function sourceReader(
  library: UncheckedLibrary,
  digests: Digests,
  { baseline }: LintOptions,
): Linted['sourceOf'] {
  let last: SourceText | undefined
  return path => {
    if (last?.path === path) return last
    const row = digests.rowOf(path)
    const digest = row === undefined ? undefined : digests.cards[row]
    const registry = digests.registries.find(each => each.path === path)
    const kind = digest?.kind ?? registry?.kind ?? (path === baseline?.file ? 'baseline' : 'card')
    const bytes =
      kind === 'baseline'
        ? Buffer.from(baseline?.text ?? '')
        : bytesThere(() => (registry ? library.registryBytes(path) : library.files.bytesOf(path)))
    const hash = (digest ?? registry)?.hash
    if (hash !== undefined && hashOf(bytes) !== hash)
      throw new CardsError('io', `${path} was changed meanwhile.`, 'Run the command again.')
    last = new SourceText(path, kind, bytes)
    return last
  }
}

function bytesThere(read: () => Uint8Array): Uint8Array {
  try {
    return read()
  } catch {
    return new Uint8Array()
  }
}
