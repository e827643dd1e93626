import { expect, it } from 'vitest'
import { inTurn, POLITENESS } from '../../src/fetch/polite-queue.ts'

/** Jobs that note when they run, for the hosts given. */
function noted(hosts: readonly string[][]) {
  const now: string[][] = []
  const together: number[] = []
  let clashes = 0
  const jobs = hosts.map((asked, i) => ({
    hosts: asked,
    run: async () => {
      if (now.some(others => others.some(host => asked.includes(host)))) clashes++
      now.push(asked)
      together.push(now.length)
      await new Promise(resolve => setTimeout(resolve, 5))
      now.splice(now.indexOf(asked), 1)
      return i
    },
  }))
  return { jobs, clashes: () => clashes, most: () => Math.max(...together) }
}

it('gives the results in the order of the jobs', async () => {
  const { jobs } = noted([['a'], ['a'], ['b'], ['c']])
  expect(await inTurn(jobs, undefined, { atOnce: 2, pause: 0 })).toEqual([0, 1, 2, 3])
  expect(await inTurn([], undefined)).toEqual([])
})

it('runs no more than so many at once, and no two of one host', async () => {
  const many = Array.from({ length: 30 }, (_, i) => [`host${i % 7}`, ...(i % 3 === 0 ? ['doi.org'] : [])])
  const { jobs, clashes, most } = noted(many)
  const counts: number[] = []
  await inTurn(jobs, count => counts.push(count), { atOnce: 4, pause: 1 })
  expect([clashes(), most()]).toEqual([0, 4])
  expect(counts).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
})

it('leaves a host alone for a while, and goes on with others', async () => {
  const order: string[] = []
  const job = (name: string, host: string) => ({
    hosts: [host],
    run: async () => {
      order.push(name)
    },
  })
  await inTurn([job('a1', 'a'), job('a2', 'a'), job('b1', 'b'), job('c1', 'c')], undefined, {
    atOnce: 1,
    pause: 30,
  })
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2'])
})

it('gives on what a job throws', async () => {
  const broken = { hosts: ['a'], run: () => Promise.reject(new Error('broken')) }
  await expect(inTurn([broken])).rejects.toThrow('broken')
})

it('asks four hosts at once, and each half a second after the last answer', () => {
  expect(POLITENESS).toEqual({ atOnce: 4, pause: 500 })
})
