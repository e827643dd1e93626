import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import type { Drawing } from '../prompts.ts'

/** What came of a new card in the editor. Whatever that is, the card is there. */
export interface Opened {
  readonly card: Card
  readonly notes: readonly string[]
  readonly complaints: readonly (string | Drawing)[]
  readonly isComplete: boolean
}

/** Opens a new card in the user's editor. */
export async function openInEditor(context: Context, card: Card): Promise<Opened> {
  const { editByHand } = await import('../editing/edit-by-hand.ts')
  try {
    const library = context.openLibrary()
    const { plan, complaints, isComplete } = await editByHand({ ...context, library }, [card], false)
    const lookup = await context.openLibrary().find(card.id)
    return { card: lookup.kind === 'found' ? lookup.card : card, notes: plan.notes, complaints, isComplete }
  } catch (error) {
    if (!(error instanceof CardsError)) throw error
    return { card, notes: [], complaints: [error.message, error.hint ?? []].flat(), isComplete: false }
  }
}
