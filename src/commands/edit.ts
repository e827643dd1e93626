import { type Card, cardTitle } from '../model/card.ts'
import { counted, grouped } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import { fewNames } from '../model/few-names.ts'
import { areSameChanges } from '../model/file-change.ts'
import { firstOf } from '../model/first-of.ts'
import { jsonArray } from '../model/json-pieces.ts'
import { neutralLine } from '../model/neutral.ts'
import { changeLibrary } from './change-library.ts'
import { cardsNow, chosenCards } from './chosen-cards.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { corrections, type EditOptions, editOptions, operationsOf } from './edit/request.ts'
import { editByHand } from './editing/edit-by-hand.ts'
import { type EditPlan, planEdits } from './editing/edit-plan.ts'
import { newFindings } from './editing/new-findings.ts'
import { chosenOption } from './option.ts'
import { patchText } from './patch-text.ts'
import { pathLines } from './path-lines.ts'
import { cancelled, nobodyToAsk } from './prompts.ts'

export const edit = defineCommand({
  usage: '[ref...]',
  description:
    'Changes cards. Alone it opens each in your editor ($VISUAL, else $EDITOR), on a copy that is checked before it takes the place of the card. With --set, --unset, --add or --remove it changes that and nothing else: comments, quotes and the order of the keys stay as they are. A part of a field is named as in credibility.rating, an item of a list by its place, counted from 0 as in the JSON: key_points[0] is the first. Either all cards change, or none.',
  examples: [
    ['cards edit MDc4MjQ5Yj', 'in your editor'],
    ["cards edit MDc4 --set 'title=A better title' --unset label", 'give a field a value, take another away'],
    ["cards edit MDc4 --set 'key_points[0]=What to remember first.'", 'reword the first key point'],
    ['cards edit MDc4 --add tags=training --remove tags=draft', 'change a list'],
    ['cards edit MDc4 --set-file summary=summary.txt', 'a long text from a file, or - for standard input'],
    ["cards edit --where 'type:blog no:venue' --set type=web --dry-run", 'see what would change in many'],
  ],
  options: editOptions,
  async run(context, args, options): Promise<Result> {
    const operations = await operationsOf(context, options)
    const isByHand = operations.length === 0
    refuseNeedless(isByHand, options)
    const { cards, notes, complaints } = await chosenCards(context, args, options.where)
    if (complaints.length > 0)
      return {
        text: '',
        notes,
        complaints: [...complaints, ...(await revivable(context, args))],
        exitCode: 1,
      }
    if (operations.some(({ path }) => path.text === 'id') && cards.length > 1)
      throw new CardsError('usage', `${grouped(cards.length)} cards cannot get one ID.`, 'Name one card.')
    if (cards.length === 0) return result(context, options, NOTHING, ['No card matches.'])
    if (isByHand) {
      await confirm(context, options, cards, 'Open')
      const { plan, complaints, isComplete } = await editByHand(context, cards, options.renameId)
      const told = plan.edited.length === 0 ? [] : [summary(plan, plan.edited.length, options)]
      const shown = result(context, options, plan, [...notes, ...plan.notes, ...told])
      return { ...shown, complaints, exitCode: isComplete ? 0 : 1 }
    }
    const draft = await planEdits(context, context.library, cards, operations, options.force)
    const found = await newFindings(context, draft, options.force)
    const told = (plan: EditPlan, findings: readonly string[]) => [
      ...notes,
      ...corrections(operations),
      ...someOf(plan.notes),
      ...findings,
      summary(plan, cards.length, options),
    ]
    if (options.dryRun || draft.changes.length === 0)
      return result(context, options, draft, told(draft, found))
    const changing = new Set([...draft.texts.keys()])
    await confirm(
      context,
      options,
      cards.filter(({ path }) => changing.has(path)),
      'Change',
    )
    let findings = found
    const plan = await changeLibrary(context, async library => {
      const planned = await planEdits(
        context,
        library,
        await cardsNow(library, cards),
        operations,
        options.force,
      )
      // Another program may have written since; what it wrote counts, too.
      if (!areSameChanges(draft.changes, planned.changes))
        findings = await newFindings(context, planned, options.force)
      return planned
    })
    return result(context, options, plan, told(plan, findings))
  },
})

const NOTHING: EditPlan = { changes: [], edited: [], notes: [], texts: new Map() }

/** How retired cards come back, which alone are not edited. */
async function revivable({ library }: Context, references: readonly string[]): Promise<string[]> {
  const lines: string[] = []
  for (const reference of references) {
    const lookup = await library.find(reference)
    if (lookup.kind === 'retired' && !lookup.replacement)
      lines.push(`A retired card is not edited. To bring it back first: cards revive ${lookup.card.id}`)
  }
  return lines
}

/** Refuses options that would do nothing. */
function refuseNeedless(isByHand: boolean, options: EditOptions): void {
  if (options.yes) {
    if (options.where === undefined)
      throw new CardsError('usage', '--yes answers for --where, which is not given.', 'Leave it out.')
    chosenOption(options, ['yes', 'dryRun'])
  }
  if (isByHand && options.force)
    throw new CardsError(
      'usage',
      '--force keeps what --set and the like would be refused; there is none.',
      'Leave it out to open the editor: that asks before it keeps what is wrong.',
    )
  if (isByHand && options.dryRun)
    throw new CardsError(
      'usage',
      '--dry-run shows what --set and the like would change; there is none.',
      'Leave it out to open the editor.',
    )
}

/**
 * Asks before more cards are touched than were named.
 * @throws CardsError `usage` where nobody can be asked, `cancelled` when the answer is no
 */
async function confirm(
  context: Context,
  options: EditOptions,
  cards: readonly Card[],
  verb: string,
): Promise<void> {
  if (options.where === undefined || options.yes || cards.length === 0) return
  const all = counted(cards.length, 'card')
  const prompts = await context.prompts()
  if (!prompts) throw nobodyToAsk(`--where would ${verb.toLowerCase()} ${all}`)
  prompts.note(someOf(cards.map(card => neutralLine(`${card.id}  ${cardTitle(card)}`))).join('\n'))
  if (!(await prompts.confirm(`${verb} ${all}?`))) throw cancelled()
}

function result(context: Context, options: EditOptions, plan: EditPlan, notes: readonly string[]): Result {
  const { library } = context
  const paths = plan.edited.map(({ path }) => library.location(path))
  const text = options.json
    ? jsonArray(plan.edited)
    : options.dryRun
      ? patchText(plan.changes, context)
      : pathLines(paths, context)
  return { text, notes: notes.map(neutralLine), exitCode: 0 }
}

/** What was done, in a sentence. */
function summary({ edited }: EditPlan, all: number, { dryRun }: EditOptions): string {
  const [verb, done] = dryRun ? ['would change', 'Nothing would change.'] : ['changed', 'Nothing changed.']
  if (edited.length === 0) return done
  const fields = fewNames([...new Set(edited.flatMap(({ changed }) => changed))])
  const rest = all - edited.length
  const same = rest === 0 ? '' : `; ${counted(rest, 'card')} ${rest === 1 ? 'was' : 'were'} so already`
  return `${counted(edited.length, 'card')} ${verb} (${fields})${same}.`
}

/** So many notes are told of single cards. */
const TOLD = 10

function someOf(lines: readonly string[]): string[] {
  return firstOf(lines, TOLD, more => `… and ${grouped(more)} more.`)
}
