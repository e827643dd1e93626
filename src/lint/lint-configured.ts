import type { Settings } from '../load/settings.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import type { StartHelpers } from '../model/helper.ts'
import { type BaselineBytes, baselineText } from './baseline-text.ts'
import type { ConfiguredRules } from './configured-rules.ts'
import { type Linted, lintLibrary } from './lint.ts'
import type { LintMemo } from './lint-memo.ts'
import type { Circumstances } from './lint-options.ts'

/** What a library is linted by, besides what its config says. */
export interface LintRequest extends Omit<Circumstances, 'tags'> {
  readonly rules: ConfiguredRules
  /** Who helps with many files; nobody when left out. */
  readonly startHelpers?: StartHelpers | undefined
  readonly baseline: BaselineBytes
  /** What is kept of the library, if somebody has opened that already. */
  readonly memo?: LintMemo | undefined
}

/** Lints a library by the settings of its config, or a part of it, or as it would be with some files changed. */
export function lintConfigured(
  library: UncheckedLibrary,
  { tags }: Settings,
  { rules, today, earlier, startHelpers, baseline, memo }: LintRequest,
): Promise<Linted> {
  const options = { ...rules, today, tags, earlier, startHelpers, baseline: baselineText(baseline) }
  return lintLibrary(library, options, memo)
}
