import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ciFile } from '../../src/commands/init/ci.ts'
import { configText } from '../../src/commands/init/config.ts'
import { hasSchemas, schemaGlobs, withSchemas } from '../../src/commands/init/editor.ts'
import { STARTER_VENUES } from '../../src/commands/init/venues.ts'
import { examine } from '../../src/load/examine.ts'
import { answering } from '../support/answers.ts'
import { cleanCard, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const CARD = 'https://unpkg.com/source-cards/schemas/card.schema.json'

/** Every file below a directory with its content, but for the repository's own. */
function filesOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries
      .filter(
        entry => entry.isFile() && !entry.parentPath.includes('.git/') && !entry.parentPath.endsWith('.git'),
      )
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  )
}

const repository = (files: Record<string, string> = {}) => directoryWith({ '.git/HEAD': '', ...files })

describe('cards init', () => {
  it('makes a library that the other commands take, with what belongs to it', async () => {
    const cwd = repository()
    expect(await runCards(['init'], { cwd })).toEqual({
      stdout: [
        'made\tcards/\ta YAML file for each source',
        'made\tcards.config.yaml\tsettings, each explained',
        'made\tcards/venues.yaml\tvenues and their ratings',
        'made\t.vscode/settings.json\tcompletes and checks in VS Code',
        'made\t.github/workflows/cards.yml\tchecks each change',
        '',
      ].join('\n'),
      stderr:
        '`cards add URL` makes the first card, `cards lint` then checks all, `cards venues` lists the venues.\n',
      exitCode: 0,
      opened: [],
    })
    const empty = await runCards(['list'], { cwd })
    expect([empty.exitCode, empty.stderr]).toEqual([0, 'cards holds no cards.\n'])
    expect((await runCards(['venues'], { cwd })).stderr).toBe('13 venues.\n')
    writeFileSync(join(cwd, 'cards/aaaaaaaaaa.yaml'), cleanCard('aaaaaaaaaa'))
    expect(await runCards(['lint'], { cwd })).toMatchObject({
      stdout: '✔ No problems in 1 card\n',
      exitCode: 0,
    })
  })

  it('changes nothing when it is run again, and says so', async () => {
    const cwd = repository()
    await runCards(['init'], { cwd })
    const before = filesOf(cwd)
    const { stdout, stderr, exitCode } = await runCards(['init'], { cwd })
    expect(stdout.match(/^.*?\t/gm)).toEqual(Array(5).fill('there already\t'))
    expect([stderr, exitCode]).toEqual(['Everything is there already.\n', 0])
    expect(filesOf(cwd)).toEqual(before)
  })

  it('never writes over what is there, and makes the rest', async () => {
    const files = { 'cards.config.yaml': 'layout: sharded\n', 'cards/venues.yaml': '# mine\n[]\n' }
    const cwd = repository(files)
    expect((await runCards(['init', '--ci', 'none'], { cwd })).stdout).toBe(
      'there already\tcards/\ta YAML file for each source\n' +
        'there already\tcards.config.yaml\tsettings, each explained\n' +
        'there already\tcards/venues.yaml\tvenues and their ratings\n' +
        'made\t.vscode/settings.json\tcompletes and checks in VS Code\n',
    )
    expect(filesOf(cwd)).toMatchObject(files)
    const broken = repository()
    symlinkSync('nowhere', join(broken, 'cards.config.yaml'))
    expect((await runCards(['init'], { cwd: broken })).stdout).toContain('there already\tcards.config.yaml')
  })

  it('shows what it would write', async () => {
    const cwd = repository()
    const { stdout, stderr, exitCode } = await runCards(['init', '--dry-run', '--editor', 'none'], { cwd })
    expect(stdout.match(/^\+\+\+ .*/gm)).toEqual([
      '+++ b/cards.config.yaml',
      '+++ b/cards/venues.yaml',
      '+++ b/.github/workflows/cards.yml',
    ])
    expect(stderr).toBe(
      'would make cards/: a YAML file for each source\n' +
        'would make cards.config.yaml: settings, each explained\n' +
        'would make cards/venues.yaml: venues and their ratings\n' +
        'would make .github/workflows/cards.yml: checks each change\n' +
        'Nothing was written.\n',
    )
    expect(exitCode).toBe(0)
    expect(filesOf(cwd)).toEqual({})
    expect(existsSync(join(cwd, 'cards'))).toBe(false)
  })

  it('leaves out what is not wanted, and CI outside of a repository', async () => {
    const cwd = directoryWith({})
    await runCards(['init', '--venues', 'none', '--editor', 'none'], { cwd })
    expect(Object.keys(filesOf(cwd))).toEqual(['cards.config.yaml'])
    expect(existsSync(join(cwd, 'cards'))).toBe(true)
    expect(
      (await runCards(['init', '--venues', 'none', '--editor', 'none', '--ci', 'gitlab'], { cwd })).stdout,
    ).toBe(
      'there already\tcards/\ta YAML file for each source\n' +
        'there already\tcards.config.yaml\tsettings, each explained\n' +
        'made\t.gitlab-ci.yml\tchecks each change\n',
    )
  })

  it('puts the config where commands find it from here, and CI at the top of the repository', async () => {
    const root = repository({ 'wiki/a.md': '' })
    const cwd = join(root, 'wiki')
    await runCards(['init', 'research/sources/'], { cwd })
    expect(Object.keys(filesOf(root)).sort()).toEqual([
      '.github/workflows/cards.yml',
      'wiki/.vscode/settings.json',
      'wiki/a.md',
      'wiki/cards.config.yaml',
      'wiki/research/sources/venues.yaml',
    ])
    expect((await runCards(['venues'], { cwd })).stderr).toBe('13 venues.\n')
    expect(parse(filesOf(root)['.github/workflows/cards.yml'] ?? '').jobs.lint.steps.at(-1)).toEqual({
      run: 'npx --yes source-cards@0.1 lint',
      'working-directory': 'wiki',
    })
    expect(filesOf(root)['wiki/.vscode/settings.json']).toContain('"research/sources/venues.yaml"')
  })

  it('makes a library elsewhere with its config beside it, by name, --dir or CARDS_DIR', async () => {
    for (const way of ['name', '--dir', 'CARDS_DIR']) {
      const [cwd, other] = [directoryWith({}), directoryWith({})]
      const dir = join(other, 'lib')
      const { stderr, exitCode } = await runCards(
        way === 'name' ? ['init', dir] : way === '--dir' ? ['init', way, dir] : ['init'],
        {
          cwd,
          env: way === 'CARDS_DIR' ? { CARDS_DIR: dir } : {},
        },
      )
      expect([way, exitCode, stderr]).toEqual([
        way,
        0,
        expect.stringContaining(`In ${other}: \`cards add URL\``),
      ])
      expect(Object.keys(filesOf(other)).sort()).toEqual([
        '.vscode/settings.json',
        'cards.config.yaml',
        'lib/venues.yaml',
      ])
      expect((await runCards(['venues'], { cwd: other })).stderr).toBe('13 venues.\n')
    }
  })

  it('refuses what cannot be a library, or would hide another', async () => {
    const root = directoryWith({
      file: '',
      'a/cards.config.yaml': 'dir: lib\n',
      'a/lib/venues.yaml': '[]\n',
      'b/cards/venues.yaml': '[]\n',
      'b/docs/x.md': '',
    })
    const told = async (cwd: string, ...args: string[]) => {
      const { stderr, exitCode, stdout } = await runCards(['init', ...args], { cwd: join(root, cwd) })
      expect([exitCode, stdout]).toEqual([2, ''])
      return stderr
    }
    const before = filesOf(root)
    expect(await told('', 'file')).toMatch(/^error: There is a file at file, where the library would be\./)
    expect(await told('', '.')).toMatch(/^error: \. cannot be the library: it is where you are/)
    expect(await told('b/docs', '..')).toMatch(/cannot be the library/)
    expect(await told('', '')).toBe('error: The directory has no name.\nLeave it out for cards/.\n')
    expect(await told('', 'x', 'y')).toMatch(/^error: Too many arguments for 'init'\./)
    expect(await told('a', 'other')).toBe(
      'error: cards.config.yaml is there already, and its library is lib.\n' +
        'Make the new one elsewhere; a config has one library.\n',
    )
    expect(await told('a/lib')).toBe(
      'error: You are in a library already, as ../cards.config.yaml says.\n' +
        'To add what it lacks, run `cards init` in ..; to make another all the same, give --force.\n',
    )
    expect(await told('b/docs')).toMatch(/^error: There is a library already: \.\.\/cards\./)
    expect(await told('b', 'other')).toMatch(/^error: There is a library already: cards\./)
    expect(await told('b', 'cards/sub')).toMatch(/^error: There is a library already: cards\./)
    // From above as well: it is the place of the new library that counts.
    expect(await told('', 'b/cards/sub')).toMatch(/^error: There is a library already: b\/cards\./)
    expect(await told('', 'a/lib/deep/sub')).toBe(
      'error: There is a library already: a/lib, as a/cards.config.yaml says.\n' +
        'To add what it lacks, run `cards init` in a; to make another all the same, give --force.\n',
    )
    expect(await told('b', '../a/lib/sub')).toMatch(/^error: There is a library already: \.\.\/a\/lib, as/)
    expect(await told('', '--ci', 'gthub')).toBe(
      'error: --ci takes github, gitlab or none, not `gthub`.\nDid you mean `github`?\n',
    )
    expect(await told('', '--venues', 'all')).toContain('--venues takes starter or none, not `all`.')
    expect(await told('', '--editor', 'emacs')).toContain('For example: --editor vscode')
    expect(filesOf(root)).toEqual(before)
    expect((await runCards(['init', '--force'], { cwd: join(root, 'a/lib') })).exitCode).toBe(0)
    expect((await runCards(['init'], { cwd: join(root, 'b') })).exitCode).toBe(0)
    expect(filesOf(root)).toMatchObject({
      ...before,
      'b/cards.config.yaml': expect.stringContaining('dir: cards\n'),
    })
  })

  it('says what went wrong when it cannot write', async () => {
    const cwd = directoryWith({ '.vscode': 'a file' })
    const { stderr, exitCode } = await runCards(['init'], { cwd })
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/^error: Could not create the folder .*\.vscode: /),
    ])
  })
})

