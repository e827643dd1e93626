import type { Settings } from '../load/settings.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import type { StartHelpers } from '../model/helper.ts'
import type { ConfiguredRules } from './configured-rules.ts'
import { type Linted, lintLibrary } from './lint.ts'
import type { Circumstances } from './lint-options.ts'

/** What a library is linted by, besides what its config says. */
export interface LintRequest extends Omit<Circumstances, 'tags'> {
  readonly rules: ConfiguredRules
  /** Who helps with many files; nobody when left out. */
  readonly startHelpers?: StartHelpers | undefined
  /** The file of known findings, and what it holds; undefined when there are none. */
  readonly baseline: { readonly file: string; readonly bytes: Uint8Array | undefined }
}

/** Lints a library by the settings of its config, or a part of it, or as it would be with some files changed. */
export function lintConfigured(
  library: UncheckedLibrary,
  { tags }: Settings,
  { rules, today, earlier, startHelpers, baseline: { file, bytes } }: LintRequest,
): Promise<Linted> {
  return lintLibrary(library, {
    ...rules,
    today,
    tags,
    earlier,
    startHelpers,
    baseline: bytes && { file, text: Buffer.from(bytes).toString('utf8') },
  })
}
