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
