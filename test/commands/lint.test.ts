import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanCard, directoryWith } from '../support/library.ts'
import { runCards, SAMPLE, type Surroundings } from '../support/run-cards.ts'

/** A rating without a reason: a warning that has no fix. */
const RATED = ['credibility:', '  rating: 2']
/** An error that has no fix. */
const MISTYPED = ['language: "!"']
/** A warning with a safe fix. */
const ENTITY = ['key_points:', '  - Tom &amp; Jerry are at it again, as they always were.']
/** A warning with an unsafe fix. */
const TAGGED = ['notes: This is <b>bold</b> of them, it is.']

const library = (files: Readonly<Record<string, string>>) =>
  directoryWith(Object.fromEntries(Object.entries(files).map(([path, text]) => [`cards/${path}`, text])))
const lint = (cwd: string, ...args: string[]) => runCards(['lint', ...args], { cwd })
const concise = async (cwd: string, ...args: string[]) => {
  const { stdout } = await lint(cwd, '--format', 'concise', ...args)
  return stdout.trimEnd().split('\n')
}
const rulesIn = (lines: readonly string[]) =>
  lines.flatMap(line => /\[([a-z]+\/[a-z-]+)\]$/.exec(line)?.[1] ?? [])

describe('cards lint', () => {
  it('fits the statistics to a terminal', async () => {
    const cwd = directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'summary: x') })
    const { stdout } = await runCards(['lint', '--statistics'], { cwd, columns: 40 })
    expect(stdout).toContain('text/summary')
    expect(stdout.split('\n').filter(line => line.length > 40)).toEqual([])
  })

  it('tells how to begin where there are no cards yet', async () => {
    const cwd = directoryWith({})
    await runCards(['init', '--ci', 'none'], { cwd })
    expect(await runCards(['lint'], { cwd })).toMatchObject({
      stderr:
        'error: There are no cards in cards, so there is nothing to check.\nMake one with `cards add URL`, or name another library with --dir.\n',
      exitCode: 2,
    })
  })

  it('finds nothing in the sample library', async () => {
    const { stdout, stderr, exitCode } = await runCards(['lint', '--dir', SAMPLE])
    expect(stdout).toMatch(/No problems in \d+ cards/)
    expect([stderr, exitCode]).toEqual(['', 0])
  })

  it('exits with 1 for errors, and with 0 for less', async () => {
    expect((await lint(library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED) }))).exitCode).toBe(0)
    expect((await lint(library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...MISTYPED) }))).exitCode).toBe(
      1,
    )
  })

  it('exits with 1 for more warnings than --max-warnings', async () => {
    const root = library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED) })
    expect((await lint(root, '--max-warnings', '0')).exitCode).toBe(1)
    expect((await lint(root, '--max-warnings', '1')).exitCode).toBe(0)
  })

  it('tells where each problem is, as an editor opens it', async () => {
    const root = library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED) })
    expect((await concise(root))[0]).toMatch(
      /^cards\/aaaaaaaaaa\.yaml:5:1: warning: .* \[credibility\/reason\]$/,
    )
  })

  it('serves the other cards when one cannot be read, and compares them', async () => {
    const root = library({
      'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'doi: 10.1000/182'),
      'bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', 'doi: 10.1000/182'),
      'broken.yaml': 'id: [\n',
    })
    expect(rulesIn(await concise(root))).toEqual(['source/duplicate', 'source/duplicate', 'yaml/syntax'])
  })
})

describe('a library without a card', () => {
  it('is refused, rather than found clean', async () => {
    const { stderr, exitCode } = await lint(directoryWith({ 'cards/venues.yaml': '[]\n' }))
    expect([stderr, exitCode]).toEqual([expect.stringContaining('There are no cards in cards'), 2])
  })
})

