import type { SourceText } from '../load/source-text.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import type { Finding } from '../model/finding.ts'
import { groupBy } from '../model/group-by.ts'
import { heldAgainst, parseBaseline, unusedLine } from './baseline.ts'
import type { Digests } from './digests.ts'
import type { FileDigest } from './file-digest.ts'
import { findingKey, ownerOf } from './finding-key.ts'
import type { CardContext } from './lint-context.ts'
import type { LintOptions } from './lint-options.ts'
import { placeFinding } from './place-finding.ts'
import type { KeyedFinding, PlacedFinding } from './placed-finding.ts'
import type { FileProblem, Rule } from './rule.ts'
import type { RulePlan } from './rule-plan.ts'
import { suppress } from './suppressions.ts'
import { Today } from './today.ts'

/** What the comments of files leave of findings. */
export interface Heard {
  readonly findings: readonly KeyedFinding[]
  /** How many were suppressed, by file. */
  readonly suppressed: ReadonlyMap<string, number>
}

/** What is done with the findings of all files together, as `lintLibrary` does it. */
export class LintRun {
  private readonly library: UncheckedLibrary
  private readonly options: LintOptions
  private readonly plan: RulePlan
  private readonly digests: Digests
  private readonly sourceOf: (path: string) => SourceText

  constructor(
    library: UncheckedLibrary,
    options: LintOptions,
    plan: RulePlan,
    digests: Digests,
    sourceOf: (path: string) => SourceText,
  ) {
    this.library = library
    this.options = options
    this.plan = plan
    this.digests = digests
    this.sourceOf = sourceOf
  }

  /** What is wrong with folders and links, and with files that are none. */
  ofFolders(): KeyedFinding[] {
    return this.library.files.findings.flatMap(finding => {
      const rule = this.plan.rules.get(finding.rule)
      const severity = rule ? this.plan.severity(rule, finding.file) : finding.severity
      return severity ? [keyed({ ...finding, severity } as Finding & { fix?: never }, undefined)] : []
    })
  }

  /** What rules find in the registries, where they look at what they say together. */
  *ofRegistries(): Iterable<KeyedFinding> {
    for (const rule of this.plan.registry)
      for (const problem of rule.check(this.context(), this.plan.optionsOf(rule)))
        yield* this.placed(rule, problem)
  }

  /**
   * The findings that no comment suppresses, with what is wrong in the comments.
   * @param others the findings that are in no digest
   */
  heard(others: readonly KeyedFinding[]): Heard {
    const byFile = groupBy(others, finding => finding.file)
    const suppressed = new Map<string, number>()
    const findings: KeyedFinding[] = []
    for (const digest of [...this.digests.cards, ...this.digests.registries]) {
      const { path: file, hasComments } = digest
      if (!hasComments && digest.findings.length === 0 && !byFile.has(file)) continue
      const found = [...digest.findings, ...(byFile.get(file) ?? [])]
      byFile.delete(file)
      for (const finding of hasComments ? this.heardIn(digest, found, suppressed) : found)
        findings.push(finding)
    }
    // What is no file of the library, or could not be read, has no comments.
    for (const rest of byFile.values()) for (const finding of rest) findings.push(finding)
    return { findings, suppressed }
  }

  private heardIn(
    { path: file }: FileDigest,
    found: readonly KeyedFinding[],
    suppressed: Map<string, number>,
  ): KeyedFinding[] {
    const isOn = (rule: Rule) => this.plan.severity(rule, file) !== undefined
    const { kept, count, problems } = suppress(found, this.sourceOf(file), this.plan.rules, isOn)
    if (count > 0) suppressed.set(file, count)
    return [...kept, ...problems.flatMap(({ rule, ...problem }) => this.placed(rule, { ...problem, file }))]
  }

  /** Parts new findings from known ones, and reports the lines of the baseline that are not needed. */
  againstBaseline(found: readonly KeyedFinding[]): {
    readonly findings: readonly KeyedFinding[]
    readonly known: readonly KeyedFinding[]
  } {
    const { baseline } = this.options
    if (!baseline) return { findings: found, known: [] }
    const { isKnown, unused } = heldAgainst(
      parseBaseline(baseline.text),
      found.map(({ key }) => key),
    )
    const rule = this.plan.rules.get('lint/unused-baseline')
    const severity = rule && this.plan.severity(rule, baseline.file)
    const needless = severity ? unused.filter(({ key }) => this.runsFor(key)) : []
    return {
      findings: [
        ...found.filter((_, i) => !isKnown[i]),
        ...needless.map(line => unusedLine(line, baseline.file, severity ?? 'warning')),
      ],
      known: found.filter((_, i) => isKnown[i]),
    }
  }

  /** Whether the rule of a baseline's line runs on its file: of one that does not, nothing can be said. */
  private runsFor(key: string): boolean {
    const { owner, rule: id } = ownerOf(key)
    const rule = this.plan.rules.get(id)
    return rule === undefined || this.plan.severity(rule, this.digests.pathOf(owner) ?? owner) !== undefined
  }

  private placed(rule: Rule, problem: FileProblem): KeyedFinding[] {
    const severity = this.plan.severity(rule, problem.file)
    if (!severity) return []
    const sources = { get: (path: string) => (this.digests.hasFile(path) ? this.sourceOf(path) : undefined) }
    const finding = placeFinding({ ...problem, rule, severity }, sources, this.context())
    return [keyed(finding, sources.get(problem.file))]
  }

  private context(): CardContext {
    const { venues, pages, registries } = this.library
    const omitted = new Map(registries.map(({ path, omissions }) => [path, omissions]))
    const rowOf = (path: string) => this.digests.cards[this.digests.rowOf(path) ?? -1]
    return {
      venues,
      pages,
      today: new Today(this.options.today),
      tags: this.options.tags,
      omissions: { get: path => omitted.get(path) ?? rowOf(path)?.omissions },
      previewProblem: () => undefined,
      isTaken: (id, path) => this.digests.isTaken(id, path),
    }
  }
}

function keyed(finding: PlacedFinding, source: SourceText | undefined): KeyedFinding {
  return { ...finding, key: findingKey(finding, source) }
}
