import { baselineFile } from '../lint/baseline-file.ts'
import { configuredRules } from '../lint/configured-rules.ts'
import type { Linted } from '../lint/lint.ts'
import { lintConfigured } from '../lint/lint-configured.ts'
import type { KeyedFinding } from '../lint/placed-finding.ts'
import { reportOf } from '../lint/report-of.ts'
import { pretty } from '../lint/reporters/pretty.ts'
import { scopeOf } from '../lint/scope.ts'
import type { Overlay } from '../load/library-files.ts'
import { groupBy } from '../model/group-by.ts'
import type { Terminal } from '../render/theme.ts'
import type { Context } from './command.ts'
import { reportContextOf } from './lint/reports.ts'
import { partOfLibrary } from './part-of-library.ts'

/** What lint has to say of files that are to be written, and did not say of what they hold now. */
export interface CheckedFiles {
  readonly findings: readonly KeyedFinding[]
  /** The findings as people read them, with the lines that they are about. */
  report(terminal: Terminal): string
}

/**
 * Lints a library as it would be with some files changed, by its own settings: rules, ignored files, comments and
 * baseline count.
 * @param files what files are to hold, by path; also new ones
 * @param alone whether they are not compared with other cards, which takes no longer in a large library
 * @throws CardsError `config` when the library's config says of lint what makes no sense
 */
export async function checkFiles(
  context: Context,
  files: Overlay,
  { alone = false }: { alone?: boolean } = {},
): Promise<CheckedFiles> {
  const lint = await linter(context, alone)
  const after = await lint(files)
  const scope = scopeOf({
    ignored: context.settings.lint.ignore ?? [],
    paths: [...files.keys()],
    changed: undefined,
  })
  const found = after.findings.filter(finding => scope.has(finding))
  const before = found.length === 0 ? [] : (await lint(await asTheyAre(context, files))).findings
  const findings = withoutKnown(found, before)
  const kept = new Set(findings)
  const report = reportOf(
    { ...after, findings, known: [] },
    { ...scope, has: finding => kept.has(finding as KeyedFinding) },
    0,
  )
  const baseline = baselineFile(context)
  return {
    findings,
    report: terminal =>
      [
        ...pretty.report(report, {
          ...reportContextOf({ context, baseline }, after),
          terminal,
          isTerminal: true,
          inActions: false,
        }),
      ].join(''),
  }
}

/** What files hold now, those that there are. */
async function asTheyAre({ library }: Context, files: Overlay): Promise<Overlay> {
  const now = new Map<string, Uint8Array>()
  for (const path of files.keys()) {
    try {
      now.set(path, await library.source(path))
    } catch {
      // It is a new one.
    }
  }
  return now
}

async function linter(context: Context, alone: boolean): Promise<(files: Overlay) => Promise<Linted>> {
  const rules = await configuredRules(context)
  const baseline = baselineFile(context)
  const { settings } = context
  const libraryWith = (files: Overlay) =>
    alone ? partOfLibrary(settings, files) : context.openLibrary(files).unchecked()
  return async files =>
    lintConfigured(await libraryWith(files), settings, { rules, today: context.today(), baseline })
}

/** The findings that were not there before, each as often as it is there more often. */
function withoutKnown(findings: readonly KeyedFinding[], before: readonly KeyedFinding[]): KeyedFinding[] {
  const left = groupBy(before, ({ key }) => key)
  return findings.filter(({ key }) => left.get(key)?.pop() === undefined)
}
