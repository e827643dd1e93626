import { type ReadCard, readCard } from '../load/read-card.ts'
import { SourceText } from '../load/source-text.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import { type Card, fileStem, isRetiredPath } from '../model/card.ts'
import type { Finding } from '../model/finding.ts'
import type { LibraryFile } from '../model/library.ts'
import type { Omissions } from '../model/omissions.ts'
import { sha256Hex } from '../model/sha256.ts'
import { FileContext, type IsTaken } from './file-context.ts'
import type { DigestedFile, FileDigest } from './file-digest.ts'
import { findingKey } from './finding-key.ts'
import { CardLinks } from './links/card-links.ts'
import { linkNames } from './links/link-names.ts'
import type { LintOptions } from './lint-options.ts'
import { placeFinding, type Sources, withFix } from './place-finding.ts'
import type { PlacedFinding } from './placed-finding.ts'
import type { CardRule, Problem, TextRule } from './rule.ts'
import type { ActiveRule, ActiveRules, RulePlan } from './rule-plan.ts'
import { mayHaveComments } from './suppression-comment.ts'

/**
 * Lints files one by one: what is found in one depends on nothing but its bytes, the registries, the config and the
 * day. (But for previews, and for the IDs of other cards where a digest says so.)
 */
export class Digester {
  private readonly library: UncheckedLibrary
  private readonly plan: RulePlan
  private readonly context: FileContext
  private readonly links = new CardLinks()

  /** @param isTaken undefined as long as nobody knows */
  constructor(library: UncheckedLibrary, options: LintOptions, plan: RulePlan, isTaken?: IsTaken) {
    this.library = library
    this.plan = plan
    this.context = new FileContext(library, options, isTaken)
  }

  /** Lints the file of a card. */
  card(path: string, bytesOf: () => Uint8Array): DigestedFile | Promise<DigestedFile> {
    let bytes: Uint8Array | undefined
    const keepBytes = () => {
      bytes = bytesOf()
      return bytes
    }
    const read = readCard(keepBytes, path, this.library.extra)
    return read instanceof Promise
      ? read.then(result => this.cardDigest(path, bytes, result))
      : this.cardDigest(path, bytes, read)
  }

  /** Lints a registry by itself. */
  registry({ path, kind, omissions }: LibraryFile): DigestedFile {
    const bytes = this.registryBytes(path)
    const source = bytes && new SourceText(path, kind, bytes)
    const findings = this.library.registryFindings.filter(({ file }) => file === path)
    return this.digest(path, kind, source, undefined, findings, omissions)
  }

  private registryBytes(path: string): Uint8Array | undefined {
    try {
      return this.library.registryBytes(path)
    } catch {
      // The loader has a finding for it.
      return undefined
    }
  }

  private cardDigest(
    path: string,
    bytes: Uint8Array | undefined,
    { card, findings, omissions = NONE, text, raw }: ReadCard,
  ): DigestedFile {
    const known = text === undefined ? undefined : { text, raw }
    const source = bytes && new SourceText(path, 'card', bytes, known)
    return this.digest(path, 'card', source, card, findings, omissions)
  }

  private digest(
    path: string,
    kind: LibraryFile['kind'],
    source: SourceText | undefined,
    card: Card | undefined,
    told: readonly Finding[],
    omissions: Omissions,
  ): DigestedFile {
    this.context.begin(path, omissions)
    const found: PlacedFinding[] = []
    for (const finding of told) this.tell(finding, source, found)
    const { text, card: onCards, retired } = this.plan.in(path)
    if (source?.isReadable) this.lookAtText(source, text, found)
    if (card) {
      this.lookAtCard(card, isRetiredPath(path) ? retired : onCards, source, found)
      this.link(card)
    }
    return { digest: this.digestOf(path, kind, source, card, found, omissions), links: this.links.take() }
  }

  // Each loop is a method of its own: the compiler optimises them sooner, and what is rarely run is none of it.
  private lookAtText(source: SourceText, rules: ActiveRules['text'], found: PlacedFinding[]): void {
    for (const active of rules) {
      const problems = active.rule.check(source, this.context, active.options)
      if (!isNone(problems)) this.place(problems, active, source.path, undefined, source, found)
    }
  }

  private lookAtCard(
    card: Card,
    rules: ActiveRules['card'],
    source: SourceText | undefined,
    found: PlacedFinding[],
  ): void {
    for (const active of rules) {
      const problems = active.rule.check(card, this.context, active.options)
      if (!isNone(problems)) this.place(problems, active, card.path, card.id, source, found)
    }
  }

  private link(card: Card): void {
    linkNames(card, this.links)
    for (const rule of this.plan.library) rule.link(card, this.links, this.context)
  }

  private place(
    problems: Iterable<Problem>,
    { rule, severity }: ActiveRule<TextRule | CardRule>,
    file: string,
    id: string | undefined,
    source: SourceText | undefined,
    found: PlacedFinding[],
  ): void {
    const sources: Sources = { get: path => (path === file ? source : undefined) }
    for (const problem of problems) {
      const about = { ...problem, file, ...(id !== undefined && { id }), rule, severity }
      found.push(placeFinding(about, sources, this.context))
    }
  }

  private digestOf(
    path: string,
    kind: FileDigest['kind'],
    source: SourceText | undefined,
    card: Card | undefined,
    found: readonly PlacedFinding[],
    omissions: Omissions,
  ): FileDigest {
    const hasFix = found.length > 0 && found.some(({ fix }) => fix)
    const { days, preview, needsIds } = this.context.noted()
    return {
      path,
      kind,
      id: card && (card.id === fileStem(path) || card.id),
      findings:
        found.length === 0 ? NONE : found.map(finding => ({ ...finding, key: findingKey(finding, source) })),
      omissions,
      hasComments: source !== undefined && mayHaveComments(source.text),
      hash: hasFix && source ? hashOf(source.bytes) : undefined,
      days,
      preview,
      needsIds,
    }
  }

  private tell(finding: Finding, source: SourceText | undefined, found: PlacedFinding[]): void {
    const rule = this.plan.rules.get(finding.rule)
    const severity = rule ? this.plan.severity(rule, finding.file) : finding.severity
    if (severity) found.push(withFix({ ...finding, severity }, rule, source, this.context))
  }
}

/** Whether a rule gave an empty list, as most do for most files: to go through it would take longer than to look. */
function isNone(problems: Iterable<Problem> & { readonly length?: number }): boolean {
  return problems.length === 0
}

const NONE: readonly never[] = []

/** A hash of a file's bytes. */
export function hashOf(bytes: Uint8Array): string {
  return sha256Hex(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
}
