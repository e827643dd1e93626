import { describe, expect, it } from 'vitest'
import { SLOW, timeInTurn } from '../bench/in-turn.js'
import { median, pairedRatio } from '../bench/median.js'

const command = (name: string) => ({ args: [name], cwd: '.' })

describe('timing in turn', () => {
  it('runs one after the other, once more than it counts', () => {
    const order: string[] = []
    const samples = timeInTurn({ a: command('a'), b: command('b') }, 2, ({ args }) =>
      order.push(args[0] ?? ''),
    )
    expect(order.join('')).toBe('ababab')
    expect(samples).toEqual({ a: [3, 5], b: [4, 6] })
  })

  it('runs what is slow a third as often', () => {
    const samples = timeInTurn({ a: command('slow'), b: command('fast') }, 15, ({ args }) =>
      args[0] === 'slow' ? SLOW + 1 : 1,
    )
    expect(samples.a).toHaveLength(5)
    expect(samples.b).toHaveLength(15)
  })

  it('does not take what is slow with an empty cache for slow', () => {
    let runs = 0
    expect(timeInTurn({ a: command('a') }, 6, () => (runs++ === 0 ? SLOW * 2 : 1)).a).toHaveLength(6)
  })
})

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[10, 9, 100, 1], 9.5],
    [[], Number.NaN],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  it('of ratios is that of the rounds, whatever the machine does between them', () => {
    expect(pairedRatio([2, 20, 200], [1, 10, 100])).toBe(2)
  })
})
