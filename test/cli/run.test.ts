import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { commands } from '../../src/commands/index.ts'
import { answering } from '../support/answers.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards, SAMPLE } from '../support/run-cards.ts'

describe('the program', () => {
  it('prints its version', async () => {
    expect(await runCards(['--version'])).toMatchObject({
      stdout: `${manifest.version}\n`,
      stderr: '',
      exitCode: 0,
    })
  })

  it.each([[[]], [['--help']], [['-h']], [['help']]])('lists every command for %j', async args => {
    const { stdout, stderr, exitCode } = await runCards(args)
    for (const { name, summary } of commands)
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'))
    expect(stdout).toContain('Examples:')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  it.each(commands.map(({ name }) => name))('explains %s with its options and examples', async name => {
    const { stdout, exitCode } = await runCards(['help', name])
    expect(stdout).toContain(`Usage: cards ${name}`)
    expect(stdout).toMatch(new RegExp(`Examples:\\n +.*cards ${name}`))
    expect(stdout).toContain('--dir <dir>')
    expect(exitCode).toBe(0)
    expect(await runCards([name, '--help'])).toMatchObject({ stdout, exitCode: 0 })
  })

  it('fits its help to a narrow terminal', async () => {
    const { stdout } = await runCards(['help', 'list'], { columns: 50 })
    const [options = ''] = stdout.split('Examples:')
    for (const line of options.split('\n')) expect(line.length).toBeLessThanOrEqual(50)
  })

  it.each(commands.map(({ name }) => name))('wraps the help of %s for 40 columns', async name => {
    const { stdout } = await runCards(['help', name], { columns: 40 })
    // A command to try is shown whole, to be copied.
    const lines = stdout.split('\n').filter(line => !/^ {2}(?!-)\S*.*\bcards |^Usage:/.test(line))
    expect(lines.filter(line => line.length > 40)).toEqual([])
  })

  it.each([
    [['lsit'], "error: Unknown command 'lsit'.\nDid you mean list?\n"],
    [['list', '--lmit', '3'], "error: Unknown option '--lmit'.\nDid you mean --limit?\n"],
    [['edit', '--editor'], "error: Unknown option '--editor'.\nSee cards edit --help.\n"],
    [['help', 'nope'], "error: Unknown command 'nope'.\nSee cards --help.\n"],
    [
      ['list', '--json', '--fields', 'foo'],
      'error: Cards have no field `foo`.\nAmong the fields are id, url, doi, arxiv, isbn, pmid, also_at, title; `cards schema output-card` has all.\n',
    ],
    [['list', '--limit'], "error: Option '-n, --limit <count>' argument missing.\nSee cards list --help.\n"],
    [
      ['list', '--limit', 'few'],
      'error: --limit takes a whole number, not `few`.\nFor example: --limit 10\n',
    ],
    [['show'], "error: Missing required argument 'ref'.\nSee cards show --help.\n"],
    [
      ['--color', 'red', 'list'],
      'error: --color takes auto, always or never, not `red`.\nFor example: --color never\n',
    ],
    [
      ['list', '--dir', 'nowhere'],
      'error: There is no library at nowhere.\nName one with --dir DIR or CARDS_DIR, or make one with `cards init`.\n',
    ],
    [
      ['list', '--dir', 'package.json'],
      'error: package.json is not a directory.\nName one with --dir DIR or CARDS_DIR, or make one with `cards init`.\n',
    ],
    [
      ['list', '--config', 'none.yaml'],
      'error: The config none.yaml cannot be read: there is no such file or folder.\nCheck the path after --config.\n',
    ],
  ])('refuses %j', async (args, stderr) => {
    expect(await runCards(args)).toMatchObject({ stdout: '', stderr, exitCode: 2 })
  })

  it('takes its options before and after the command', async () => {
    const dir = directoryWith({ 'a.yaml': cardText('aaaaaaaaaa') })
    const before = await runCards(['--dir', dir, '-q', 'list'])
    expect(before).toMatchObject({ stderr: '', exitCode: 0 })
    expect(await runCards(['list', '--quiet', '--dir', dir])).toEqual(before)
    expect(await runCards(['-q', 'list'], { env: { CARDS_DIR: dir } })).toEqual(before)
    expect(await runCards(['-q', 'list'], { env: { CARDS_DIR: '/nowhere' }, cwd: dir })).toMatchObject({
      exitCode: 2,
    })
  })

  it('ends quietly when nobody reads its output any more', async () => {
    const { stdout, stderr, exitCode } = await runCards(['list', '--dir', SAMPLE, '--ndjson'], {
      readerLeavesAfter: 0,
    })
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: '', stderr: '', exitCode: 0 })
  })

  it('neutralises what an error repeats', async () => {
    const { stderr } = await runCards(['show', '\x1b[2Jred'])
    expect(stderr).toContain('␛[2Jred')
    expect(stderr).not.toContain('\x1b')
  })

  it('colours on a terminal, on demand, and not with NO_COLOR', async () => {
    const esc = '\x1b['
    const env = { TERM: 'xterm-256color' }
    expect((await runCards(['show', 'MDc4MjQ5Yj'], { columns: 80, env })).stdout).toContain(esc)
    expect((await runCards(['show', 'MDc4MjQ5Yj', '--color', 'always'])).stdout).toContain(esc)
    expect((await runCards(['show', 'MDc4MjQ5Yj'], { env: { FORCE_COLOR: '1' } })).stdout).toContain(esc)
    expect(
      (await runCards(['show', 'MDc4MjQ5Yj'], { columns: 80, env: { ...env, NO_COLOR: '1' } })).stdout,
    ).not.toContain(esc)
    expect(
      (await runCards(['show', 'MDc4MjQ5Yj', '--color', 'never'], { columns: 80, env })).stdout,
    ).not.toContain('\x1b')
    expect((await runCards(['show', 'MDc4MjQ5Yj'])).stdout).not.toContain('\x1b')
  })
})

