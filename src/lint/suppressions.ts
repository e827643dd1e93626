import type { SourceText } from '../load/source-text.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import type { Finding } from '../model/finding.ts'
import { groupBy } from '../model/group-by.ts'
import { lineStart, type Pointer } from '../model/place.ts'
import { pointerSteps, pointerText } from '../model/pointer.ts'
import type { KeyedFinding } from './placed-finding.ts'
import type { FixPlan, Problem, Rule } from './rule.ts'
import { type SuppressionComment, suppressionComments } from './suppression-comment.ts'

/** What the comments of a file make of its findings. */
export interface Suppressed {
  readonly kept: readonly KeyedFinding[]
  readonly count: number
  /** What is wrong with the comments themselves. */
  readonly problems: readonly CommentProblem[]
}

/** Something wrong with a comment, and the rule that it is told by. */
export interface CommentProblem extends Problem {
  readonly rule: Rule
}

/**
 * Takes out the findings of one file that its comments suppress. A comment counts only with a reason.
 * @param rules every rule, by id
 * @param isOn whether a rule runs in this file: that one which does not finds nothing makes no comment needless
 */
export function suppress(
  findings: readonly KeyedFinding[],
  source: SourceText,
  rules: ReadonlyMap<string, Rule>,
  isOn: (rule: Rule) => boolean,
): Suppressed {
  const comments = suppressionComments(source)
  if (comments.length === 0) return { kept: findings, count: 0, problems: [] }
  const byLine = groupBy(
    comments.filter(({ word, reason }) => word === WORD && reason !== ''),
    ({ line }) => line,
  )
  const places = new FindingLines(source)
  const used = new Set<SuppressionComment['rules'][number]>()
  const kept = findings.filter(finding => {
    const hits = [undefined, ...places.linesOf(finding)]
      .flatMap(line => byLine.get(line) ?? [])
      .flatMap(comment => comment.rules.filter(({ id }) => covers(id, finding.rule)))
    for (const hit of hits) used.add(hit)
    return hits.length === 0
  })
  const judge = new CommentJudge(source, rules, isOn)
  const problems = comments.flatMap(comment =>
    judge.problems(
      comment,
      comment.rules.filter(rule => !used.has(rule)),
    ),
  )
  return { kept, count: findings.length - kept.length, problems }
}

/** What a comment starts with that ignores something. */
const WORD = 'cards-ignore'

function covers(pattern: string, rule: string): boolean {
  return pattern === rule || (pattern.endsWith('/*') && rule.startsWith(pattern.slice(0, -1)))
}

/** On which lines of a file findings stand: their own, and those where what they are in starts. */
class FindingLines {
  private readonly source: SourceText
  /** By pointer: many findings are in the same field. */
  private readonly lines = new Map<string, number>()

  constructor(source: SourceText) {
    this.source = source
  }

  linesOf({ pointer, range }: Finding): Set<number> {
    const steps = pointerSteps(pointer, this.source.value)
    return new Set([range.start.line, ...steps.map((_, i) => this.lineOf(steps.slice(0, i + 1)))])
  }

  private lineOf(pointer: Pointer): number {
    const name = pointerText(pointer)
    const line = this.lines.get(name) ?? this.source.reading.locate(pointer, 'key').start.line
    this.lines.set(name, line)
    return line
  }
}

/** Says what is wrong with the comments of one file. */
class CommentJudge {
  private readonly source: SourceText
  private readonly rules: ReadonlyMap<string, Rule>
  private readonly isOn: (rule: Rule) => boolean

  constructor(source: SourceText, rules: ReadonlyMap<string, Rule>, isOn: (rule: Rule) => boolean) {
    this.source = source
    this.rules = rules
    this.isOn = isOn
  }

  problems(comment: SuppressionComment, unused: SuppressionComment['rules']): CommentProblem[] {
    if (comment.word !== WORD)
      return this.found(
        'lint/unknown-rule',
        comment.span,
        `\`# ${comment.word}\` ignores nothing.`,
        'Write `# cards-ignore group/name: reason`, above the field.',
      )
    if (comment.rules.length === 0)
      return this.found(
        'lint/unknown-rule',
        comment.span,
        'The comment names no rule to ignore.',
        'Write `# cards-ignore group/name: reason`.',
      )
    const unknown = comment.rules.filter(({ id }) => !this.isKnown(id))
    const misnamed = unknown.flatMap(({ id, span }) =>
      this.found(
        'lint/unknown-rule',
        span,
        `There is no rule \`${id}\`.`,
        didYouMean(id, this.rules.keys(), '`cards rules` lists them.'),
      ),
    )
    if (comment.reason === '')
      return [
        ...misnamed,
        ...this.found(
          'lint/suppression-reason',
          comment.span,
          'The comment gives no reason, so nothing is ignored.',
          'Add one after a colon: `# cards-ignore group/name: reason`.',
        ),
      ]
    const needless = unused.filter(rule => !unknown.includes(rule) && this.mayFind(rule.id))
    return [
      ...misnamed,
      ...needless.flatMap(({ id, span }) =>
        this.found(
          'lint/unused-suppression',
          span,
          `\`${id}\` finds nothing here that could be ignored.`,
          'Remove it from the comment.',
          this.without(comment, needless),
        ),
      ),
    ]
  }

  private found(
    id: string,
    span: readonly [number, number],
    message: string,
    help: string,
    fix?: FixPlan,
  ): CommentProblem[] {
    const rule = this.rules.get(id)
    if (!rule || !this.isOn(rule)) return []
    return [{ rule, message, help, pointer: [], span, ...(fix ? { fix } : {}) }]
  }

  private isKnown(id: string): boolean {
    return this.rules.has(id) || this.inGroup(id).length > 0
  }

  private inGroup(id: string): Rule[] {
    return id.endsWith('/*') ? [...this.rules.values()].filter(rule => covers(id, rule.id)) : []
  }

  private mayFind(id: string): boolean {
    const rule = this.rules.get(id)
    return (rule ? [rule] : this.inGroup(id)).some(this.isOn)
  }

  /** The comment without the rules that are not needed; no comment at all when none is left. */
  private without(comment: SuppressionComment, needless: SuppressionComment['rules']): FixPlan {
    const { text } = this.source
    const kept = comment.rules.filter(rule => !needless.includes(rule))
    const [first, last] = [comment.rules[0], comment.rules.at(-1)]
    const title = kept.length === 0 ? 'Remove the comment' : 'Remove it from the comment'
    if (kept.length > 0 && first && last) {
      const span = [first.span[0], last.span[1]] as const
      return { title, safe: true, edits: [{ span, text: kept.map(({ id }) => id).join(', ') }] }
    }
    const start = lineStart(text, comment.span[0])
    const isAlone = text.slice(start, comment.span[0]).trim() === ''
    const lineEnd = text.indexOf('\n', comment.span[1])
    const span = isAlone
      ? ([start, lineEnd === -1 ? text.length : lineEnd + 1] as const)
      : ([text.slice(0, comment.span[0]).trimEnd().length, comment.span[1]] as const)
    return { title, safe: true, edits: [{ span, text: '' }] }
  }
}
