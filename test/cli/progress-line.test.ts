import { expect, it } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { ProgressLine } from '../../src/cli/progress-line.ts'

/** A world whose clock is set by hand, and what was written to its terminal. */
function world(isTTY = true) {
  const written: string[] = []
  const state = { now: 0, tick: undefined as (() => void) | undefined, written }
  const io = {
    stderr: { isTTY, columns: 80, write: async (chunk: string) => written.push(chunk) > 0 },
    elapsed: () => state.now,
    every: (_: number, action: () => void) => {
      state.tick = action
      return () => {
        state.tick = undefined
      }
    },
  } as unknown as Io
  return { io, state }
}

it('is drawn once work takes longer than a second, also when nothing new is said', () => {
  const { io, state } = world()
  const line = new ProgressLine(io, false)
  line.show('1 of 3')
  state.now = 999
  state.tick?.()
  expect(state.written).toEqual([])
  state.now = 1000
  state.tick?.()
  state.now = 1200
  state.tick?.()
  expect(state.written).toEqual(['\r\x1b[K1 of 3'])
})

it('shows the newest text, though not every one', () => {
  const { io, state } = world()
  const line = new ProgressLine(io, false)
  state.now = 1000
  for (const text of ['1 of 3', '2 of 3', '3 of 3']) line.show(text)
  state.now = 1100
  state.tick?.()
  line.clear()
  expect(state.written).toEqual(['\r\x1b[K1 of 3', '\r\x1b[K3 of 3', '\r\x1b[K'])
  expect(state.tick).toBeUndefined()
})

it.each([
  ['off a terminal', false, false],
  ['when only results are wanted', true, true],
])('says nothing %s', (_, isTTY, isQuiet) => {
  const { io, state } = world(isTTY)
  const line = new ProgressLine(io, isQuiet)
  state.now = 5000
  line.show('1 of 3')
  line.clear()
  expect({ written: state.written, tick: state.tick }).toEqual({ written: [], tick: undefined })
})
