import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { cleanCard, directoryWith } from './support/library.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'))

interface Hook {
  readonly id: string
  readonly entry: string
  readonly language: string
  readonly pass_filenames: boolean
}

/** Runs a step of the action as GitHub's runner does, with its inputs in the places of the expressions. */
function runStep(name: string, cwd: string, inputs: Readonly<Record<string, string>> = {}) {
  const step = action.runs.steps.find((candidate: { name: string }) => candidate.name === name)
  const given = (expression: string) =>
    expression.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, key) => inputs[key] ?? action.inputs[key].default)
  const env = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([key, value]) => [key, given(String(value))]),
  )
  const summary = join(cwd, 'summary.md')
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
    {
      cwd: join(cwd, given(step['working-directory'] ?? '.')),
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ...env,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_STEP_SUMMARY: summary,
      },
    },
  )
  return { stdout, stderr, status, summary: () => readFileSync(summary, 'utf8') }
}

describe('the step of the GitHub Action that lints', () => {
  it('annotates the lines, fills the summary and fails for an error', () => {
    const dir = directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'language: "!"') })
    const { stdout, status, summary } = runStep('Lint', dir)
    expect(stdout).toMatch(/^::error file=cards\/aaaaaaaaaa\.yaml,line=5,/m)
    expect(summary()).toContain('schema/value')
    expect(status).toBe(1)
  })

  it('passes for a clean library', () => {
    const { stdout, stderr, status } = runStep(
      'Lint',
      directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa') }),
    )
    expect([stderr, status]).toEqual(['', 0])
    expect(stdout).toContain('No problems in 1 card')
  })

  it('takes every input that it declares', () => {
    const dir = directoryWith({
      'sub/refs/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'credibility:', '  rating: 2'),
      'sub/refs/bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', 'credibility:', '  rating: 2'),
    })
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', dir, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args])
    git('init', '--quiet')
    git('add', '--all')
    git('commit', '--quiet', '--message=first')
    writeFileSync(
      join(dir, 'sub/refs/bbbbbbbbbb.yaml'),
      cleanCard('bbbbbbbbbb', 'credibility:', '  rating: 1'),
    )
    const inputs = {
      'working-directory': 'sub',
      dir: 'refs',
      paths: 'refs/aaaaaaaaaa.yaml\nrefs/bbbbbbbbbb.yaml\n',
      since: 'HEAD',
      'max-warnings': '0',
      sarif: 'lint.sarif',
    }
    expect(Object.keys(inputs).sort()).toEqual(Object.keys(action.inputs).sort())
    const { stdout, status } = runStep('Lint', dir, inputs)
    expect(stdout.match(/^::/gm)).toHaveLength(1)
    expect(stdout).toContain('::warning file=sub/refs/bbbbbbbbbb.yaml')
    expect(status).toBe(1)
    expect(JSON.parse(readFileSync(join(dir, 'sub/lint.sarif'), 'utf8')).runs[0].results).toHaveLength(1)
  })

  it('reads no input as a command', () => {
    const dir = directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa') })
    const { stderr, status } = runStep('Lint', dir, { since: '$(touch pwned)`touch pwned`; touch pwned' })
    expect(stderr).toContain('error:')
    expect(status).toBe(2)
    expect(execFileSync('ls', [dir], { encoding: 'utf8' })).not.toContain('pwned')
  })
})

describe('the hooks for pre-commit', () => {
  it.each((hooks as Hook[]).map(hook => [hook.id, hook] as const))('%s runs', (_, hook) => {
    const dir = directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'label: A &amp; B') })
    const [program, ...args] = hook.entry.split(' ')
    expect(program).toBe('cards')
    const { stdout, status } = spawnSync(process.execPath, [join(root, 'bin/cards.cjs'), ...args], {
      cwd: dir,
      encoding: 'utf8',
    })
    expect(stdout).toMatch(hook.entry.includes('--fix') ? /1 fixed/ : /1 fixable/)
    expect(status).toBe(0)
    expect([hook.language, hook.pass_filenames]).toEqual(['node', false])
  })
})
