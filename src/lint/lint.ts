import { SourceText } from '../load/source-text.ts'
import type { Card } from '../model/card.ts'
import { compareFindings, type Finding } from '../model/finding.ts'
import { groupBy } from '../model/group-by.ts'
import type { Library, LibraryFile } from '../model/library.ts'
import type { Omissions } from '../model/omissions.ts'
import { heldAgainst, parseBaseline, unusedLine } from './baseline.ts'
import { findingKey } from './finding-key.ts'
import type { EarlierCard, LintContext } from './lint-context.ts'
import { type FoundProblem, placeFinding, type Sources, withFix } from './place-finding.ts'
import type { OptionValue, Rule, RuleSeverity } from './rule.ts'
import { suppress } from './suppressions.ts'

/** What to lint by. */
export interface LintOptions {
  readonly rules: readonly Rule[]
  /** How much a rule matters in a file; `off` where it does not run. */
  severityOf(rule: Rule, file: string): RuleSeverity
  /** The value of each option of a rule. */
  optionsOf(rule: Rule): Readonly<Record<string, OptionValue>>
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly tags?: readonly string[] | undefined
  readonly earlier?: readonly EarlierCard[] | undefined
  /** The known findings: a file's path, relative to the library, and its text. */
  readonly baseline?: { readonly file: string; readonly text: string } | undefined
}

/** What linting found. */
export interface Linted {
  /** What is neither suppressed nor in the baseline, in the order in which people read it. */
  readonly findings: readonly KeyedFinding[]
  /** The findings that the baseline has. */
  readonly known: readonly KeyedFinding[]
  /** How many findings of a file its comments suppress. */
  suppressedIn(file: string): number
  /** Every file that was looked at, in the order of their paths. */
  readonly files: readonly LibraryFile[]
  /** The text of a file that was looked at. */
  sourceOf(path: string): SourceText
}

/** A finding with the line that stands for it in a baseline. */
export interface KeyedFinding extends Finding {
  readonly key: string
}

/**
 * Lints a whole library: what the loader found, then every rule that is on, on texts, cards, registries and all
 * cards together. Places and fixes are worked out only for what is found.
 */
export async function lintLibrary(library: Library, options: LintOptions): Promise<Linted> {
  const files = await library.files()
  const sources = new Map<string, SourceText>()
  for (const { path, kind } of files) {
    const source = await readSource(library, path, kind)
    if (source) sources.set(path, source)
  }
  const context = await contextOf(library, files, options)
  const loaded = await library.findings()
  const found = [...runRules(context, sources.values(), options)]
  const placed = found.map(problem => placeFinding(problem, sources, context))
  const rules = new Map(options.rules.map(rule => [rule.id, rule]))
  const findings = [
    ...loaded.map(finding => withFix(finding, rules.get(finding.rule), sources, context)),
    ...placed,
  ].flatMap(finding => rated(finding, rules.get(finding.rule), options))
  const heard = heardOf(findings, sources, rules, options, context)
  const { kept, known } = againstBaseline(heard.findings, sources, rules, options)
  return {
    findings: kept.sort(compareFindings),
    known,
    suppressedIn: file => heard.suppressed.get(file) ?? 0,
    files,
    sourceOf: path => sources.get(path) ?? otherSource(path, options),
  }
}

/** The baseline, or a file that could not be read. */
function otherSource(path: string, { baseline }: LintOptions): SourceText {
  const text = baseline?.file === path ? baseline.text : ''
  return new SourceText(path, 'baseline', Buffer.from(text, 'utf8'))
}

/** A file that cannot be read has its finding from the loader. */
async function readSource(
  library: Library,
  path: string,
  kind: LibraryFile['kind'],
): Promise<SourceText | undefined> {
  try {
    return new SourceText(path, kind, await library.source(path))
  } catch {
    return undefined
  }
}

async function contextOf(
  library: Library,
  files: readonly LibraryFile[],
  { today, tags, earlier }: LintOptions,
): Promise<LintContext> {
  const [cards, retired] = [await listOf(library.cards()), await listOf(library.retired())]
  const previews = new Map<Card, string>()
  for (const card of [...cards, ...retired]) {
    if (card.fields.preview === undefined) continue
    const problem = await library.previewProblem(card)
    if (problem !== undefined) previews.set(card, problem)
  }
  const hasPages = files.some(({ kind }) => kind === 'pages')
  return {
    cards,
    retired,
    venues: await library.venues(),
    pages: hasPages ? [...(await library.pages()).values()] : undefined,
    today,
    tags,
    earlier,
    omissions: new Map<string, Omissions>(files.map(({ path, omissions }) => [path, omissions])),
    previewProblem: card => previews.get(card),
  }
}

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