describe('on a terminal, cards init asks', () => {
  it('for the directory, an editor and CI', async () => {
    const cwd = repository()
    const prompts = answering('sources', 'none', 'gitlab')
    expect((await runCards(['init'], { cwd, columns: 80, prompts })).exitCode).toBe(0)
    expect(prompts.asked).toEqual([
      'In which directory are the cards to be?',
      'Settings for an editor?',
      'Check the cards of each change in CI?',
    ])
    expect(Object.keys(filesOf(cwd)).sort()).toEqual([
      '.gitlab-ci.yml',
      'cards.config.yaml',
      'sources/venues.yaml',
    ])
  })

  it('nothing for what is settled, when it is run again', async () => {
    const cwd = repository()
    await runCards(['init'], { cwd })
    const prompts = answering()
    const again = await runCards(['init'], { cwd, columns: 80, prompts })
    expect([prompts.asked, again.stderr]).toEqual([[], 'Everything is there already.\n'])
    const own = repository({ '.vscode/settings.json': '{"a": 1}', 'cards.config.yaml': 'dir: cards\n' })
    const person = answering('none', 'none')
    await runCards(['init'], { cwd: own, columns: 80, prompts: person })
    expect(person.asked).toHaveLength(2)
    expect(filesOf(own)['.vscode/settings.json']).toBe('{"a": 1}')
  })

  it('nothing when it is told anything', async () => {
    const cwd = repository()
    const prompts = answering()
    await runCards(['init', '--ci', 'none'], { cwd, columns: 80, prompts })
    expect(prompts.asked).toEqual([])
  })
})