describe('paths', () => {
  const root = () =>
    library({
      'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED),
      'sub/bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', ...RATED),
      'cccccccccc.yaml': cleanCard('cccccccccc', 'doi: 10.1000/182'),
      'dddddddddd.yaml': cleanCard('dddddddddd', 'doi: 10.1000/182'),
    })

  it('narrow what is told to files and folders', async () => {
    const told = await concise(root(), 'cards/aaaaaaaaaa.yaml')
    expect(told).toEqual([expect.stringContaining('cards/aaaaaaaaaa.yaml:5'), '1 warning in 1 card'])
    expect(await concise(root(), 'cards/sub')).toHaveLength(2)
    expect(await concise(root(), 'cards')).toHaveLength(5)
  })

  it('may be folders that the library is in', async () => {
    expect(await concise(root(), '.')).toHaveLength(5)
  })

  it('leave out no card that others are compared with', async () => {
    expect(rulesIn(await concise(root(), 'cards/cccccccccc.yaml'))).toEqual(['source/duplicate'])
  })

  it.each(['nowhere', 'cards/zzzzzzzzzz.yaml', '../elsewhere'])(
    'that are no files of the library are refused: %s',
    async path => {
      const { stderr, exitCode } = await lint(root(), path)
      expect(stderr).toMatch(/is no file of the library cards\.\nName its files/)
      expect(exitCode).toBe(2)
    },
  )

  it('that the config ignores are refused, rather than found clean', async () => {
    const ignoring = directoryWith({
      'cards.config.yaml': 'lint:\n  ignore: ["drafts/**"]\n',
      'cards/drafts/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...MISTYPED),
      'cards/bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb'),
    })
    expect((await lint(ignoring)).exitCode).toBe(0)
    const { stderr, exitCode } = await lint(ignoring, 'cards/drafts')
    expect([stderr, exitCode]).toEqual([
      expect.stringContaining('`lint.ignore` in the config takes it out'),
      2,
    ])
  })
})

describe('settings', () => {
  it('of the config set severities, for some files others', async () => {
    const root = directoryWith({
      'cards.config.yaml':
        'lint:\n  rules:\n    credibility/reason: error\n  overrides:\n    - files: [old/*]\n      rules: { credibility/*: "off" }\n',
      'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED),
      'cards/old/bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', ...RATED),
    })
    expect(await concise(root)).toEqual([expect.stringContaining('5:1: error:'), '1 error in 2 cards'])
    expect(rulesIn(await concise(root, '--rule', 'credibility/reason=off'))).toEqual([])
  })

  it('that are wrong are refused with their place in the config', async () => {
    const root = directoryWith({
      'cards.config.yaml': 'lint:\n  rules:\n    text/titel: off\n    text/title: warn\n',
      'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa'),
    })
    const { stderr, exitCode } = await lint(root)
    expect(stderr).toContain(
      'cards.config.yaml:3:5: There is no rule `text/titel`. Did you mean `text/title`?',
    )
    expect(stderr).toContain('cards.config.yaml:4:17: `warn` is not a severity.')
    expect(exitCode).toBe(2)
  })

  it.each([
    [['--rule', 'text/titel=off'], 'There is no rule `text/titel`. Did you mean'],
    [['--rule', 'text/title=loud'], '`loud` is not a severity.'],
    [['--rule', '*=off'], 'No rule is on'],
    [['--format', 'sarf'], 'There is no format `sarf` for findings. Did you mean `sarif`?'],
    [['--format', 'json', '--format', 'sarif'], 'Only one report can go to standard output'],
    [['--format', 'json='], 'names no file'],
    [['--today', 'tomorrow'], '--today takes a day, not `tomorrow`'],
    [['--max-warnings', 'many'], '--max-warnings takes a whole number'],
    [['--fix', '--update-baseline'], 'exclude each other'],
    [['--statistics', '--format', 'json'], '--statistics takes the place'],
    [['--stdin'], 'Which file is on standard input?'],
    [['--stdin', '--stdin-filename', 'elsewhere.yaml'], 'is no YAML file in the library'],
    [['--baseline', 'nowhere.txt'], 'The baseline nowhere.txt cannot be read'],
    [['--since', 'HEAD'], 'is in no git repository'],
    [['--unsafe-fixes', '--update-baseline'], '--update-baseline and --unsafe-fixes exclude each other.'],
    [['--update-baseline', '--format', 'json'], '--update-baseline and --format exclude each other.'],
    [['--diff', '--format', 'json=x'], '--diff and --format exclude each other.'],
    [['--stdin-filename', 'cards/aaaaaaaaaa.yaml'], '--stdin-filename says what --stdin is'],
    [
      ['--stdin', '--stdin-filename', 'cards/aaaaaaaaaa.yaml', 'cards'],
      'With --stdin no path is checked, so not cards either.',
    ],
  ])('that nobody can go by are refused: %j', async (args, message) => {
    const root = library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa') })
    const { stderr, exitCode } = await lint(root, ...args)
    expect(stderr.replaceAll('\n', ' ')).toContain(message)
    expect(exitCode).toBe(2)
  })

  it('of the tags that cards may have are gone by', async () => {
    const root = directoryWith({
      'cards.config.yaml': 'tags: [safety]\n',
      'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'tags: [safety, saftey]'),
    })
    expect(rulesIn(await concise(root))).toEqual(['tag/unknown'])
  })

  it('of the day decide what lies in the future', async () => {
    const root = library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'published: "2026-03-01"') })
    expect(rulesIn(await concise(root, '--today', '2026-02-01'))).toEqual(['date/future'])
    expect(rulesIn(await concise(root))).toEqual([])
  })
})