function* runRules(
  context: LintContext,
  sources: Iterable<SourceText>,
  options: LintOptions,
): Iterable<FoundProblem> {
  const readable = [...sources].filter(({ isReadable }) => isReadable)
  for (const rule of options.rules) {
    const given = options.optionsOf(rule)
    const isOn = (file: string) => options.severityOf(rule, file) !== 'off'
    switch (rule.scope) {
      case 'load':
        break
      case 'text':
        for (const source of readable)
          if (isOn(source.path))
            for (const problem of rule.check(source, context, given))
              yield { ...problem, rule, file: source.path }
        break
      case 'card':
        for (const card of rule.seesRetired ? [...context.cards, ...context.retired] : context.cards)
          if (isOn(card.path))
            for (const problem of rule.check(card, context, given))
              yield { ...problem, rule, file: card.path, id: card.id }
        break
      case 'registry':
      case 'library':
        for (const problem of rule.check(context, given)) if (isOn(problem.file)) yield { ...problem, rule }
    }
  }
}

/** The findings that no comment suppresses, with what is wrong in the comments. */
function heardOf(
  findings: readonly Finding[],
  sources: Sources,
  rules: ReadonlyMap<string, Rule>,
  options: LintOptions,
  context: LintContext,
): { findings: Finding[]; suppressed: Map<string, number> } {
  const byFile = groupBy(findings, finding => finding.file)
  const suppressed = new Map<string, number>()
  const heard: Finding[] = []
  for (const [file, source] of sources) {
    const isOn = (rule: Rule) => options.severityOf(rule, file) !== 'off'
    const { kept, count, problems } = suppress(byFile.get(file) ?? [], source, rules, isOn)
    byFile.delete(file)
    suppressed.set(file, count)
    const placed = problems.map(problem => placeFinding(problem, sources, context))
    heard.push(...kept, ...placed.flatMap(finding => rated(finding, rules.get(finding.rule), options)))
  }
  // What could not be read has no comments.
  return { findings: [...heard, ...[...byFile.values()].flat()], suppressed }
}

/** Parts new findings from known ones, and reports the lines of the baseline that are not needed. */
function againstBaseline(
  findings: readonly Finding[],
  sources: Sources,
  rules: ReadonlyMap<string, Rule>,
  options: LintOptions,
): { kept: KeyedFinding[]; known: KeyedFinding[] } {
  const keyed = findings.map(finding => ({ ...finding, key: findingKey(finding, sources.get(finding.file)) }))
  if (!options.baseline) return { kept: keyed, known: [] }
  const { file, text } = options.baseline
  const { isKnown, unused } = heldAgainst(
    parseBaseline(text),
    keyed.map(({ key }) => key),
  )
  const rule = rules.get('lint/unused-baseline')
  const needless = rule ? unused.filter(({ key }) => ranIn(key, rules, options)) : []
  const reported = needless.map(line => ({
    ...unusedLine(line, file),
    key: `${file} lint/unused-baseline / ${line.key}`,
  }))
  return {
    kept: [
      ...keyed.filter((_, i) => !isKnown[i]),
      ...reported.flatMap(finding => rated(finding, rule, options) as KeyedFinding[]),
    ],
    known: keyed.filter((_, i) => isKnown[i]),
  }
}

/** Whether the rule of a baseline's line runs: of one that does not, nothing can be said. */
function ranIn(key: string, rules: ReadonlyMap<string, Rule>, options: LintOptions): boolean {
  const rule = rules.get(key.split(' ')[1] ?? '')
  return rule === undefined || options.severityOf(rule, '') !== 'off'
}

/** A finding with the severity that it has in its file; none when its rule is off there. */
function rated(finding: Finding, rule: Rule | undefined, options: LintOptions): Finding[] {
  const severity = rule ? options.severityOf(rule, finding.file) : finding.severity
  return severity === 'off' ? [] : [{ ...finding, severity }]
}
