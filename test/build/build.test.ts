import { expect, it } from 'vitest'
import { readingCommands } from '../../src/build/build.js'
import { commands } from '../../src/commands/index.ts'

it('keeps every command that reads or checks among those that start fast, but the two large ones', () => {
  const names = commands.filter(({ group }) => group === 'Read' || group === 'Check').map(({ name }) => name)
  expect([...readingCommands, 'export', 'refs']).toEqual(expect.arrayContaining(names))
})
