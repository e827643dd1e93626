import { describe, expect, it } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { runCards } from '../support/run-cards.ts'

const loaded = await Promise.all(
  commands.map(async entry => ({ name: entry.name, command: await entry.load() })),
)
// What needs a shell, a file that the reader has or a repository, or would write, is left out.
const examples = loaded
  .flatMap(({ command }) => command.examples.map(([line]) => line))
  .filter(line => !/[|>$]|import|cards path 10|--fix|--since|=lint/.test(line))

describe('an example of the help works:', () => {
  it.each(examples)('%s', async line => {
    const [, ...args] = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const { stdout, stderr, exitCode } = await runCards(args)
    expect({ line, exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({
      line,
      exitCode: 0,
      stderr: '',
    })
    expect(stdout + stderr).not.toBe('')
  })
})
