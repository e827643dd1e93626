import type { Finding, Severity } from '../model/finding.ts'
import { groupBy } from '../model/group-by.ts'
import { heldAgainst, parseBaseline, unusedLine } from './baseline.ts'
import { findingKey, ownerOf } from './finding-key.ts'
import type { LintContext } from './lint-context.ts'
import type { LintOptions } from './lint-options.ts'
import { type FoundProblem, placeFinding, type Sources, withFix } from './place-finding.ts'
import type { KeyedFinding, PlacedFinding } from './placed-finding.ts'
import type { Rule } from './rule.ts'
import { suppress } from './suppressions.ts'

/** The steps of linting one library, as `lintLibrary` takes them. */
export class LintRun {
  private readonly options: LintOptions
  private readonly context: LintContext
  private readonly sources: Sources
  private readonly rules: ReadonlyMap<string, Rule>

  constructor(options: LintOptions, context: LintContext, sources: Sources) {
    this.options = options
    this.context = context
    this.sources = sources
    this.rules = new Map(options.rules.map(rule => [rule.id, rule]))
  }

  /** The findings of the loader, with the severities and fixes of their rules. */
  told(findings: readonly Finding[]): PlacedFinding[] {
    return findings.flatMap(finding => {
      const rule = this.rules.get(finding.rule)
      const severity = rule ? this.severity(rule, finding.file) : finding.severity
      if (severity === undefined) return []
      return [withFix({ ...finding, severity }, rule, this.sources.get(finding.file), this.context)]
    })
  }

  /** What the rules find. */
  *checked(): Iterable<PlacedFinding> {
    for (const rule of this.options.rules)
      for (const problem of this.problemsOf(rule)) yield* this.placed(rule, problem)
  }

  private *problemsOf(rule: Rule): Iterable<FoundProblem> {
    const options = this.options.optionsOf(rule)
    const { cards, retired } = this.context
    switch (rule.scope) {
      case 'load':
        break
      case 'text':
        for (const [file, source] of this.sources)
          if (source.isReadable && this.severity(rule, file))
            for (const problem of rule.check(source, this.context, options)) yield { ...problem, file }
        break
      case 'card':
        for (const card of rule.seesRetired ? [...cards, ...retired] : cards)
          if (this.severity(rule, card.path))
            for (const problem of rule.check(card, this.context, options))
              yield { ...problem, file: card.path, id: card.id }
        break
      case 'registry':
      case 'library':
        // What is off everywhere need not look at all cards.
        if ([...this.sources.keys()].some(file => this.severity(rule, file)))
          yield* rule.check(this.context, options)
    }
  }

  private placed(rule: Rule, problem: FoundProblem): PlacedFinding[] {
    const severity = this.severity(rule, problem.file)
    return severity ? [placeFinding({ ...problem, rule, severity }, this.sources, this.context)] : []
  }

  /** The findings that no comment suppresses, with what is wrong in the comments. */
  heard(found: readonly PlacedFinding[]): {
    readonly findings: readonly PlacedFinding[]
    readonly suppressed: ReadonlyMap<string, number>
  } {
    const byFile = groupBy(found, finding => finding.file)
    const suppressed = new Map<string, number>()
    const findings: PlacedFinding[] = []
    for (const [file, source] of this.sources) {
      const isOn = (rule: Rule) => this.severity(rule, file) !== undefined
      const { kept, count, problems } = suppress(byFile.get(file) ?? [], source, this.rules, isOn)
      byFile.delete(file)
      suppressed.set(file, count)
      for (const finding of kept) findings.push(finding)
      for (const { rule, ...problem } of problems) findings.push(...this.placed(rule, { ...problem, file }))
    }
    // What could not be read has no comments.
    for (const rest of byFile.values()) for (const finding of rest) findings.push(finding)
    return { findings, suppressed }
  }

  /** Parts new findings from known ones, and reports the lines of the baseline that are not needed. */
  againstBaseline(found: readonly PlacedFinding[]): {
    readonly findings: readonly KeyedFinding[]
    readonly known: readonly KeyedFinding[]
  } {
    const keyed = found.map(finding => ({
      ...finding,
      key: findingKey(finding, this.sources.get(finding.file)),
    }))
    const { baseline } = this.options
    if (!baseline) return { findings: keyed, known: [] }
    const keys = keyed.map(({ key }) => key)
    const { isKnown, unused } = heldAgainst(parseBaseline(baseline.text), keys)
    const rule = this.rules.get('lint/unused-baseline')
    const severity = rule && this.severity(rule, baseline.file)
    const paths = new Map([...this.context.cards, ...this.context.retired].map(({ id, path }) => [id, path]))
    const needless = severity ? unused.filter(({ key }) => this.runsFor(key, paths)) : []
    return {
      findings: [
        ...keyed.filter((_, i) => !isKnown[i]),
        ...needless.map(line => unusedLine(line, baseline.file, severity ?? 'warning')),
      ],
      known: keyed.filter((_, i) => isKnown[i]),
    }
  }

  /** Whether the rule of a baseline's line runs on its file: of one that does not, nothing can be said. */
  private runsFor(key: string, paths: ReadonlyMap<string, string>): boolean {
    const { owner, rule: id } = ownerOf(key)
    const rule = this.rules.get(id)
    return rule === undefined || this.severity(rule, paths.get(owner) ?? owner) !== undefined
  }

  /** How much a rule matters in a file; undefined where it is off. */
  private severity(rule: Rule, file: string): Severity | undefined {
    const severity = this.options.severityOf(rule, file)
    return severity === 'off' ? undefined : severity
  }
}
