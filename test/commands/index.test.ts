import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { directoryWith } from '../support/library.ts'
import { runCards, SAMPLE } from '../support/run-cards.ts'

const loaded = await Promise.all(
  commands.map(async entry => ({ name: entry.name, command: await entry.load() })),
)
// What needs a shell, an editor, the network, a repository, or a file or card that the reader has, is left out.
const examples = loaded
  .flatMap(({ command }) => command.examples.map(([line]) => line))
  .filter(line => !/[|>$]|import|--since|=lint|cards path 10|AbC123dEf4|summary\.txt/.test(line))
  .filter(line => !/^cards (fetch|add(?!.*--no-fetch)|edit \w+$|init research)/.test(line))

/** A directory with the sample library in it and documents that cite it, all of which an example may change. */
function copyOfSample(): string {
  const directory = directoryWith({
    'docs/page.md': 'It is said in [@MDc4MjQ5Yj].\n',
    'content/page.mdx': 'It is said in <R id="MDc4MjQ5Yj" />.\n',
    'paper.tex': 'It is said in \\cite{MDc4MjQ5Yj}.\n',
  })
  cpSync(SAMPLE, join(directory, 'cards'), { recursive: true })
  return directory
}

describe('an example of the help works:', () => {
  it.each(examples)('%s', async line => {
    const [, ...args] = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
      ([, single, double, bare]) => single ?? double ?? bare ?? '',
    )
    const { stdout, stderr, exitCode } = await runCards(args, { cwd: copyOfSample() })
    expect({ line, exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({
      line,
      exitCode: 0,
      stderr: '',
    })
    expect(stdout + stderr).not.toBe('')
  })
})