describe('--fix', () => {
  const root = () =>
    library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', '# kept', ...ENTITY, ...TAGGED, ...RATED) })
  const read = (dir: string) => readFileSync(join(dir, 'cards/aaaaaaaaaa.yaml'), 'utf8')

  it('mends what is safe and leaves all else to the byte', async () => {
    const dir = root()
    const before = read(dir)
    const { stdout, exitCode } = await lint(dir, '--fix')
    expect(read(dir)).toBe(before.replace('&amp;', '&'))
    expect(stdout).toMatch(/2 warnings in 1 card.*1 fixed/)
    expect(exitCode).toBe(0)
    expect(readdirSync(join(dir, 'cards'))).toEqual(['aaaaaaaaaa.yaml'])
  })

  it('with --unsafe-fixes mends the rest, and then has nothing left to mend', async () => {
    const dir = root()
    await lint(dir, '--unsafe-fixes')
    expect(read(dir)).toContain('notes: This is bold of them, it is.')
    const after = read(dir)
    expect((await lint(dir, '--unsafe-fixes')).stdout).not.toMatch(/fixable|fixed/)
    expect(read(dir)).toBe(after)
  })

  it('mends only what paths name', async () => {
    const dir = library({
      'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...ENTITY),
      'bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', ...ENTITY),
    })
    await lint(dir, '--fix', 'cards/bbbbbbbbbb.yaml')
    expect(read(dir)).toContain('&amp;')
    expect(readFileSync(join(dir, 'cards/bbbbbbbbbb.yaml'), 'utf8')).not.toContain('&amp;')
  })

  it('keeps the mode of the file, CRLF and a byte-order mark that no rule is on about', async () => {
    const text = `\ufeff${cleanCard('aaaaaaaaaa', ...ENTITY).replaceAll('\n', '\r\n')}`
    const dir = library({ 'aaaaaaaaaa.yaml': text })
    chmodSync(join(dir, 'cards/aaaaaaaaaa.yaml'), 0o640)
    await lint(dir, '--fix', '--rule', 'yaml/encoding=off')
    expect(read(dir)).toBe(text.replace('&amp;', '&'))
    expect(statSync(join(dir, 'cards/aaaaaaaaaa.yaml')).mode & 0o777).toBe(0o640)
  })

  it('leaves a file alone that it cannot replace, says so, and mends the others', async () => {
    const dir = library({
      'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...ENTITY),
      'bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', ...ENTITY),
    })
    linkSync(join(dir, 'cards/aaaaaaaaaa.yaml'), join(dir, 'second-name'))
    const { stdout, stderr, exitCode } = await lint(dir, '--fix', '--format', 'concise')
    expect(stderr).toContain('cards/aaaaaaaaaa.yaml was not fixed: ')
    expect(stdout).toContain('It was not fixed: ')
    expect(read(dir)).toContain('&amp;')
    expect(readFileSync(join(dir, 'cards/bbbbbbbbbb.yaml'), 'utf8')).not.toContain('&amp;')
    expect(exitCode).toBe(1)
  })

  it('takes no comment away but with --unsafe-fixes', async () => {
    const text = cleanCard('aaaaaaaaaa', 'authors: [] # ask Jane', '  # see issue 7', 'language: en')
    const dir = library({ 'aaaaaaaaaa.yaml': text })
    expect((await lint(dir, '--fix')).stdout).toMatch(/1 fixable with --unsafe-fixes/)
    expect(read(dir)).toBe(text)
    await lint(dir, '--unsafe-fixes')
    expect(read(dir)).toBe(cleanCard('aaaaaaaaaa', 'language: en'))
  })

  it('mends the line ends of a file that YAML cannot read', async () => {
    const dir = library({ 'aaaaaaaaaa.yaml': `\ufeff${cleanCard('aaaaaaaaaa')}---\r\n` })
    await lint(dir, '--fix')
    expect(read(dir)).toBe(`${cleanCard('aaaaaaaaaa')}---\n`)
  })

  it('fixes a file with several findings in one run', async () => {
    const dir = library({
      'aaaaaaaaaa.yaml': cleanCard(
        'aaaaaaaaaa',
        'published: 2026-02-06   ',
        'key_points:',
        '  - Tom &amp; Jerry are at it again, as they always were.',
        '  - Tick &amp; Trick are at it again, as they always were.',
        'venue:',
      ),
    })
    await lint(dir, '--fix')
    expect(read(dir)).toBe(
      cleanCard(
        'aaaaaaaaaa',
        'published: "2026-02-06"',
        'key_points:',
        '  - Tom & Jerry are at it again, as they always were.',
        '  - Tick & Trick are at it again, as they always were.',
      ),
    )
  })
})

