import { describe, expect, it } from 'vitest'
import { lossLine } from '../../../src/commands/export/loss-line.ts'
import type { Loss } from '../../../src/export/loss.ts'

const loss = (field: string, count: number, more: Partial<Loss> = {}): Loss => ({
  field,
  what: 'dropped',
  cards: Array.from({ length: count }, (_, i) => String(i)),
  ...more,
})

describe('the line of losses', () => {
  it('is none when nothing was lost', () => {
    expect(lossLine('ris', [])).toEqual([])
  })

  it('tells on how many cards which field was dropped', () => {
    expect(lossLine('ris', [loss('key_points', 412), loss('credibility', 1046)])).toEqual([
      'ris: dropped key_points on 412 cards, credibility on 1,046',
    ])
  })

  it('tells what was changed on a line of its own, and why', () => {
    const changed = { what: 'changed', why: 'without Markdown' } as const
    expect(lossLine('ris', [loss('notes', 1), loss('title', 1, changed), loss('notes', 2, changed)])).toEqual(
      [
        'ris: dropped notes on 1 card',
        'ris: changed title on 1 card (without Markdown), notes on 2 (without Markdown)',
      ],
    )
  })

  it('tells of many those on most cards, in their order', () => {
    const [line] = lossLine(
      'ris',
      Array.from({ length: 30 }, (_, i) => loss(`extra.n${i}`, ((i * 7) % 30) + 1)),
    )
    expect(line).toBe(
      'ris: dropped extra.n3 on 22 cards, extra.n4 on 29, extra.n7 on 20, extra.n8 on 27, extra.n12 on 25, extra.n16 on 23, extra.n17 on 30, extra.n20 on 21, extra.n21 on 28, extra.n24 on 19, extra.n25 on 26, extra.n29 on 24, and 18 more, which --report FILE tells',
    )
  })

  it('has nothing in it that drives a terminal', () => {
    expect(lossLine('ris', [loss('extra.\x1b[31m\n', 1)])).toEqual(['ris: dropped extra.␛[31m  on 1 card'])
  })
})
