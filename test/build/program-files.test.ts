import { expect, it } from 'vitest'
import { isSeldomEntry, readingCommands } from '../../src/build/program-files.js'
import { commands } from '../../src/commands/index.ts'

it('keeps every command that reads or checks among those that start fast, but the two large ones', () => {
  const names = commands.filter(({ group }) => group === 'Read' || group === 'Check').map(({ name }) => name)
  expect([...readingCommands, 'export', 'refs']).toEqual(expect.arrayContaining(names))
})

it.each([
  ['src/commands/list.ts', false],
  ['src/commands/export.ts', true],
  ['src/commands/scan-documents.ts', true],
  ['src/cli/terminal-prompts.ts', true],
  // What is loaded late beside the commands is none of them, unless it is named.
  ['src/commands/cited-cards.ts', false],
  ['src/load/examine.ts', false],
  [undefined, false],
])('keeps %s for those who need it: %s', (file, isSeldom) => {
  expect(isSeldomEntry(file)).toBe(isSeldom)
})
