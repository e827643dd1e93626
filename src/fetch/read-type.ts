import type { CardType } from '../model/card.ts'
import { foldLine } from '../model/fold.ts'
import { cardTypeOf } from '../notation/csl/card-types.ts'

/** Open Graph's types that tell the type of a card (`article` does not), and what DCMI calls its own. */
const TYPES: ReadonlyMap<string, CardType> = new Map([
  ['book', 'book'],
  ['books.book', 'book'],
  ['dataset', 'dataset'],
  ['software', 'code'],
  ['movingimage', 'video'],
  ['report', 'report'],
  ['thesis', 'paper'],
  ['journal article', 'paper'],
  ['conference paper', 'paper'],
  ['technical report', 'report'],
])

/** The type of card that the type of a page makes, by Open Graph or Dublin Core. */
export function readType(value: string): CardType | undefined {
  const name = foldLine(value)
  if (name.startsWith('video.')) return 'video'
  return TYPES.get(name) ?? (/-/.test(name) ? cardTypeOf(name) : undefined)
}
