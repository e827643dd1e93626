import type { FoldedCard } from './fold-card.ts'
import { SEARCH_FIELDS } from './search-fields.ts'
import { TEXT_BREAK } from './text-pattern.ts'
import { type Units, unitsOf } from './word-units.ts'

const FIELDS = SEARCH_FIELDS.length

/**
 * The folded texts of many cards as one text, through which a word is found faster than card by card. It starts with
 * a break; each text of a card ends with one.
 */
export class TextBlock {
  readonly text: string
  /** Whether its characters need more than a byte each. */
  readonly isWide: boolean
  /** Which cards of the library they are, ascending. */
  readonly numbers: Uint32Array
  /** Where the texts of each field of `SEARCH_FIELDS` end, card after card, as in `FoldedCard`. */
  readonly ends: Uint32Array

  constructor(text: string, isWide: boolean, numbers: Uint32Array, ends: Uint32Array) {
    this.text = text
    this.isWide = isWide
    this.numbers = numbers
    this.ends = ends
  }

  /** How many cards are in it. */
  get size(): number {
    return this.numbers.length
  }

  /** Where the texts of a card start. */
  startOf(place: number): number {
    return place === 0 ? TEXT_BREAK.length : this.endOf(place - 1)
  }

  /** Where they end, after the last break. */
  endOf(place: number): number {
    return this.endOfField(place, FIELDS - 1) + TEXT_BREAK.length
  }

  endOfField(place: number, field: number): number {
    return this.ends[place * FIELDS + field] as number
  }

  /** The length of the texts of a field that a card has. */
  lengthOfField(place: number, field: number): number {
    const before = field === 0 ? this.startOf(place) - TEXT_BREAK.length : this.endOfField(place, field - 1)
    return this.endOfField(place, field) - before - TEXT_BREAK.length
  }

  /** The units of the text. */
  units(): Units {
    return unitsOf(this.text, this.isWide)
  }

  /** The title of a card, if it has one. */
  titleOf(place: number): string {
    return this.text.slice(this.startOf(place), Math.max(this.startOf(place), this.endOfField(place, 0)))
  }
}

/** Makes a block, card by card. */
export class TextBlockBuilder {
  private readonly pieces: string[] = [TEXT_BREAK]
  private readonly numbers: number[] = []
  private readonly ends: number[] = []
  length = TEXT_BREAK.length

  add(number: number, { folded, ends }: FoldedCard): void {
    for (const end of ends) this.ends.push(this.length + end)
    this.append(number, folded)
  }

  /** Adds a card that is in a block already. */
  copy(number: number, block: TextBlock, place: number): void {
    const start = block.startOf(place)
    for (let field = 0; field < FIELDS; field++)
      this.ends.push(block.endOfField(place, field) - start + this.length)
    this.append(number, block.text.slice(start, block.endOf(place)))
  }

  build(isWide: boolean): TextBlock {
    const [numbers, ends] = [Uint32Array.from(this.numbers), Uint32Array.from(this.ends)]
    return new TextBlock(this.pieces.join(''), isWide, numbers, ends)
  }

  private append(number: number, text: string): void {
    this.numbers.push(number)
    this.pieces.push(text)
    this.length += text.length
  }
}
