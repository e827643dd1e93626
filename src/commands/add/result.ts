import { type Card, cardTitle } from '../../model/card.ts'
import { cardJson, type JsonField } from '../../model/card-json.ts'
import { jsonArray } from '../../model/json-pieces.ts'
import { jsonText } from '../../model/json-text.ts'
import { neutralLine, neutralText } from '../../model/neutral.ts'
import { span } from '../../render/span.ts'
import { paint } from '../../render/theme.ts'
import { wrapSpans } from '../../render/wrap.ts'
import type { Context } from '../command.ts'
import type { NewCard } from './plan.ts'

/** The files of new cards, as they would be written. */
export function yamlText({ isTerminal }: Context, added: readonly NewCard[]): string {
  const text = added.map(card => card.text).join('---\n')
  return isTerminal ? neutralText(text) : text
}

/** New cards in their JSON: an array for those of a list, else an object. */
export async function jsonResult(
  { library }: Context,
  cards: readonly Card[],
  isList: boolean,
  fields: readonly JsonField[] | undefined,
): Promise<string | Iterable<string>> {
  const registries = await library.registriesFor(cards)
  const values = cards.map(card => cardJson(card, registries, fields))
  if (isList) return jsonArray(values)
  return values[0] === undefined ? '' : `${jsonText(values[0], 2)}\n`
}

/** The IDs and paths of new cards: a line each for programs; for people with their titles. */
export function addedText({ isTerminal, terminal, library }: Context, cards: readonly Card[]): string {
  const line = (card: Card) => {
    const path = library.location(card.path)
    if (!isTerminal) return `${card.id}\t${path}\n`
    const spans = [span('Added '), span(card.id, 'id'), span(`  ${neutralLine(cardTitle(card))}`)]
    const lines = wrapSpans(spans, terminal.columns).map(part => paint(part, terminal))
    return `${lines.join('\n')}\n      ${neutralLine(path)}\n`
  }
  return cards.map(line).join('')
}
