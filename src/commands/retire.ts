import { retiredPath, retireFile } from '../edit/operations/retire.ts'
import { brief } from '../model/brief.ts'
import { type Card, cardTitle } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import type { FileChange } from '../model/file-change.ts'
import { jsonText } from '../model/json-text.ts'
import { neutralLine } from '../render/neutral.ts'
import { changeLibrary } from './change-library.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { type NamedCard, namedCards } from './named-cards.ts'
import { day, flag, text } from './option.ts'
import { patchText } from './patch-text.ts'
import { readReferences } from './references.ts'
import { type Referrers, referrerLines, referrersOf } from './retire/referrers.ts'
import { sourceOf, unchangeable } from './source-of.ts'

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
    const task = { references: await readReferences(context, args), replacedBy, date }
    const reason = options.reason?.trim() ?? (await neededReason(context, task))
    if (reason === '')
      throw new CardsError('usage', 'The reason is empty.', 'Say why: --reason "The page is gone."')
    const plan = options.dryRun
      ? await planned(context, { ...task, reason })
      : await changeLibrary(context, library => planned({ ...context, library }, { ...task, reason }))
    return result(context, plan, options)
  },
})

interface Task {
  readonly references: readonly string[]
  /** Undefined when every card says why itself. */
  readonly reason: string | undefined
  readonly replacedBy: string | undefined
  /** Today when it is undefined. */
  readonly date: string | undefined
}

interface RetirePlan {
  readonly changes: readonly (FileChange & { kind: 'move' })[]
  readonly cards: readonly Card[]
  /** Of each card. */
  readonly referrers: readonly Referrers[]
  /** The cards that were retired before. */
  readonly already: readonly NamedCard[]
  readonly replacement: Card | undefined
  readonly notes: readonly string[]
}

/** Asks why, unless there is nothing to retire, or somebody wrote it on the cards before they moved. */
async function neededReason(context: Context, task: Omit<Task, 'reason'>): Promise<string | undefined> {
  const { cards } = await planned(context, { ...task, reason: undefined })
  const silent = cards.filter(({ fields }) => fields.retired === undefined)
  if (silent.length === 0) return undefined
  const prompts = await context.prompts()
  if (!prompts)
    throw new CardsError(
      'usage',
      `Why ${silent.length === 1 ? 'is it' : 'are they'} given up?`,
      'Say it with --reason: it is kept on the card, for whoever looks for it.',
    )
  for (const card of silent) prompts.note(`${card.id}  ${cardTitle(card)}`)
  return prompts.text(`Why ${silent.length === 1 ? 'is it' : 'are they'} given up?`, {
    placeholder: 'The page is gone.',
    check: answer => (answer.trim() === '' ? 'Whoever looks for it will want to know.' : undefined),
  })
}

async function planned(
  context: Context,
  { references, reason, replacedBy, date }: Task,
): Promise<RetirePlan> {
  const { library } = context
  const named = await namedCards(context, references)
  const cards = named.filter(({ isRetired }) => !isRetired).map(({ card }) => card)
  const { replacement, notes } = await replacementFor(cards, replacedBy, context)
  const files = new Map((await library.files()).map(({ path }) => [path.toLowerCase(), path]))
  const changes: (FileChange & { kind: 'move' })[] = []
  for (const card of cards) {
    const taken = files.get(retiredPath(card.path).toLowerCase())
    const there = taken === undefined ? undefined : await sourceOf(library, taken)
    const source = await sourceOf(library, card.path)
    const own = card.fields.retired
    const change = retireFile(
      source,
      {
        ...own,
        date: date ?? own?.date ?? context.today(),
        reason: reason ?? own?.reason ?? '',
        ...(replacement && { replaced_by: replacement.id }),
      },
      there,
    )
    if (change === undefined) throw unchangeable(card, library)
    if (there !== undefined && change.content !== there.bytes)
      throw new CardsError(
        'no',
        `${library.location(card.path)} cannot go to ${library.location(there.path)}: another card is there.`,
        'Give one of the two files another name. Nothing was written.',
      )
    changes.push(change)
  }
  return {
    changes,
    cards,
    referrers: await referrersOf(cards, library),
    already: named.filter(({ isRetired }) => isRetired),
    replacement,
    notes,
  }
}

async function replacementFor(
  cards: readonly Card[],
  reference: string | undefined,
  context: Context,
): Promise<{ replacement: Card | undefined; notes: string[] }> {
  if (reference === undefined) return { replacement: undefined, notes: [] }
  const [named] = await namedCards(context, [reference])
  const replacement = named?.isRetired ? named.replacement : named?.card
  if (replacement === undefined)
    throw new CardsError(
      'no',
      `${reference} is retired itself, and no card replaces it.`,
      'Name a card that is in use. Nothing was written.',
    )
  if (cards.some(({ path }) => path === replacement.path))
    throw new CardsError(
      'usage',
      `${replacement.id} cannot replace itself.`,
      'Name another card with --replaced-by. Nothing was written.',
    )
  const notes = named?.isRetired
    ? [`${neutralLine(reference)} is retired; its replacement ${replacement.id} is taken.`]
    : []
  return { replacement, notes }
}

function result(
  context: Context,
  plan: RetirePlan,
  { dryRun, json }: { dryRun: boolean; json: boolean },
): Result {
  const { library, isTerminal } = context
  const paths = plan.changes.map(({ to }) => library.location(to))
  const lines = paths.map(path => `${isTerminal ? neutralLine(path) : path}\n`)
  return {
    text: json
      ? `${jsonText(report(plan), 2)}\n`
      : dryRun
        ? patchText(plan.changes, context)
        : lines.join(''),
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