describe('in GitHub Actions', () => {
  const env = { GITHUB_ACTIONS: 'true' }
  const title = '"::error::x ##[error]boo"'
  const library = () =>
    directoryWith({
      'cards/a.yaml': cardText('aaaaaaaaaa', 'summary: |', '  ::error::boo').replace(
        'Card aaaaaaaaaa',
        title,
      ),
      'cards/b.yaml': cardText('bbbbbbbbbb', 'also_at: [https://example.org/aaaaaaaaaa]'),
      'cards/venues.yaml': '- id: one\n  name: "##[error]Boo"\n',
      'cards/line\n::error::break.yaml': cardText('cccccccccc'),
    })

  it.each([
    ['list'],
    ['list', '--columns', 'title,id'],
    ['show', 'aaaaaaaaaa'],
    ['show', 'aaaaaaaaaa', '--field', 'title'],
    ['show', '::error::x\n::error::y'],
    ['search', 'boo'],
    ['path', 'cccccccccc'],
    ['retire', 'aaaaaaaaaa', '--reason', 'Gone.'],
    ['merge', 'aaaaaaaaaa', 'bbbbbbbbbb', '--yes'],
    ['dupes'],
    ['venues'],
    ['venues', 'one'],
    ['add', 'https://example.org/x', '--title', '::error::x ##[error]y', '--no-fetch', '--dry-run'],
    ['lint', '--statistics'],
    ['lint', '--diff', '--unsafe-fixes'],
    ['list', '--json'],
    ['list', '--ndjson'],
    ['\n::error::x'],
  ])('no text of cards acts on the runner: %s %s', async (...args) => {
    const { stdout, stderr } = await runCards(args, { cwd: library(), env })
    const out = stdout + stderr
    expect(out).not.toBe('')
    expect(out).not.toMatch(/^\s*::/m)
    expect(out).not.toContain('##[')
  })

  it('JSON says the same, and only reports for the runner have its commands', async () => {
    const cwd = library()
    const { stdout } = await runCards(['show', 'aaaaaaaaaa', '--json'], { cwd, env })
    expect(JSON.parse(stdout).title).toBe('::error::x ##[error]boo')
    const report = await runCards(['lint', '--format', 'github'], { cwd, env })
    expect(report.stdout).toMatch(/^::(error|warning|notice) file=/m)
    expect(report.stdout).not.toContain('##[')
  })

  it('what goes into a file is the same as anywhere; of the rest it is told what was changed', async () => {
    const cwd = library()
    const args = ['list', 'id:aaaaaaaaaa', '--columns', 'title']
    const { stdout: anywhere } = await runCards(args, { cwd })
    expect(anywhere).toBe('::error::x ##[error]boo\n')
    expect((await runCards(args, { cwd, env, isFile: true })).stdout).toBe(anywhere)
    const { stdout, stderr } = await runCards(args, { cwd, env })
    expect(stdout).toBe(': :error::x # #[error]boo\n')
    expect(stderr).toContain('Some lines, which GitHub Actions would have acted on, were changed.')
    expect((await runCards([...args, '-q'], { cwd, env })).stderr).toBe('')
  })

  it('bytes of a file stay as they are', async () => {
    const text = cardText('aaaaaaaaaa', 'summary: |', '  ::error::boo ##[error]', 'label: A &amp; B')
    const cwd = directoryWith({ 'cards/a.yaml': text })
    const args = ['lint', '--fix', '--stdin', '--stdin-filename', 'cards/a.yaml']
    const { stdout } = await runCards(args, { cwd, env, stdin: text })
    expect(stdout).toBe(text.replace('&amp;', '&'))
  })
})

