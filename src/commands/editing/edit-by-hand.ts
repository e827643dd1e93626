import { createTemporaryCopy, removeTemporaryCopy } from '../../disk/temporary-copy.ts'
import { readIfThere } from '../../load/read-inputs.ts'
import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import type { Drawing } from '../prompts.ts'
import { type CheckedText, checkedText } from './checked-text.ts'
import type { EditedCard, EditPlan } from './edit-plan.ts'
import { runEditor } from './editor.ts'
import { keepText } from './keep-text.ts'

/** What came of cards that were opened in an editor. */
export interface HandEdited {
  readonly plan: EditPlan
  readonly complaints: readonly (string | Drawing)[]
  /** Whether what was written was kept, of every card. */
  readonly isComplete: boolean
}

/** What came of one of them. */
interface Outcome {
  readonly edited?: EditedCard
  readonly notes: readonly string[]
  readonly complaints?: readonly (string | Drawing)[]
  readonly isRefused?: true
  readonly isUnchanged?: true
}

/**
 * Opens cards in the user's editor, one after the other, each as a copy that is checked before it takes the place of
 * the card.
 * @param renamesId whether the ID may change
 * @throws CardsError when the first cannot be edited; where it is a later one, that is a complaint
 */
export async function editByHand(
  context: Context,
  cards: readonly Card[],
  renamesId: boolean,
): Promise<HandEdited> {
  const outcomes: Outcome[] = []
  for (const card of cards) {
    try {
      outcomes.push(await editCopy(context, card, renamesId))
    } catch (error) {
      if (!(error instanceof CardsError) || outcomes.length === 0) throw error
      outcomes.push({ notes: [], complaints: [error.message, error.hint ?? []].flat(), isRefused: true })
      break
    }
  }
  return {
    plan: {
      changes: [],
      edited: outcomes.flatMap(({ edited }) => edited ?? []),
      notes: [
        ...outcomes.flatMap(({ notes }) => notes),
        ...(outcomes.every(({ isUnchanged }) => isUnchanged) ? [WAITING] : []),
      ],
      texts: new Map(),
    },
    complaints: outcomes.flatMap(({ complaints = [] }) => complaints),
    isComplete: outcomes.every(({ isRefused }) => isRefused !== true),
  }
}

/** An editor that has a window of its own may be done before the person is. */
const WAITING =
  "If your editor returned at once, give it the option by which it waits, such as VISUAL='code --wait'."

/** Opens one card, and leaves no copy behind but one with a text that is nowhere else. */
async function editCopy(context: Context, card: Card, renamesId: boolean): Promise<Outcome> {
  const before = await context.library.source(card.path)
  const copy = createTemporaryCopy(`${card.id}.yaml`, before)
  const clearUp = () => {
    const left = readIfThere(copy)
    const isWorthKeeping = left !== undefined && !left.equals(before)
    if (!isWorthKeeping) removeTemporaryCopy(copy)
    return isWorthKeeping
  }
  try {
    const outcome = await editUntilDone(context, card, { copy, before, renamesId })
    if (outcome.isRefused && clearUp())
      return { ...outcome, complaints: [...(outcome.complaints ?? []), keptIn(copy)] }
    removeTemporaryCopy(copy)
    return outcome
  } catch (error) {
    if (!(error instanceof CardsError) || !clearUp()) throw error
    throw new CardsError(error.code, `${error.message}\n${keptIn(copy)}`, error.hint)
  }
}

function keptIn(copy: string): string {
  return `What you wrote is kept in ${copy}`
}

interface Copy {
  readonly copy: string
  readonly before: Uint8Array
  readonly renamesId: boolean
}

async function editUntilDone(context: Context, card: Card, given: Copy): Promise<Outcome> {
  const { copy, before, renamesId } = given
  for (;;) {
    await runEditor(context, copy)
    const text = readIfThere(copy)
    if (text === undefined)
      throw new CardsError('no', `The editor left no file; ${card.id} was left as it was.`)
    if (text.equals(before)) return { notes: [LEFT(card)], isUnchanged: true }
    const checked = await checkedText(context, card, text, renamesId)
    const choice = await decide(context, card, checked)
    if (choice === 'again') continue
    if (choice === 'discard') {
      removeTemporaryCopy(copy)
      return { notes: [LEFT(card)], isRefused: true }
    }
    const report = checked.report(context.errorTerminal)
    // Whoever was asked has seen it already.
    const complaints = choice === 'keep-asked' || report === '' ? [] : [{ drawn: report }]
    if (choice === 'refuse')
      return { notes: [], complaints: [...complaints, ...checked.sentences, LEFT(card)], isRefused: true }
    return { ...(await keepText(context, card, before, text)), complaints }
  }
}

const LEFT = ({ id }: Card) => `${id} was left as it was.`

type Decision = 'keep' | 'keep-asked' | 'again' | 'discard' | 'refuse'

/** What becomes of a text: the person at the terminal says so when something is wrong with it. */
async function decide(context: Context, { id }: Card, checked: CheckedText): Promise<Decision> {
  const { worst, canBeKept } = checked
  if (canBeKept && (worst === undefined || worst === 'info')) return 'keep'
  const prompts = await context.prompts()
  if (!prompts) return canBeKept && worst !== 'error' ? 'keep' : 'refuse'
  prompts.show({ drawn: `\n${checked.report(context.errorTerminal).trimEnd()}\n` })
  if (checked.sentences.length > 0) prompts.note(checked.sentences.join('\n'))
  const again = { value: 'again', label: 'Edit again' } as const
  const keep = canBeKept ? [{ value: 'keep-asked', label: 'Keep it anyway' } as const] : []
  const discard = { value: 'discard', label: 'Discard what I wrote' } as const
  const choices = worst === 'warning' ? [...keep, again, discard] : [again, ...keep, discard]
  return prompts.choose<Decision>(`What is to become of ${id}?`, choices)
}
