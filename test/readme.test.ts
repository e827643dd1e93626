import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mintStableId } from '../src/model/stable-id.ts'
import { runCards } from './support/run-cards.ts'

const path = fileURLToPath(new URL('../README.md', import.meta.url))
const readme = readFileSync(path, 'utf8')

/** Splits a shell line into arguments: quotes, and one pipe at most. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

/** What a reader who types the lines of a transcript sees, in a terminal of 80 columns. */
async function transcript(lines: readonly string[]): Promise<string> {
  const shown: string[] = []
  for (const line of lines) {
    const [command = '', filter] = line.slice(2).split(' | ')
    const [, ...args] = words(command)
    const { stdout, stderr } = await runCards(args, filter === undefined ? { columns: 80 } : {})
    shown.push(
      `${line}\n${filter === undefined ? stdout : cut(stdout, filter)}${filter === undefined ? stderr : ''}`,
    )
  }
  return shown.join('')
}

/** The one filter that the README uses: `cut -f 1,6`. */
function cut(text: string, filter: string): string {
  const columns = filter.replace('cut -f ', '').split(',').map(Number)
  return text.replace(/[^\n]+/g, row => columns.map(column => row.split('\t')[column - 1]).join('\t'))
}

const blocks = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = '']) => block)

describe('a transcript of the README is what one sees:', () => {
  it.each(blocks.map(block => [block.split('\n')[0] ?? '', block] as const))('%s', async (_, block) => {
    const lines = block.split('\n').filter(line => line.startsWith('$ '))
    const shown = await transcript(lines)
    if (process.env.RECORD)
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(`\`\`\`console\n${block}`, () => `\`\`\`console\n${shown}`),
      )
    else expect(block).toBe(shown)
  })
})

it('the test vectors of the README are right', () => {
  const rows = [...readme.matchAll(/^\| `((?:https|doi|arxiv):[^`]*)` \| `(\w{10})` \|$/gm)]
  expect(rows.length).toBeGreaterThan(4)
  for (const [, identity = '', id] of rows) expect(mintStableId(identity)).toBe(id)
})