describe('--diff', () => {
  it('shows a patch that git takes, writes nothing, and exits with 1', async () => {
    const dir = library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...ENTITY, ...TAGGED) })
    const before = readFileSync(join(dir, 'cards/aaaaaaaaaa.yaml'), 'utf8')
    const { stdout, stderr, exitCode } = await lint(dir, '--diff')
    expect(stdout).toContain('-  - Tom &amp; Jerry')
    expect(stderr).toMatch(/^1 finding in 1 file would be fixed\. Left: 1 warning/)
    expect(exitCode).toBe(1)
    expect(readFileSync(join(dir, 'cards/aaaaaaaaaa.yaml'), 'utf8')).toBe(before)
    execFileSync('git', ['apply', '-'], { cwd: dir, input: stdout })
    expect(readFileSync(join(dir, 'cards/aaaaaaaaaa.yaml'), 'utf8')).toBe(before.replace('&amp;', '&'))
  })

  it('gives a runner of GitHub no command of a card', async () => {
    const text = cleanCard('aaaaaaaaaa', 'notes: |', '  ::error::pwned', '  ##[error]pwned', ...ENTITY)
    const cwd = library({ 'aaaaaaaaaa.yaml': text })
    const { stdout } = await runCards(['lint', '--diff'], { cwd, env: { GITHUB_ACTIONS: 'true' } })
    expect(stdout).toContain('Jerry')
    expect(stdout).not.toMatch(/^\s*::|##\[/m)
  })

  it('is harmless on a terminal without colour', async () => {
    const cwd = library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'label: "a\u202eb &amp; c"') })
    const { stdout } = await runCards(['lint', '--diff'], { cwd, columns: 80, env: { NO_COLOR: '1' } })
    expect(stdout).toContain('amp;')
    expect(stdout).not.toContain('\u202e')
  })

  it('exits with 1 when nothing would change but an error remains', async () => {
    const dir = library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...MISTYPED) })
    expect(await lint(dir, '--diff')).toMatchObject({ stdout: '', exitCode: 1 })
  })

  it('exits with 0 when there is nothing to change', async () => {
    expect(
      (await lint(library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED) }), '--diff')).exitCode,
    ).toBe(0)
  })
})

