import type { Change } from '../edit/change.ts'
import type { TextEdit } from '../edit/text-edit.ts'
import type { SourceText } from '../load/source-text.ts'
import type { Card } from '../model/card.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { Pointer, Span } from '../model/place.ts'
import type { CardLinks } from './links/card-links.ts'
import type { CardContext, LintContext } from './lint-context.ts'

/** How much a rule's findings matter; `off` for a rule that only runs where a config turns it on. */
export type RuleSeverity = Severity | 'off'

/** A rule of lint: data for its documentation, and one function. */
export type Rule = LoadRule | TextRule | CardRule | RegistryRule | LibraryRule

/** What every rule says of itself. */
export interface RuleBase {
  /** `group/name`. */
  readonly id: string
  readonly severity: RuleSeverity
  /** What it reports, on one line, without a full stop: `a title that holds a line break, a run of spaces or a URL`. */
  readonly summary: string
  /** Why that matters to people, in one to three sentences. */
  readonly why: string
  /** Whether some of its findings come with a fix; `safe and unsafe` for some of either kind. */
  readonly fixes?: 'safe' | 'unsafe' | 'safe and unsafe'
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] }
  readonly options?: RuleOptions
}

/**
 * What to lint as an example. A text is the lines of one card that matter; `id`, `url`, `title` and `type` are added
 * when they are not there.
 */
export type Example = string | ExampleLibrary

/** A library of several files, by path. Cards are completed as above, but for what is no card or has no `key:`. */
export interface ExampleLibrary {
  readonly files: Readonly<Record<string, string>>
  /** Symbolic links, by path, and where they lead. */
  readonly links?: Readonly<Record<string, string>>
  /** `YYYY-MM-DD`; the harness has a date of its own. */
  readonly today?: string
  /** The files as they were at the revision of `--since`. */
  readonly before?: Readonly<Record<string, string>>
  /** The tags that the library's config allows. */
  readonly tags?: readonly string[]
  /** The text of the baseline. */
  readonly baseline?: string
  /** Options of the rule. */
  readonly options?: Readonly<Record<string, OptionValue>>
}

/** Something wrong in one file, as a rule tells it. */
export interface Problem {
  /** What is wrong: a sentence that names the value or key. */
  readonly message: string
  /** What to do about it: a sentence. */
  readonly help: string
  /** The value that is wrong, as the way to it from the top of the file; `[]` for the whole. */
  readonly pointer: Pointer
  /** Whether the key is to blame rather than its value. */
  readonly at?: 'key' | 'value'
  /** The part of the value that is wrong: shown instead of the whole where that takes several lines. */
  readonly excerpt?: string
  /** A stretch of the file's text, by offsets, where no key or value is the place. */
  readonly span?: Span
  readonly fix?: FixPlan
  readonly related?: readonly RelatedValue[]
  /** Other values of the same file that it rests on: with another one there, it is another problem to a baseline. */
  readonly restsOn?: readonly Pointer[]
}

/** A value in some file of the library. */
export interface RelatedValue {
  readonly file: string
  readonly pointer: Pointer
}

/** Something wrong in a file that the problem names. */
export interface FileProblem extends Problem {
  readonly file: string
}

/** How to mend a problem: by changes of the value, or by edits of the text that leave the value as it is. */
export type FixPlan = { readonly title: string; readonly safe: boolean } & (
  | { readonly changes: readonly Change[] }
  | {
      readonly edits: readonly TextEdit[]
      /** A byte-order mark is no part of the text, so no edit can take it off. */
      readonly removesByteOrderMark?: boolean
    }
)

/** Told while files are read or findings sorted, by no function of its own: here are the words about it. */
export interface LoadRule extends RuleBase {
  readonly scope: 'load'
  fixFor?(finding: Finding, source: SourceText, context: CardContext): FixPlan | undefined
}

/** Looks at the text of each file, cards and registries alike. */
export interface TextRule extends RuleBase {
  readonly scope: 'text'
  /** The loader may tell findings of the same rule. */
  fixFor?(finding: Finding, source: SourceText, context: CardContext): FixPlan | undefined
  check(source: SourceText, context: CardContext, options: AnyOptionValues): Iterable<Problem>
}

/** Looks at one card, as far as it could be read. */
export interface CardRule extends RuleBase {
  readonly scope: 'card'
  /** Whether it looks at retired cards too. */
  readonly seesRetired?: boolean
  check(card: Card, context: CardContext, options: AnyOptionValues): Iterable<Problem>
}

/** Looks at venues.yaml and pages.yaml. */
export interface RegistryRule extends RuleBase {
  readonly scope: 'registry'
  check(context: CardContext, options: AnyOptionValues): Iterable<FileProblem>
}

/**
 * Looks at cards together. Not all cards of a large library are ever in memory: those that have nothing to do with each
 * other are not looked at.
 */
export interface LibraryRule extends RuleBase {
  readonly scope: 'library'
  /**
   * Says by what a card, in use or retired, can have to do with others, or must be looked at anyway. Links may say too
   * much, but never too little: a card to whom they do not apply has no finding of this rule.
   */
  link(card: Card, links: CardLinks, context: CardContext): void
  /** Looks at the cards that links lead to; what it says of those that are only needed to judge others is not told. */
  check(context: LintContext, options: AnyOptionValues): Iterable<FileProblem>
}

export type OptionValue = number | boolean | readonly string[]

/** An option of a rule, set in the config beside its severity. */
export type RuleOption = { readonly description: string } & (
  | { readonly type: 'integer'; readonly default: number }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'list'; readonly default: readonly string[] }
)

export type RuleOptions = Readonly<Record<string, RuleOption>>

/** The values of a rule's options in force. */
export type OptionValues<O extends RuleOptions> = {
  readonly [K in keyof O]: O[K]['type'] extends 'integer'
    ? number
    : O[K]['type'] extends 'boolean'
      ? boolean
      : readonly string[]
}

// biome-ignore lint/suspicious/noExplicitAny: each rule knows its own options; the list of all rules does not.
export type AnyOptionValues = any

type Defined<R extends Rule, O extends RuleOptions> = Omit<R, 'scope' | 'check' | 'options'> & {
  readonly options?: O
}

/** Defines a rule that is told elsewhere. */
export function loadRule(rule: Omit<LoadRule, 'scope'>): LoadRule {
  return { ...rule, scope: 'load' }
}

/** Defines a rule about the text of files. */
export function textRule<const O extends RuleOptions = Record<never, never>>(
  rule: Defined<TextRule, O> & {
    check(source: SourceText, context: CardContext, options: OptionValues<O>): Iterable<Problem>
  },
): TextRule {
  return { ...rule, scope: 'text' }
}

/** Defines a rule about single cards. */
export function cardRule<const O extends RuleOptions = Record<never, never>>(
  rule: Defined<CardRule, O> & {
    check(card: Card, context: CardContext, options: OptionValues<O>): Iterable<Problem>
  },
): CardRule {
  return { ...rule, scope: 'card' }
}

/** Defines a rule about venues and pages. */
export function registryRule<const O extends RuleOptions = Record<never, never>>(
  rule: Defined<RegistryRule, O> & {
    check(context: CardContext, options: OptionValues<O>): Iterable<FileProblem>
  },
): RegistryRule {
  return { ...rule, scope: 'registry' }
}

/** Defines a rule about all cards together. */
export function libraryRule<const O extends RuleOptions = Record<never, never>>(
  rule: Defined<LibraryRule, O> & {
    check(context: LintContext, options: OptionValues<O>): Iterable<FileProblem>
  },
): LibraryRule {
  return { ...rule, scope: 'library' }
}
