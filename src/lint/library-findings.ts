import { duplicateIds } from '../load/duplicate-ids.ts'
import { previewProblem } from '../load/preview-problem.ts'
import { readCard } from '../load/read-card.ts'
import { SourceText } from '../load/source-text.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import { type Card, compareCards, isRetiredPath } from '../model/card.ts'
import type { Omissions } from '../model/omissions.ts'
import { foldId } from '../model/stable-id.ts'
import type { Digests } from './digests.ts'
import { findingKey } from './finding-key.ts'
import { NAMES } from './links/link-names.ts'
import type { LintContext } from './lint-context.ts'
import type { LintOptions } from './lint-options.ts'
import { placeFinding, withFix } from './place-finding.ts'
import type { KeyedFinding, PlacedFinding } from './placed-finding.ts'
import type { FileProblem, Rule } from './rule.ts'
import type { RulePlan } from './rule-plan.ts'
import { Today } from './today.ts'

/** A part of a library, read: its texts and what rules see of it. */
interface ReadPart {
  readonly sources: ReadonlyMap<string, SourceText>
  readonly context: LintContext
}

/**
 * What rules find that look at cards together, and the loader of IDs that are there twice: only the cards that links
 * lead to are read for it.
 */
export async function libraryFindings(
  library: UncheckedLibrary,
  digests: Digests,
  options: LintOptions,
  plan: RulePlan,
): Promise<KeyedFinding[]> {
  const rows = [...new Set([...digests.search.subjects(), ...earlierRows(digests, options)])]
  return findingsOf(rows, library, digests, options, plan)
}

/**
 * The same of some cards only.
 * @param rows of their digests
 */
export async function findingsOf(
  rows: readonly number[],
  library: UncheckedLibrary,
  digests: Digests,
  options: LintOptions,
  plan: RulePlan,
): Promise<KeyedFinding[]> {
  const isNeeded = rows.length > 0 || (options.earlier?.length ?? 0) > 0
  if (!isNeeded) return []
  const subjects = new Set(rows)
  const all = digests.search.withOthers(subjects)
  const onlyForOthers = new Set(all.filter(row => !subjects.has(row)).map(row => digests.cards[row]?.path))
  const { sources, context } = await readPart(library, digests, options, all)
  const found: PlacedFinding[] = []
  const cards = [...context.cards, ...context.retired].sort(compareCards)
  for (const finding of await duplicateIds(cards, async ({ path }) => sources.get(path)?.text ?? '')) {
    const rule = plan.rules.get(finding.rule)
    const severity = rule ? plan.severity(rule, finding.file) : finding.severity
    if (severity) found.push(withFix({ ...finding, severity }, rule, sources.get(finding.file), context))
  }
  const place = (rule: Rule, problem: FileProblem) => {
    const severity = plan.severity(rule, problem.file)
    if (severity) found.push(placeFinding({ ...problem, rule, severity }, sources, context))
  }
  for (const rule of plan.library)
    for (const problem of rule.check(context, plan.optionsOf(rule)))
      if (!onlyForOthers.has(problem.file)) place(rule, problem)
  return found
    .filter(({ file }) => !onlyForOthers.has(file))
    .map(finding => ({ ...finding, key: findingKey(finding, sources.get(finding.file)) }))
}

/** The cards that were there at the revision of `--since`, and those that have their IDs now. */
function* earlierRows(digests: Digests, { earlier = [] }: LintOptions): Iterable<number> {
  for (const { id, path } of earlier) {
    yield* digests.search.rowsSharing(NAMES, foldId(id))
    const row = digests.rowOf(path)
    if (row !== undefined) yield row
  }
}

async function readPart(
  library: UncheckedLibrary,
  digests: Digests,
  options: LintOptions,
  rows: readonly number[],
): Promise<ReadPart> {
  const sources = new Map<string, SourceText>()
  const omitted = new Map<string, Omissions>(
    library.registries.map(({ path, omissions }) => [path, omissions]),
  )
  const cards: Card[] = []
  for (const row of rows) {
    const path = digests.cards[row]?.path ?? ''
    let bytes: Uint8Array = new Uint8Array()
    const keepBytes = () => {
      bytes = library.files.bytesOf(path)
      return bytes
    }
    const read = readCard(keepBytes, path, library.extra)
    const { card, omissions = [], text, raw } = read instanceof Promise ? await read : read
    if (!card) continue
    cards.push(card)
    sources.set(path, new SourceText(path, 'card', bytes, text === undefined ? undefined : { text, raw }))
    omitted.set(path, omissions)
  }
  cards.sort(compareCards)
  const { search } = digests
  const context: LintContext = {
    cards: cards.filter(({ path }) => !isRetiredPath(path)),
    retired: cards.filter(({ path }) => isRetiredPath(path)),
    venues: library.venues,
    pages: library.pages,
    today: new Today(options.today),
    tags: options.tags,
    earlier: options.earlier,
    omissions: omitted,
    previewProblem: ({ fields }) => fields.preview && previewProblem(library.dir, fields.preview.file),
    isTaken: (id, path) => digests.isTaken(id, path),
    ids: () => digests.ids(),
    hasFile: path => digests.hasFile(path),
    isMostly: space => search.isMostly(space),
    countOf: (space, key, meaning) => search.countOf(space, key, meaning),
  }
  return { sources, context }
}