describe('the baseline', () => {
  const root = () =>
    library({
      'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...MISTYPED),
      'bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', ...RATED),
    })

  it('turns a library green, and is itself sorted lines', async () => {
    const dir = root()
    expect((await lint(dir)).exitCode).toBe(1)
    const { stderr, exitCode } = await lint(dir, '--update-baseline')
    expect([stderr, exitCode]).toEqual(['Wrote 2 findings to cards/lint-baseline.txt.\n', 0])
    const lines = readFileSync(join(dir, 'cards/lint-baseline.txt'), 'utf8')
      .split('\n')
      .filter(line => /^[^#]/.test(line))
    expect(lines).toEqual([...lines].sort())
    const after = await lint(dir)
    expect(after.stdout).toMatch(/No problems in 2 cards; 2 in the baseline/)
    expect(after.exitCode).toBe(0)
  })

  it('does not hide a new bad card, nor another bad value in the place of the old', async () => {
    const dir = root()
    await lint(dir, '--update-baseline')
    writeFileSync(join(dir, 'cards/cccccccccc.yaml'), cleanCard('cccccccccc', ...MISTYPED))
    expect((await lint(dir)).exitCode).toBe(1)
    await lint(dir, '--update-baseline')
    expect((await lint(dir)).exitCode).toBe(0)
    writeFileSync(join(dir, 'cards/aaaaaaaaaa.yaml'), cleanCard('aaaaaaaaaa', 'language: "?"'))
    const swapped = await concise(dir)
    expect(rulesIn(swapped)).toEqual(['schema/value', 'lint/unused-baseline'])
  })

  it('has lines that are no longer needed reported, and removed by --fix', async () => {
    const dir = root()
    await lint(dir, '--update-baseline')
    writeFileSync(join(dir, 'cards/bbbbbbbbbb.yaml'), cleanCard('bbbbbbbbbb'))
    expect(await concise(dir)).toEqual([
      expect.stringMatching(
        /^cards\/lint-baseline\.txt:\d+:1: warning: .*credibility\/reason.*\[lint\/unused-baseline\]$/,
      ),
      expect.stringContaining('1 warning in 2 cards'),
    ])
    await lint(dir, '--fix')
    expect(readFileSync(join(dir, 'cards/lint-baseline.txt'), 'utf8')).not.toContain('credibility/reason')
    expect((await lint(dir)).stdout).toMatch(/No problems in 2 cards; 1 in the baseline/)
  })

  it('is where the config says', async () => {
    const dir = directoryWith({
      'cards.config.yaml': 'lint:\n  baseline: known.txt\n',
      'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...MISTYPED),
    })
    await lint(dir, '--update-baseline')
    expect(readdirSync(dir)).toContain('known.txt')
    expect((await lint(dir)).exitCode).toBe(0)
  })

  it('has values in it of all that a finding rests on, so that no swap is hidden', async () => {
    const dir = library({
      'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'published: "2026-03-01"', 'accessed: "2026-02-01"'),
    })
    await lint(dir, '--update-baseline')
    expect(rulesIn(await concise(dir))).toEqual([])
    const path = join(dir, 'cards/aaaaaaaaaa.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('2026-02-01', '2026-01-01'))
    expect(rulesIn(await concise(dir))).toEqual(['date/order', 'lint/unused-baseline'])
  })

  it('is never a file that is none, nor one outside the folder of the config', async () => {
    const dir = directoryWith({
      'secret.txt': 'SECRET=hunter2\n',
      'inside/notes.txt': 'mine\n',
      'inside/cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa'),
    })
    const cwd = join(dir, 'inside')
    symlinkSync('../secret.txt', join(cwd, 'link.txt'))
    for (const [baseline, message] of [
      ['../secret.txt', 'is outside the folder that it belongs to.'],
      ['link.txt', 'is outside the folder that it belongs to.'],
      ['notes.txt', 'notes.txt is no baseline.'],
    ]) {
      writeFileSync(join(cwd, 'cards.config.yaml'), `lint:\n  baseline: ${baseline}\n`)
      for (const option of ['--fix', '--update-baseline', '--diff']) {
        const { stdout, stderr, exitCode } = await lint(cwd, option)
        expect(stderr).toContain(message)
        expect(stdout + stderr).not.toContain('hunter2')
        expect(exitCode).toBe(2)
      }
    }
    expect(readFileSync(join(dir, 'secret.txt'), 'utf8')).toBe('SECRET=hunter2\n')
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toBe('mine\n')
  })

  it('may be large, and loses no line that is needed', async () => {
    const dir = root()
    await lint(dir, '--update-baseline')
    const path = join(dir, 'cards/lint-baseline.txt')
    const before = readFileSync(path, 'utf8')
    const needless = Array.from(
      { length: 90_000 },
      (_, i) => `Zz${i} schema/unknown-key /a-key-that-is-long-enough-to-fill-it 6b86b273ff34\n`,
    )
    writeFileSync(path, before + needless.join(''))
    await lint(dir, '--fix')
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  it('that is no ordinary file is none', async () => {
    const dir = root()
    execFileSync('mkfifo', [join(dir, 'cards/lint-baseline.txt')])
    expect((await lint(dir)).exitCode).toBe(1)
  })

  it('is set aside by --baseline none', async () => {
    const dir = root()
    await lint(dir, '--update-baseline')
    expect((await lint(dir, '--baseline', 'none')).exitCode).toBe(1)
  })

  it('leaves a line alone whose rule is off for its card', async () => {
    const dir = directoryWith({
      'cards/old/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED),
      'cards/bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb'),
    })
    await lint(dir, '--update-baseline')
    writeFileSync(
      join(dir, 'cards.config.yaml'),
      'lint:\n  overrides:\n    - files: [old/*]\n      rules: { credibility/reason: "off" }\n',
    )
    expect(rulesIn(await concise(dir))).toEqual([])
  })

  it('is refused for a part of the library', async () => {
    const { stderr, exitCode } = await lint(root(), '--update-baseline', 'cards/aaaaaaaaaa.yaml')
    expect([stderr, exitCode]).toEqual([expect.stringContaining('The baseline is of the whole library.'), 2])
  })
})

describe('--since', () => {
  const git = (dir: string, ...args: string[]) =>
    execFileSync('git', ['-C', dir, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
      encoding: 'utf8',
    })
  const repository = (files: Readonly<Record<string, string>>) => {
    const dir = library(files)
    git(dir, 'init', '--quiet', '--initial-branch=main')
    git(dir, 'add', '--all')
    git(dir, 'commit', '--quiet', '--message=first')
    return dir
  }

  it('tells what touches changed files, also on those that did not change', async () => {
    const dir = repository({
      'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED),
      'bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', 'doi: 10.1000/182'),
    })
    expect(rulesIn(await concise(dir, '--since', 'HEAD'))).toEqual([])
    writeFileSync(join(dir, 'cards/cccccccccc.yaml'), cleanCard('cccccccccc', 'doi: 10.1000/182'))
    const told = await concise(dir, '--since', 'HEAD')
    expect(told.slice(0, -1).map(line => line.split(':')[0])).toEqual([
      'cards/bbbbbbbbbb.yaml',
      'cards/cccccccccc.yaml',
    ])
  })

  it('tells everything when a registry changed', async () => {
    const dir = repository({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED) })
    writeFileSync(join(dir, 'cards/venues.yaml'), '[]\n')
    expect(rulesIn(await concise(dir, '--since', 'HEAD'))).toContain('credibility/reason')
  })

  it('tells everything when the config changed, or is new', async () => {
    const dir = repository({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED) })
    writeFileSync(join(dir, 'cards.config.yaml'), 'dir: cards\n')
    expect(rulesIn(await concise(dir, '--since', 'HEAD'))).toEqual(['credibility/reason'])
  })

  it('goes by a config outside the repository', async () => {
    const dir = repository({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED) })
    const elsewhere = directoryWith({ 'cards.config.yaml': `dir: ${join(dir, 'cards')}\n` })
    const told = await concise(dir, '--since', 'HEAD', '--config', join(elsewhere, 'cards.config.yaml'))
    expect(rulesIn(told)).toEqual([])
  })

  it('finds an ID that was changed, and one that was removed', async () => {
    const dir = repository({
      'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa'),
      'bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb'),
      'cccccccccc.yaml': cleanCard('cccccccccc'),
    })
    writeFileSync(
      join(dir, 'cards/aaaaaaaaaa.yaml'),
      cleanCard('AAAAaaaaa2').replace('rfc/AAAAaaaaa2', 'rfc/aaaaaaaaaa'),
    )
    execFileSync('rm', [join(dir, 'cards/bbbbbbbbbb.yaml')])
    const rules = rulesIn(await concise(dir, '--since', 'HEAD'))
    expect(rules).toContain('id/changed')
    expect(rules).toContain('id/removed')
  })
})

