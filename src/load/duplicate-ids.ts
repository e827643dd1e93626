import type { Card } from '../model/card.ts'
import { fewNames } from '../model/few-names.ts'
import type { Finding } from '../model/finding.ts'
import type { Range } from '../model/place.ts'

/** Of a folder of copies, each need not name all the others. */
const MOST_RELATED = 20

/**
 * Cards that share an ID, or whose IDs differ only in case (one file on a system that folds case). Reported on
 * each of them, with the others as related places.
 * @param textOf the text of a card's file
 */
export async function duplicateIds(
  cards: readonly Card[],
  textOf: (card: Card) => Promise<string>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const group of sharingAnId(cards)) {
    const { readDocument } = await import('./yaml-document.ts')
    const places: { card: Card; range: Range }[] = []
    for (const card of group)
      places.push({ card, range: readDocument(await textOf(card)).locate(['id'], 'value') })
    for (const { card, range } of places) {
      const others = places.filter(place => place.card !== card)
      const names = fewNames(others.map(other => other.card.path))
      const isCase = others.every(other => other.card.id !== card.id)
      findings.push({
        rule: 'id/duplicate',
        severity: 'error',
        message: isCase
          ? `The ID ${card.id} differs only in case from ${others[0]?.card.id} in ${names}.`
          : `The ID ${card.id} is also that of ${names}.`,
        help: 'An ID belongs to one card: give one of them a new ID, or remove the file that is a copy.',
        file: card.path,
        range,
        pointer: '/id',
        id: card.id,
        related: others.slice(0, MOST_RELATED).map(other => ({ file: other.card.path, range: other.range })),
      })
    }
  }
  return findings
}

function sharingAnId(cards: readonly Card[]): Card[][] {
  const groups = new Map<string, Card[]>()
  for (const card of cards) {
    const folded = card.id.toLowerCase()
    const group = groups.get(folded)
    if (group) group.push(card)
    else groups.set(folded, [card])
  }
  return [...groups.values()].filter(group => group.length > 1)
}
