import { SEARCH_FIELDS } from './search-fields.ts'
import { SearchText } from './search-text.ts'
import { TextBlock } from './text-block.ts'

// In words of 32 bits: what it is, how many ends a card has, how many cards and blocks there are; then of each block
// the bytes of a unit, and how many cards and units it has; then the numbers, ends and text of each block. Words are
// written as this machine has them.
const MARK = 0x54584554
const HEAD = 4
const BLOCK_HEAD = 3
const WORD = Uint32Array.BYTES_PER_ELEMENT
const FIELDS = SEARCH_FIELDS.length

/** A search text as bytes, from which `searchTextFrom` makes it without parsing. */
export function searchTextBytes({ size, blocks }: SearchText): Uint8Array {
  const head = [MARK, FIELDS, size, blocks.length, ...blocks.flatMap(headOf)]
  const total = blocks.reduce((sum, block) => sum + bytesOf(headOf(block)), head.length * WORD)
  const bytes = Buffer.alloc(total)
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, total / WORD)
  words.set(head)
  let at = head.length
  for (const { text, isWide, numbers, ends } of blocks) {
    words.set(numbers, at)
    words.set(ends, at + numbers.length)
    at += numbers.length + ends.length
    at += padded(bytes.write(text, at * WORD, isWide ? 'utf16le' : 'latin1')) / WORD
  }
  return bytes
}

/**
 * The search text that was made into bytes, which it goes on using.
 * @returns undefined for other bytes, also for those that were cut off
 */
export function searchTextFrom(bytes: Uint8Array): SearchText | undefined {
  const whole = bytes.byteOffset % WORD === 0 ? bytes : new Uint8Array(bytes)
  const words = new Uint32Array(whole.buffer, whole.byteOffset, Math.floor(whole.length / WORD))
  const [mark, fields, size = 0, count = 0] = words
  if (mark !== MARK || fields !== FIELDS || HEAD + count * BLOCK_HEAD > words.length) return undefined
  const heads = Array.from({ length: count }, (_, i): Head => {
    const [width = 0, cards = 0, units = 0] = words.subarray(HEAD + i * BLOCK_HEAD)
    return [width, cards, units]
  })
  if (heads.reduce((sum, [, cards]) => sum + cards, 0) !== size) return undefined
  const start = HEAD + count * BLOCK_HEAD
  if (heads.reduce((sum, head) => sum + bytesOf(head), start * WORD) !== whole.length) return undefined
  const buffer = Buffer.from(whole.buffer, whole.byteOffset, whole.length)
  const blocks: TextBlock[] = []
  let at = start
  for (const [width, cards, units] of heads) {
    const numbers = words.subarray(at, at + cards)
    const ends = words.subarray(at + cards, at + cards * (1 + FIELDS))
    at += cards * (1 + FIELDS)
    if (!isAscending(ends, units)) return undefined
    const text = buffer.toString(width === 1 ? 'latin1' : 'utf16le', at * WORD, at * WORD + units * width)
    blocks.push(new TextBlock(text, width === 2, numbers, ends))
    at += padded(units * width) / WORD
  }
  return hasEach(blocks, size) ? new SearchText(size, blocks) : undefined
}

type Head = readonly [width: number, cards: number, units: number]

function headOf({ text, isWide, size }: TextBlock): Head {
  return [isWide ? 2 : 1, size, text.length]
}

function bytesOf([width, cards, units]: Head): number {
  return cards * (1 + FIELDS) * WORD + padded(units * width)
}

/** Words start at a multiple of their length. */
function padded(length: number): number {
  return Math.ceil(length / WORD) * WORD
}

/** Whether offsets are in order, and below a limit. */
function isAscending(offsets: Uint32Array, limit: number): boolean {
  let last = 0
  // A loop by index: this runs once, before the engine has seen how to run another fast.
  for (let i = 0; i < offsets.length; i++) {
    const offset = offsets[i] as number
    if (offset < last || offset >= limit) return false
    last = offset
  }
  return true
}

/** Whether blocks have the cards of all numbers below a limit, so many as they have in all; each in order. */
function hasEach(blocks: readonly TextBlock[], limit: number): boolean {
  const seen = new Uint8Array(limit)
  for (const { numbers } of blocks) {
    let last = -1
    for (const number of numbers) {
      if (number <= last || number >= limit || seen[number] === 1) return false
      seen[number] = 1
      last = number
    }
  }
  return true
}
