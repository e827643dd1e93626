import type { Card } from '../model/card.ts'
import { foldCard } from './fold-card.ts'
import { type TextBlock, TextBlockBuilder } from './text-block.ts'
import { isNarrow } from './word-units.ts'

/** Strings have an end: 2^29 units in the engine that we run on. */
const MOST_UNITS = 2 ** 28

/**
 * What `search` reads of a library: the folded texts of all cards, in the order of the cards. A card in which some
 * character does not fit into a byte is in a block of its like, so that the others take half the room.
 */
export class SearchText {
  /** How many cards there are. */
  readonly size: number
  readonly blocks: readonly TextBlock[]

  constructor(size: number, blocks: readonly TextBlock[]) {
    this.size = size
    this.blocks = blocks
  }

  /** The text of some cards. */
  static of(cards: Iterable<Card>): SearchText {
    return new SearchText(0, []).with(cards)
  }

  /**
   * The text of a library that has changed.
   * @param cards all its cards in their order: of each the number that it has here, or the card when its text is another
   */
  with(cards: Iterable<Card | number>): SearchText {
    const known = this.places()
    const narrow = new BlocksBuilder()
    const wide = new BlocksBuilder()
    let number = 0
    for (const card of cards) {
      if (typeof card === 'number') {
        const { block, place } = known[card] as Place
        const blocks = block.isWide ? wide : narrow
        blocks.next().copy(number, block, place)
      } else {
        const folded = foldCard(card)
        const blocks = isNarrow(folded.folded) ? narrow : wide
        blocks.next().add(number, folded)
      }
      number++
    }
    return new SearchText(number, [...narrow.build(false), ...wide.build(true)])
  }

  /** Gives the folded titles of cards: `''` for one that has none. */
  titles(): (number: number) => string {
    const places = this.places()
    return number => {
      const { block, place } = places[number] as Place
      return block.titleOf(place)
    }
  }

  /** Where each card is. */
  private places(): Place[] {
    const places: Place[] = Array.from({ length: this.size })
    for (const block of this.blocks) {
      for (const [place, number] of block.numbers.entries()) places[number] = { block, place }
    }
    return places
  }
}

interface Place {
  readonly block: TextBlock
  readonly place: number
}

/** Blocks of texts of one kind, of which a new one is begun when one gets too long. */
class BlocksBuilder {
  private readonly builders: TextBlockBuilder[] = []

  /** What the next card is to be put into. */
  next(): TextBlockBuilder {
    const last = this.builders.at(-1)
    if (last && last.length < MOST_UNITS) return last
    const another = new TextBlockBuilder()
    this.builders.push(another)
    return another
  }

  build(isWide: boolean): TextBlock[] {
    return this.builders.map(builder => builder.build(isWide))
  }
}