describe('--stdin', () => {
  const root = () => library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', 'doi: 10.1000/182') })
  const stdin = (dir: string, text: string, ...args: string[]) =>
    runCards(['lint', '--stdin', '--stdin-filename', 'cards/bbbbbbbbbb.yaml', ...args], {
      cwd: dir,
      stdin: text,
    } as Surroundings)

  it('checks a text as a file of the library, in comparison with the others', async () => {
    const dir = root()
    const { stdout, exitCode } = await stdin(
      dir,
      cleanCard('bbbbbbbbbb', 'doi: 10.1000/182'),
      '--format',
      'concise',
    )
    expect(stdout).toMatch(/^cards\/bbbbbbbbbb\.yaml:5:\d+: error: .*aaaaaaaaaa/)
    expect(stdout).toContain('1 error in 1 card')
    expect(exitCode).toBe(1)
    expect(readdirSync(join(dir, 'cards'))).toEqual(['aaaaaaaaaa.yaml'])
  })

  it('with --fix gives the text mended, and the findings beside it', async () => {
    const { stdout, stderr } = await stdin(root(), cleanCard('bbbbbbbbbb', ...ENTITY, ...RATED), '--fix')
    expect(stdout).toBe(cleanCard('bbbbbbbbbb', ...ENTITY, ...RATED).replace('&amp;', '&'))
    expect(stderr).toContain('credibility/reason')
  })

  it('with --fix gives bytes back as they are that are no text', async () => {
    const bytes = Buffer.concat([
      Buffer.from(cleanCard('bbbbbbbbbb')),
      Buffer.from('label: caf\xe9\n', 'latin1'),
    ])
    const dir = root()
    const { exitCode, stdout, stderr } = await runCards(
      ['lint', '--stdin', '--stdin-filename', 'cards/bbbbbbbbbb.yaml', '--fix'],
      { cwd: dir, stdin: bytes },
    )
    expect(stderr).toContain('yaml/encoding')
    expect(stdout).toBe(bytes.toString('utf8'))
    expect(exitCode).toBe(1)
  })

  it('with --fix gives a text back as it is when there is nothing to mend', async () => {
    const { stdout } = await stdin(root(), cleanCard('bbbbbbbbbb'), '--fix')
    expect(stdout).toBe(cleanCard('bbbbbbbbbb'))
  })
})

describe('reports', () => {
  const dir = () => library({ 'aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa', ...RATED) })

  it('go into files beside the one on standard output', async () => {
    const root = dir()
    const { stdout } = await lint(root, '--format', 'json=out.json', '--format', 'sarif=out.sarif')
    expect(stdout).toContain('1 warning in 1 card')
    expect(JSON.parse(readFileSync(join(root, 'out.json'), 'utf8')).findings).toHaveLength(1)
    expect(JSON.parse(readFileSync(join(root, 'out.sarif'), 'utf8')).version).toBe('2.1.0')
  })

  it('in GitHub Actions come with annotations and a table in the summary of the step', async () => {
    const root = dir()
    const summary = join(root, 'summary.md')
    writeFileSync(summary, 'before\n')
    const { stdout } = await runCards(['lint'], {
      cwd: root,
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
    })
    expect(stdout).toMatch(/^::warning file=cards\/aaaaaaaaaa\.yaml,line=5/m)
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n[\s\S]*credibility\/reason/)
  })

  it('can be counts by rule', async () => {
    const { stdout } = await lint(dir(), '--statistics')
    expect(stdout).toMatch(/^1 {2}credibility\/reason {2}a rating .*\n1 warning in 1 card/)
  })
})
