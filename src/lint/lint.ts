import { SourceText } from '../load/source-text.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import { CardsError } from '../model/errors.ts'
import { compareFindings } from '../model/finding.ts'
import { compareText } from '../model/order.ts'
import { bytesThere } from './bytes-there.ts'
import { type DigestedLibrary, digestLibrary } from './digest-library.ts'
import { keepDigests } from './digest-memo.ts'
import { hashOf } from './digester.ts'
import type { Digests } from './digests.ts'
import { conditionsOf } from './file-digest.ts'
import { findingsTogether } from './findings-together.ts'
import { LintMemo } from './lint-memo.ts'
import type { LintOptions } from './lint-options.ts'
import { type Heard, LintRun } from './lint-run.ts'
import type { Outcome } from './outcome.ts'
import { keepOutcome } from './outcome-memo.ts'
import type { KeyedFinding } from './placed-finding.ts'
import { RulePlan } from './rule-plan.ts'

/** What linting found, and what to mend it in. */
export interface Linted extends Outcome {
  /**
   * A file that was looked at.
   * @throws CardsError `io` for one that can be fixed, when it is not any more what it was
   */
  sourceOf(path: string): SourceText
}

/**
 * Lints a whole library: every file by itself, then those cards together that have to do with each other; less what
 * comments suppress and the baseline knows. No more is in memory at once than a file, those cards, and what was found.
 * @param memo what is kept of it, if somebody has opened that already
 */
export async function lintLibrary(
  library: UncheckedLibrary,
  options: LintOptions,
  memo: LintMemo | undefined = LintMemo.open(library, options),
): Promise<Linted> {
  const plan = new RulePlan(options)
  const digested = await digestLibrary(library, options, plan, memo)
  const { digests, reader } = digested
  const together = await findingsTogether(library, digested, options, plan)
  const sourceOf = sourceReader(library, digests, options)
  const run = new LintRun(library, options, plan, digests, sourceOf)
  const heard = run.heard([...run.ofFolders(), ...together, ...run.ofRegistries()])
  const { findings, known } = run.againstBaseline(heard.findings)
  const linted = {
    findings: [...findings].sort(compareFindings),
    known,
    suppressedIn: (file: string) => heard.suppressed.get(file) ?? 0,
    files: [...digests.cards, ...digests.registries].sort((a, b) => compareText(a.path, b.path)),
    textOf: sourceOf,
    sourceOf,
  }
  // What is found by comparison with a revision is of no use to the next run.
  if (library.kept && reader && options.earlier === undefined)
    library.kept.later(() =>
      keep(library, options, digested, together, { ...linted, suppressed: heard.suppressed }),
    )
  return linted
}

/** Keeps for the next run what was found in each file, if that is much, and what has come of it. */
async function keep(
  library: UncheckedLibrary,
  options: LintOptions,
  { digests, before, reader }: DigestedLibrary,
  together: readonly KeyedFinding[],
  { findings, known, suppressed }: Pick<Outcome, 'findings' | 'known'> & Pick<Heard, 'suppressed'>,
): Promise<void> {
  const isKept = reader?.isWorthKeeping ?? false
  if (!isKept && !reader?.isUnchanged) return
  const identity =
    reader && isKept
      ? await keepDigests(library, options, reader.fileRows(), digests, together)
      : (before?.memo.kept.identity ?? '')
  await keepOutcome(library, identity, options.baseline, {
    findings,
    known,
    suppressed: [...suppressed],
    registries: digests.registries.map(({ path, kind }) => ({ path, kind })),
    ...conditionsOf([...digests.cards, ...digests.registries]),
  })
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