describe('what cards init writes', () => {
  it('is right by our own schemas, and explains every setting', async () => {
    const config = configText('cards', undefined)
    expect(examine('config', config, 'c').findings).toEqual([])
    // A line of a setting that is commented out has lower case and a colon behind one word.
    const all = config.replace(/^# (?=( {2})*[a-z_/]+:( |$))/gm, '')
    expect(examine('config', all, 'c').findings).toEqual([])
    const { properties } = JSON.parse(
      readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'),
    )
    expect(Object.keys(parse(all)).sort()).toEqual(Object.keys(properties).sort())
    const cwd = directoryWith({ 'cards.config.yaml': all, 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa') })
    expect((await runCards(['lint'], { cwd })).stderr).not.toContain('error')
  })

  it('names a directory of any name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), dir => {
        expect(parse(configText(dir, undefined))).toEqual({ dir })
        expect(parse(ciFile('github', dir, '1.2.3').content).jobs.lint.steps[2]['working-directory']).toBe(
          dir,
        )
        expect(parse(ciFile('gitlab', dir, '1.2.3').content).cards.script[0]).toBe(
          `cd '${dir.replaceAll("'", "'\\''")}'`,
        )
      }),
    )
  })

  it('has venues that differ in id and domains', () => {
    for (const values of [
      STARTER_VENUES.map(({ id }) => id),
      STARTER_VENUES.flatMap(({ domains = [] }) => domains),
    ])
      expect(new Set(values).size).toBe(values.length)
  })
})