describe('a question that is answered with no', () => {
  it('ends the command, and is no error', async () => {
    const dir = directoryWith({
      'cards/a.yaml': cardText('aaaaaaaaaa'),
      'cards/b.yaml': cardText('bbbbbbbbbb', 'also_at: [https://example.org/aaaaaaaaaa]'),
    })
    const outcome = await runCards(['edit', '--where', 'type:web', '--set', 'language=en'], {
      cwd: dir,
      prompts: answering(false),
    })
    expect(outcome).toMatchObject({ stdout: '', exitCode: 1 })
    expect(outcome.stderr).toBe('Cancelled; nothing was written.\n')
  })
})

describe('remarks on a terminal', () => {
  it('are wrapped, with their further lines indented', async () => {
    const dir = directoryWith({ 'a.yaml': cardText('aaaaaaaaaa', 'sumary: x') })
    const { stderr } = await runCards(['show', 'aaaaaaaaaa', '--dir', '.'], { cwd: dir, columns: 40 })
    expect(stderr).toContain(
      'a.yaml:5:1: error: `sumary` is not a\n  field of a card. Did you mean\n  `summary`? [schema/unknown-key]\n',
    )
  })

  it('keep the place of a mistake in a query', async () => {
    const { stderr } = await runCards(['list', 'author:benson', 'tpye:blog'], { columns: 40 })
    expect(stderr).toContain('\n  author:benson tpye:blog\n                ^^^^\n')
  })

  it('are coloured, and are not, as --color says', async () => {
    const esc = '\x1b['
    expect((await runCards(['list', 'tpye:x', '--color', 'always'])).stderr).toContain(esc)
    const env = { TERM: 'xterm-256color' }
    expect((await runCards(['list', 'tpye:x', '--color=never'], { columns: 80, env })).stderr).not.toContain(
      esc,
    )
    expect((await runCards(['help', 'list', '--color', 'never'], { columns: 80, env })).stdout).not.toContain(
      esc,
    )
    expect((await runCards(['help', 'list'], { columns: 80, env })).stdout).toContain(esc)
  })

  it('say that there is no such command to help with', async () => {
    expect(await runCards(['help', 'lsit'])).toMatchObject({
      stderr: "error: Unknown command 'lsit'.\nDid you mean list?\n",
      exitCode: 2,
    })
  })
})
