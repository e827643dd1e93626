import type { Card } from '../model/card.ts'
import { fewNames } from '../model/few-names.ts'
import type { Finding } from '../model/finding.ts'
import { groupBy } from '../model/group-by.ts'
import { lineStartsOf, positionAt, type Range } from '../model/place.ts'
import { foldId } from '../model/stable-id.ts'

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
    const places: IdPlace[] = []
    for (const card of group) places.push({ card, range: await idRange(await textOf(card), card.id) })
    const firsts = places.slice(0, MOST_RELATED + 1)
    const counts = new Map<string, number>()
    for (const { id } of group) counts.set(id, (counts.get(id) ?? 0) + 1)
    for (const { card, range } of places) {
      const others = firsts.filter(place => place.card !== card).slice(0, MOST_RELATED)
      const paths = others.map(other => other.card.path)
      const names = fewNames(paths, group.length - 1)
      findings.push({
        rule: 'id/duplicate',
        severity: 'error',
        message:
          counts.get(card.id) === 1
            ? `The ID ${card.id} differs only in case from ${others[0]?.card.id} in ${names}.`
            : `The ID ${card.id} is also that of ${names}.`,
        help: 'An ID belongs to one card: give one of them a new ID, or remove the file that is a copy.',
        file: card.path,
        range,
        pointer: '/id',
        id: card.id,
        related: others.map(other => ({ file: other.card.path, range: other.range })),
      })
    }
  }
  return findings
}

/** A card with the place of its ID. */
interface IdPlace {
  readonly card: Card
  readonly range: Range
}

/**
 * Where a card's text has its ID. A line at the left margin that says `id: ` and the ID is no part of another value,
 * as all lines of those are indented; reading the whole text to find it would take long for thousands of copies.
 */
async function idRange(text: string, id: string): Promise<Range> {
  const line = /(?:^|\n)id: +(["']?)([A-Za-z0-9]{10})\1[ \t]*\r?(?:\n|$)/.exec(text)
  if (line?.[2] !== id) {
    const { readDocument } = await import('./yaml-document.ts')
    return readDocument(text).locate(['id'], 'value')
  }
  const end = line.index + line[0].trimEnd().length
  const start = end - id.length - 2 * (line[1]?.length ?? 0)
  const lineStarts = lineStartsOf(text.slice(0, end))
  return { start: positionAt(lineStarts, start), end: positionAt(lineStarts, end) }
}

function sharingAnId(cards: readonly Card[]): Card[][] {
  return [...groupBy(cards, card => foldId(card.id)).values()].filter(group => group.length > 1)
}