describe('editor settings that are there', () => {
  const globs = schemaGlobs(CARD, 'cards', 'cards.config.yaml')

  it('get the schemas in front, and stay as they are otherwise', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(undefined, 2, 4, '\t'),
        fc.constantFrom('\n', '\r\n'),
        (settings, indent, end) => {
          fc.pre(!Object.hasOwn(settings, 'yaml.schemas'))
          const before = `${JSON.stringify(settings, undefined, indent)}\n`.replaceAll('\n', end)
          const after = withSchemas(before, globs)
          expect(after).toBeDefined()
          expect(JSON.parse(after ?? '')).toEqual({ 'yaml.schemas': globs, ...JSON.parse(before) })
          expect(after?.endsWith(before.slice(1).trimStart())).toBe(true)
          expect(hasSchemas(after ?? '', globs)).toBe(true)
          expect(after?.replaceAll(end, '')).not.toMatch(/[\r\n]/)
        },
      ),
    )
  })

  it('keep their indentation', () => {
    const after = withSchemas('{\n\t"a": 1\n}\n', { x: 'y' })
    expect(after).toBe('{\n\t"yaml.schemas": {\n\t\t"x": "y"\n\t},\n\t"a": 1\n}\n')
    expect(withSchemas('{}', { x: 'y' })).toBe('{\n  "yaml.schemas": {\n    "x": "y"\n  }\n}')
  })

  it('are left alone when they have comments or schemas, with the lines to add', async () => {
    for (const settings of ['{ // why\n  "a": 1\n}\n', '{ "yaml.schemas": {} }\n', '[]\n', '{"a": 1,}', '']) {
      const cwd = directoryWith({ '.vscode/settings.json': settings })
      mkdirSync(join(cwd, 'cards'))
      const { stdout, stderr, exitCode } = await runCards(['init'], { cwd })
      expect([stdout, exitCode]).toEqual([expect.stringContaining('not changed\t.vscode/settings.json\t'), 0])
      expect(stderr).toContain(
        '.vscode/settings.json is yours, so add this to it by hand:\n    "yaml.schemas": {\n      "https://unpkg.com/',
      )
      expect(filesOf(cwd)['.vscode/settings.json']).toBe(settings)
    }
  })

  it('leave a GitLab pipeline alone', async () => {
    const cwd = repository({ '.gitlab-ci.yml': 'test:\n  script: make\n' })
    const first = await runCards(['init'], { cwd })
    expect(first.stdout).toContain('not changed\t.gitlab-ci.yml\t')
    expect(first.stderr).toContain('  cards:\n    image: node:22\n')
    expect(filesOf(cwd)['.gitlab-ci.yml']).toBe('test:\n  script: make\n')
    writeFileSync(join(cwd, '.gitlab-ci.yml'), ciFile('gitlab', '', '0.1.0').content)
    expect((await runCards(['init'], { cwd })).stdout).toContain('there already\t.gitlab-ci.yml\t')
  })
})

it('the GitLab check runs as written', async () => {
  const { script, artifacts } = parse(ciFile('gitlab', '', '0.1.0').content).cards
  const cwd = directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa') })
  const [, args = ''] = /source-cards@0\.1 (.*)$/.exec(script[0]) ?? []
  const words = args.replace(/"\$CI_PROJECT_DIR\/(.*)"/, '$1').split(' ')
  expect((await runCards(words, { cwd })).exitCode).toBe(0)
  expect(JSON.parse(filesOf(cwd)[artifacts.reports.codequality] ?? '')).toEqual([])
})
