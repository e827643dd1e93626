import { brief } from '../model/brief.ts'
import { type Card, cardTitle } from '../model/card.ts'
import { counted } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import { jsonText } from '../model/json-text.ts'
import { neutralLine } from '../model/neutral.ts'
import { changeLibrary } from './change-library.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import type { NamedCard } from './named-cards.ts'
import { day, flag, text } from './option.ts'
import { patchText } from './patch-text.ts'
import { pathLines } from './path-lines.ts'
import { cancelled } from './prompts.ts'
import { readReferences } from './references.ts'
import { planRetire, type RetirePlan, type RetireTask } from './retire/plan.ts'
import { referrerLines } from './retire/referrers.ts'

export const retire = defineCommand({
  usage: '<ref...>',
  description:
    'Gives cards up: each goes, whole, to the same path below retired/ and says there when, why, and what to use instead. Its ID is never used again, and references to it lead to its replacement. What refers to it is listed.',
  examples: [
    ['cards retire MDc4MjQ5Yj --reason "The page was a hoax."', 'no card replaces it'],
    ['cards retire AbC123dEf4 --reason Superseded --replaced-by MDc4MjQ5Yj', 'another stands for it'],
    ['cards retire AbC123dEf4 --reason Superseded --dry-run', 'what it would do'],
  ],
  options: {
    reason: text('-r, --reason <text>', 'why: kept on the card, for whoever looks for it'),
    replacedBy: text('--replaced-by <ref>', 'the card to use instead'),
    date: day('--date <date>', 'when it was given up (default: today)'),
    dryRun: flag('--dry-run', 'write nothing, show the difference'),
    json: flag('--json', 'what was done, as JSON'),
  },
  async run(context, args, options): Promise<Result> {
    const { replacedBy, date } = options
    const references = await readReferences(context, args)
    const answer = await reasonFor(context, options.reason, { references, replacedBy, date })
    const task = { references, replacedBy, date, reason: answer.reason }
    if (task.reason === '')
      throw new CardsError('usage', 'The reason is empty.', 'Say why: --reason "The page is gone."')
    if (options.dryRun) return result(context, await planRetire(context, task), options)
    const confirmed = answer.isAsked ? await confirm(context, await planRetire(context, task)) : undefined
    const plan = await changeLibrary(context, library => planRetire({ ...context, library }, task), {
      confirmed,
    })
    return result(context, plan, options)
  },
})

interface Answer {
  /** Why cards are given up; undefined when there is nothing to retire, or every card says so itself. */
  readonly reason: string | undefined
  /** Whether a person was asked for it. */
  readonly isAsked: boolean
}

/** What was given as the reason; else asks for it, unless somebody wrote it on the cards before they moved. */
async function reasonFor(
  context: Context,
  given: string | undefined,
  task: Omit<RetireTask, 'reason'>,
): Promise<Answer> {
  if (given !== undefined) return { reason: given.trim(), isAsked: false }
  const { cards } = await planRetire(context, { ...task, reason: undefined })
  const silent = cards.filter(({ fields }) => fields.retired === undefined)
  if (silent.length === 0) return { reason: undefined, isAsked: false }
  const question = `Why ${silent.length === 1 ? 'is it' : 'are they'} given up?`
  const prompts = await context.prompts()
  if (!prompts)
    throw new CardsError(
      'usage',
      question,
      'Say it with --reason: it is kept on the card, for whoever looks for it.',
    )
  for (const card of silent) prompts.note(`${card.id}  ${cardTitle(card)}`)
  const reason = await prompts.text(question, {
    placeholder: 'The page is gone.',
    check: answer => (answer.trim() === '' ? 'Whoever looks for it will want to know.' : undefined),
  })
  return { reason: reason.trim(), isAsked: true }
}

/**
 * Asks before several cards go for a reason that was typed: one may have been meant for another question.
 * @throws CardsError `cancelled` when the answer is no
 */
async function confirm(context: Context, plan: RetirePlan): Promise<RetirePlan> {
  const prompts = await context.prompts()
  if (!prompts || plan.cards.length < 2) return plan
  if (!(await prompts.confirm(`Retire these ${counted(plan.cards.length, 'card')}?`))) throw cancelled()
  return plan
}

function result(
  context: Context,
  plan: RetirePlan,
  { dryRun, json }: { dryRun: boolean; json: boolean },
): Result {
  const { library } = context
  const paths = plan.changes.map(({ to }) => library.location(to))
  return {
    text: json
      ? `${jsonText(report(plan), 2)}\n`
      : dryRun
        ? patchText(plan.changes, context)
        : pathLines(paths, context),
    notes: [
      ...plan.notes,
      ...plan.already.map(alreadyLine),
      ...plan.cards.flatMap((card, i) => cardLines(card, plan, i, dryRun)),
    ],
    exitCode: 0,
  }
}

function alreadyLine({ card, replacement }: NamedCard): string {
  const { date, reason } = card.fields.retired ?? {}
  const why = reason === undefined ? '' : `: ${neutralLine(reason)}`
  const instead = replacement ? ` ${replacement.id} replaces it.` : ''
  return `${card.id} has been retired already${date === undefined ? '' : `, on ${date}`}${why}${instead}`
}

function cardLines(card: Card, plan: RetirePlan, i: number, dryRun: boolean): string[] {
  const referrers = plan.referrers[i]
  const title = neutralLine(brief(cardTitle(card)))
  const instead = plan.replacement ? `; ${plan.replacement.id} replaces it` : ''
  return [
    `${dryRun ? 'Would retire' : 'Retired'} ${card.id} “${title}”${instead}.`,
    ...(referrers ? referrerLines(referrers, plan.replacement?.id) : []).map(
      line => `- ${neutralLine(line)}`,
    ),
  ]
}

function report({ changes, cards, referrers, already, replacement }: RetirePlan): unknown {
  return {
    retired: cards.map((card, i) => ({
      id: card.id,
      from: card.path,
      path: changes[i]?.to,
      ...(replacement && { replaced_by: replacement.id }),
      cited_by: (referrers[i]?.pages ?? []).map(({ id, title }) => ({ id, ...(title && { title }) })),
      replaces: referrers[i]?.replaces,
      alias_of: referrers[i]?.aliasOf,
      mentioned_in: referrers[i]?.mentionedIn,
      ...(referrers[i]?.preview && { preview: referrers[i]?.preview }),
    })),
    already: already.map(({ card }) => card.id),
  }
}
