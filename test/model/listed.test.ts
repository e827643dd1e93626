import { expect, it } from 'vitest'
import { HadAtOnce, listed } from '../../src/model/listed.ts'

it('lists what comes, in its order', async () => {
  async function* items() {
    yield* ['b', 'a']
  }
  expect(await listed(items())).toEqual(['b', 'a'])
})

it('gives what is had at once as a list of its own, or one by one', async () => {
  const all = ['b', 'a']
  const items = new HadAtOnce(async () => all)
  const list = await listed(items)
  const single: string[] = []
  for await (const item of items) single.push(item)
  expect([list, single]).toEqual([all, all])
  expect(list).not.toBe(all)
})
