import { statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Stamps } from '../../../src/load/memo/stamps.ts'
import { directoryWith } from '../../support/library.ts'

describe('the stamps of files', () => {
  const far = Date.UTC(2099, 0, 1)

  it('are the same as long as nothing happens to the files', async () => {
    const root = directoryWith({ a: '1', b: '2' })
    const [first, second] = [
      await Stamps.take(root, ['a', 'b'], far),
      await Stamps.take(root, ['a', 'b'], far),
    ]
    expect(first.equals(second)).toBe(true)
    utimesSync(join(root, 'b'), 1, 1)
    const third = await Stamps.take(root, ['a', 'b'], far)
    expect(first.equals(third)).toBe(false)
    expect([first.isSame(0, third, 0), first.isSame(1, third, 1)]).toEqual([true, false])
  })

  it('prove nothing when they are younger than the coarsest step of a clock, or than the clock', async () => {
    const root = directoryWith({ a: '1' })
    const { mtimeMs } = statSync(join(root, 'a'))
    for (const [now, isProof] of [
      [mtimeMs + 60_000, true],
      [mtimeMs + 1900, false],
      [mtimeMs, false],
      [mtimeMs - 60_000, false],
    ] as const) {
      const stamps = await Stamps.take(root, ['a'], now)
      expect([now - mtimeMs, stamps.equals(stamps)]).toEqual([now - mtimeMs, isProof])
    }
  })

  it('are no stamps for a file that is not there', async () => {
    const stamps = await Stamps.take(directoryWith({}), ['gone'], far)
    expect(stamps.equals(stamps)).toBe(false)
  })
})
