import { expect, it } from 'vitest'
import { listed } from '../../src/model/listed.ts'

it('lists what comes, in its order', async () => {
  async function* items() {
    yield* ['b', 'a']
  }
  expect(await listed(items())).toEqual(['b', 'a'])
})
