import { expect, it } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { runCards } from '../support/run-cards.ts'

it('the help lists every command under the heading of its group, each heading once', async () => {
  const { stdout } = await runCards(['--help'], { columns: 80 })
  const headings = stdout.match(/^[A-Z][a-z ]+:$/gm)
  expect(headings).toEqual(['Options:', 'Read:', 'Write:', 'Check:', 'Set up:', 'Examples:'])
  for (const { name, group, summary } of commands) {
    const part = stdout.slice(stdout.indexOf(`\n${group}:\n`) + 1).split('\n\n')[0]
    expect(part?.replace(/\s+/g, ' ')).toContain(` ${name} ${summary}`)
  }
})

it('the list of commands keeps those of a group together, as the README shows them', () => {
  const groups = commands.map(({ group }) => group)
  const changes = groups.filter((group, i) => group !== groups[i - 1])
  expect(new Set(changes).size).toBe(changes.length)
})

it.each(commands.map(({ name }) => name))(
  'gives the help of %s in whichever way it is asked for',
  async name => {
    const { stdout } = await runCards([name, '--help'])
    expect(stdout).toContain(`Usage: cards ${name} [options]`)
    for (const argv of [
      ['help', name],
      [name, '-h'],
      ['--quiet', name, '--help'],
      [name, '--dir', 'x', '--help'],
    ])
      expect(await runCards(argv)).toMatchObject({ stdout, exitCode: 0 })
  },
)

it('gives the overview in whichever way it is asked for', async () => {
  const { stdout } = await runCards(['--help'])
  for (const argv of [[], ['-h'], ['help'], ['--quiet'], ['--dir', 'x', '--help'], ['--dir', 'x', 'help']])
    expect(await runCards(argv)).toMatchObject({ stdout, exitCode: 0 })
})

it('prints the version in whichever way it is asked for', async () => {
  const { stdout } = await runCards(['--version'])
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  for (const argv of [['-V'], ['--dir', 'x', '-V'], ['-q', '--version']])
    expect(await runCards(argv)).toMatchObject({ stdout, exitCode: 0 })
})
