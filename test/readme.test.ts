import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { mintStableId } from '../src/model/stable-id.ts'
import { cardText, directoryWith } from './support/library.ts'
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
  const cwd = copyOfRepository()
  for (const line of lines) {
    const [command = '', filter] = line.slice(2).split(' | ')
    const [, ...args] = words(command)
    const { stdout, stderr } = await runCards(args, filter === undefined ? { cwd, columns: 80 } : { cwd })
    shown.push(
      `${line}\n${filter === undefined ? stdout : cut(stdout, filter)}${filter === undefined ? stderr : ''}`,
    )
  }
  return shown.join('')
}

/** A directory with what transcripts look at, which they may change. */
function copyOfRepository(): string {
  const copy = directoryWith({})
  for (const part of ['cards', 'test/fixtures'])
    cpSync(new URL(`../${part}`, import.meta.url), join(copy, part), { recursive: true })
  return copy
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

describe('what the README says of CI', () => {
  const chapter = readme.slice(readme.indexOf('### In CI'), readme.indexOf('### Rules'))
  const yaml = [...chapter.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text))
  const action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'))
  const hooks = parse(readFileSync(new URL('../.pre-commit-hooks.yaml', import.meta.url), 'utf8'))

  it('names inputs that the action has, and all of them', () => {
    const steps = yaml[0].jobs.lint.steps
    for (const input of Object.keys(steps[1].with)) expect(Object.keys(action.inputs)).toContain(input)
    expect(steps[0].with).toEqual({ 'fetch-depth': 0 })
    for (const input of Object.keys(action.inputs)) expect(chapter).toContain(`\`${input}\``)
  })

  it('runs as shown on GitLab, where the report is the one that GitLab is told to read', async () => {
    const { script, artifacts } = yaml[1].lint
    const cwd = directoryWith({ 'cards/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa') })
    const { exitCode } = await runCards(
      words(script[0].replace('npx --yes source-cards', 'cards')).slice(1),
      { cwd },
    )
    expect(exitCode).toBe(1)
    const report = JSON.parse(readFileSync(`${cwd}/${artifacts.reports.codequality}`, 'utf8'))
    expect(report).toMatchObject([{ check_name: 'url/placeholder' }])
    expect(artifacts.when).toBe('always')
  })

  it('runs as shown anywhere else', async () => {
    const [, line = ''] = /```sh\nnpx --yes source-cards (.*)\n```/.exec(chapter) ?? []
    const cwd = directoryWith({ 'cards/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa') })
    const { stdout, exitCode } = await runCards(words(line), { cwd })
    expect([stdout.split('\n').length, exitCode]).toEqual([3, 1])
    expect(readFileSync(`${cwd}/lint.xml`, 'utf8')).toContain('<testsuites')
  })

  it('names hooks that there are', () => {
    const named = yaml[2].repos[0].hooks.map(({ id }: { id: string }) => id)
    expect(hooks.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(named))
  })
})

it('the configs of the README are right', async () => {
  const blocks = [...readme.matchAll(/```yaml\n((?:dir|tags): [\s\S]*?)```/g)].map(([, text = '']) => text)
  expect(blocks).toHaveLength(2)
  for (const config of blocks) {
    const cwd = directoryWith({ 'cards.config.yaml': config, 'cards/venues.yaml': '[]\n' })
    expect(await runCards(['rules', 'text/summary'], { cwd })).toMatchObject({ stderr: '', exitCode: 0 })
  }
})
