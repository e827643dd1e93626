import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  CardsError,
  cardJson,
  type ErrorCode,
  exportCards,
  formats,
  lint,
  type OpenLibrary,
  openLibrary,
  query,
} from '../src/api.ts'
import { exportReport } from '../src/commands/export/report.ts'
import { cardText, directoryWith } from './support/library.ts'
import { runCards, SAMPLE } from './support/run-cards.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const FLAWED = join(root, 'test', 'fixtures', 'flawed')
const TODAY = '2026-06-15'

/** A library with a card, a file that holds none, a card with an unknown field, and venues that nobody can read. */
const brokenLibrary = () =>
  directoryWith({
    'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'),
    'bbbbbbbbbb.yaml': 'id: [\n',
    'cccccccccc.yaml': cardText('cccccccccc', 'author: Somebody'),
    'venues.yaml': '- id: "\n',
  })

/** The samples, as the command line opens them from the repository. */
const sample = (): Promise<OpenLibrary> => openLibrary({ cwd: root })

/** The failure of what must fail, in the parts that a program can go by. */
async function failure(doing: Promise<unknown>): Promise<{ code: ErrorCode; message: string }> {
  const error = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(CardsError)
  const { code, message } = error as CardsError
  return { code, message }
}

describe('openLibrary', () => {
  it('finds the library and its config from a folder below it, as the command line does', async () => {
    const cwd = directoryWith({
      'cards.config.yaml': 'dir: sources\nfilters:\n  short: title:card\n',
      'sources/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'),
      'docs/deep/page.md': '',
    })
    const library = await openLibrary({ cwd: join(cwd, 'docs', 'deep') })
    expect(library.settings).toMatchObject({
      dir: join(cwd, 'sources'),
      configFile: join(cwd, 'cards.config.yaml'),
    })
    expect((await query(library, '@short')).map(({ id }) => id)).toEqual(['aaaaaaaaaa'])
  })

  it('takes the directory and the config that are named, relative to cwd', async () => {
    const cwd = directoryWith({
      'mine/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'),
      'other.yaml': 'filters: { none: "no:title" }\n',
    })
    const library = await openLibrary({ cwd, dir: 'mine', config: 'other.yaml' })
    expect(library).toMatchObject({ name: 'mine', settings: { filters: { none: 'no:title' } } })
  })

  it('starts from the working directory of the process when it is told nothing', async () => {
    expect(await openLibrary()).toMatchObject({ settings: (await openLibrary({ cwd: '.' })).settings })
  })

  it('refuses a library that is not there', async () => {
    const cwd = directoryWith({ 'notes.txt': '' })
    expect(await failure(openLibrary({ cwd }))).toEqual({
      code: 'no-library',
      message: 'There is no library at cards.',
    })
    expect(await failure(openLibrary({ cwd, dir: 'notes.txt' }))).toEqual({
      code: 'no-library',
      message: 'notes.txt is not a directory.',
    })
  })

  it('refuses a config that is missing or wrong, with the place', async () => {
    const cwd = directoryWith({ 'cards.config.yaml': 'dri: x\n', 'cards/venues.yaml': '[]\n' })
    expect(await failure(openLibrary({ cwd }))).toEqual({
      code: 'config',
      message: expect.stringMatching(/^cards\.config\.yaml:1:1: .*`dri`.* Did you mean `dir`/),
    })
    expect(await failure(openLibrary({ cwd, config: 'none.yaml' }))).toMatchObject({ code: 'config' })
  })

  it('gives a library that finds a card by anything that names it', async () => {
    const library = await sample()
    const lookup = await library.find('MDc4')
    expect(lookup).toMatchObject({ kind: 'found', card: { id: 'MDc4MjQ5Yj' } })
    expect(await library.find('https://nowhere.example/')).toMatchObject({ kind: 'unknown' })
  })

  it('keeps what was read, and sees what changed when it is opened again', async () => {
    const dir = directoryWith({ 'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa') })
    const before = await openLibrary({ dir })
    expect(await query(before)).toHaveLength(1)
    writeFileSync(join(dir, 'bbbbbbbbbb.yaml'), cardText('bbbbbbbbbb'))
    expect(await query(before)).toHaveLength(1)
    expect(await query(await openLibrary({ dir }))).toHaveLength(2)
  })

  it('has several libraries open at once, each with its own settings', async () => {
    const library = (title: string) =>
      directoryWith({
        'cards.config.yaml': `filters:\n  mine: title:${title}\nlint:\n  rules: { url/placeholder: ${title === 'one' ? 'off' : 'warning'} }\n`,
        'cards/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa').replace(/title: .*/, 'title: Card one'),
        'cards/bbbbbbbbbb.yaml': cardText('bbbbbbbbbb').replace(/title: .*/, 'title: Card two'),
      })
    const [one, two] = await Promise.all(['one', 'two'].map(title => openLibrary({ cwd: library(title) })))
    if (!one || !two) throw new Error('There are two.')
    const answers = await Promise.all([query(one, '@mine'), query(two, '@mine'), lint(one), lint(two)])
    expect([answers[0].map(({ id }) => id), answers[1].map(({ id }) => id)]).toEqual([
      ['aaaaaaaaaa'],
      ['bbbbbbbbbb'],
    ])
    const placeholders = [answers[2], answers[3]].map(
      ({ findings }) => findings.filter(({ rule }) => rule === 'url/placeholder').length,
    )
    expect(placeholders).toEqual([0, 2])
  })
})

describe('query and cardJson', () => {
  const QUERIES: readonly (readonly [string, string | undefined])[] = [
    ['', undefined],
    ['type:paper credibility:4..', undefined],
    ['published:..2022 OR has:forum', '-published,title'],
    ['-type:blog author:o', 'author'],
    ['"reward"', undefined],
  ]

  it.each(QUERIES)('give what cards list --json prints for %j sorted by %j', async (text, sort) => {
    const library = await sample()
    const cards = await query(library, text, { sort })
    const args = ['list', '--json', ...(sort === undefined ? [] : ['--sort', sort]), ...(text && [text])]
    const { stdout } = await runCards(args, { cwd: root })
    const printed: unknown = JSON.parse(stdout)
    expect(await Promise.all(cards.map(card => cardJson(library, card)))).toEqual(printed)
    expect(cards.length).toBeGreaterThan(0)
  })

  it('gives no more cards than asked for', async () => {
    const library = await sample()
    expect(await query(library, '', { sort: '-published', limit: 3 })).toHaveLength(3)
    expect(await query(library, '', { limit: 0 })).toEqual([])
    expect(await failure(query(library, '', { limit: -1 }))).toEqual({
      code: 'usage',
      message: 'A limit is a whole number, zero or more, not -1.',
    })
  })

  it('refuse a query, a saved filter and a key that make no sense', async () => {
    const library = await sample()
    expect(await failure(query(library, 'type:(paper'))).toMatchObject({ code: 'usage' })
    expect(await failure(query(library, '@nobody'))).toMatchObject({
      code: 'usage',
      message: expect.stringContaining('no saved filter is called'),
    })
    expect(await failure(query(library, '', { sort: 'titel' }))).toMatchObject({ code: 'usage' })
  })

  it('serve what can be read of a broken library, which names the rest', async () => {
    const dir = brokenLibrary()
    const library = await openLibrary({ dir })
    const { stdout, stderr } = await runCards(['list', '--ids', '--dir', dir])
    expect((await query(library)).map(({ id }) => `${id}\n`).join('')).toBe(stdout)
    expect(stdout).toBe('aaaaaaaaaa\ncccccccccc\n')
    expect(await library.unread()).toEqual(['bbbbbbbbbb.yaml', 'venues.yaml'])
    for (const { message } of await library.findings()) expect(stderr).toContain(message)
  })

  it('do not let the caller change what the library gives next', async () => {
    const library = await sample()
    const cards = await query(library)
    cards.length = 0
    expect((await query(library)).length).toBeGreaterThan(0)
  })
})

describe('lint', () => {
  it.each([
    ['the samples', () => SAMPLE],
    ['a flawed library', () => FLAWED],
    ['a broken library', brokenLibrary],
  ])('finds what cards lint --format json prints for %s', async (_, made) => {
    const dir = made()
    const library = await openLibrary({ cwd: root, dir })
    const args = ['lint', '--dir', dir, '--format', 'json', '--today', TODAY]
    const { stdout } = await runCards(args, { cwd: root })
    const { version, ...printed } = JSON.parse(stdout)
    expect(version).toBeTypeOf('string')
    // As JSON, which has no undefined.
    expect(JSON.parse(JSON.stringify(await lint(library, { today: TODAY })))).toEqual(printed)
  })

  it('goes by the config and the baseline of the library, and by the rules that are given', async () => {
    const cwd = directoryWith({
      'cards.config.yaml': 'lint:\n  rules: { url/placeholder: error }\n  ignore: [drafts/**]\n',
      'cards/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'),
      'cards/drafts/bbbbbbbbbb.yaml': cardText('bbbbbbbbbb'),
    })
    const library = await openLibrary({ cwd })
    const found = async (rules = {}) =>
      (await lint(library, { rules })).findings
        .filter(({ rule }) => rule === 'url/placeholder')
        .map(({ severity, path }) => `${severity} ${path}`)
    expect(await found()).toEqual(['error cards/aaaaaaaaaa.yaml'])
    expect(await found({ 'url/placeholder': 'info' })).toEqual(['info cards/aaaaaaaaaa.yaml'])
    expect(await found({ 'url/*': 'off' })).toEqual([])
    await runCards(['lint', '--update-baseline'], { cwd })
    const { findings, summary } = await lint(library)
    expect([findings, summary.baselined > 0]).toEqual([[], true])
  })

  it('reads the files as they are now', async () => {
    const dir = directoryWith({ 'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa') })
    const library = await openLibrary({ dir })
    expect((await lint(library)).summary.cards).toBe(1)
    rmSync(join(dir, 'aaaaaaaaaa.yaml'))
    expect((await lint(library)).summary.cards).toBe(0)
    rmSync(dir, { recursive: true })
    expect(await failure(lint(library))).toMatchObject({ code: 'no-library' })
  })

  it('takes the clock for today when no day is given', async () => {
    const dir = directoryWith({
      'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa', 'accessed: "9998-01-01"'),
    })
    const library = await openLibrary({ dir })
    const inFuture = async (today?: string) =>
      (await lint(library, { today })).findings.filter(({ pointer }) => pointer === '/accessed').length
    expect([await inFuture(), await inFuture('9999-01-01')]).toEqual([1, 0])
  })

  it('refuses a day, a rule and a severity that there are not', async () => {
    const library = await sample()
    expect(await failure(lint(library, { today: '2026-02-30' }))).toEqual({
      code: 'usage',
      message: '`2026-02-30` is not a day.',
    })
    expect(await failure(lint(library, { rules: { 'url/placeholdr': 'off' } }))).toEqual({
      code: 'usage',
      message: 'There is no rule `url/placeholdr`.',
    })
    const rules = { 'url/placeholder': 'fatal' } as unknown as Record<string, 'error'>
    expect(await failure(lint(library, { rules }))).toMatchObject({ code: 'usage' })
    // Once made into `a=b=off` and parsed again.
    expect(await failure(lint(library, { rules: { 'a=b': 'off' } }))).toEqual({
      code: 'usage',
      message: 'There is no rule `a=b`.',
    })
  })
})

describe('exportCards', () => {
  it('gives the text that cards export prints, and the losses that it reports', async () => {
    const cwd = directoryWith({})
    cpSync(SAMPLE, join(cwd, 'cards'), { recursive: true })
    const library = await openLibrary({ cwd })
    const cards = await query(library, 'type:paper', { sort: '-published' })
    for (const { name } of formatsOf(await runCards(['export', '--formats', '--json']))) {
      const exported = await exportCards(library, { format: name, cards })
      const args = ['export', 'type:paper', '--sort', '-published', '--format', name]
      const { stdout } = await runCards([...args, '--report', 'losses.json'], { cwd })
      expect([name, [...exported.text].join('')]).toEqual([name, stdout])
      const report = JSON.parse(readFileSync(join(cwd, 'losses.json'), 'utf8'))
      expect(exportReport(exported)).toEqual(report)
    }
  })

  it('tells of its format what one can know without writing anything', async () => {
    const { format } = await exportCards(await sample(), { format: 'bibtex' })
    expect(format).toEqual((await formats()).find(({ name }) => name === 'bibtex'))
    expect(format).toMatchObject({ kind: 'citations', extension: 'bib', hasKeys: true, hasPages: false })
    expect(format).not.toHaveProperty('write')
  })

  it('refuses a format that there is not, and fields that are none', async () => {
    const library = await sample()
    expect(await failure(exportCards(library, { format: 'bibtx' }))).toMatchObject({ code: 'usage' })
    for (const fields of [[], 'id', [5], ['titel']])
      expect(
        await failure(exportCards(library, { format: 'json', fields: fields as readonly string[] })),
      ).toMatchObject({ code: 'usage' })
  })
})

describe('formats', () => {
  it('are those that cards export --formats lists', async () => {
    const names = (await formats()).map(({ name }) => name)
    expect(names).toEqual(
      formatsOf(await runCards(['export', '--formats', '--json'])).map(({ name }) => name),
    )
  })
})

function formatsOf({ stdout }: { readonly stdout: string }): { readonly name: string }[] {
  return JSON.parse(stdout)
}

it('refuses what a program without types may give', async () => {
  const library = await sample()
  const given = <T>(value: unknown) => value as T
  const refused = [
    openLibrary(given('cards')),
    query(library, given(5)),
    query(library, given(null)),
    exportCards(library, given(undefined)),
    exportCards(library, given({ cards: [] })),
    openLibrary(given({ dir: 5 })),
    lint(library, given({ rules: 'x' })),
    lint(library, given({ rules: ['url/*'] })),
  ]
  expect(await Promise.all(refused.map(failure))).toEqual([
    { code: 'usage', message: 'The place of a library is an object, not cards.' },
    { code: 'usage', message: 'A query is text, not 5.' },
    { code: 'usage', message: 'A query is text, not null.' },
    { code: 'usage', message: 'What is to be exported is an object, not undefined.' },
    { code: 'usage', message: 'A format is text, not undefined.' },
    { code: 'usage', message: 'The path `dir` is text, not 5.' },
    { code: 'usage', message: 'What rules are set to is an object, not x.' },
    { code: 'usage', message: 'What rules are set to is an object, not url/*.' },
  ])
})

it('speaks to programs without the options of the command line', async () => {
  const library = await sample()
  const cwd = directoryWith({ 'cards.config.yaml': 'lint: { baseline: ../known.txt }\n', 'cards/x': '' })
  const refused = [
    openLibrary({ dir: 'nowhere' }),
    openLibrary({ dir: 'package.json', cwd: root }),
    openLibrary({ config: 'none.yaml' }),
    exportCards(library, { format: 'json', key: 'id' }),
    exportCards(library, { format: 'bibtex', key: 'none' }),
    exportCards(library, { format: 'ris', fields: ['title'] }),
    exportCards(library, { format: 'csv', fields: ['titel'] }),
    lint(library, { today: 'x' }),
    lint(library, { rules: { x: 'off' } }),
    lint(await openLibrary({ cwd })),
    query(library, 'type:('),
    query(library, '', { sort: 'x' }),
  ]
  for (const doing of refused) {
    const error = await doing.then(String, (thrown: unknown) => thrown)
    if (!(error instanceof CardsError)) throw new Error(`It did not fail: ${String(error)}`)
    expect(`${error.message} ${error.hint ?? ''}`).not.toMatch(/--\w|CARDS_DIR/)
  }
})

it('writes nothing into a library', async () => {
  const dir = directoryWith({ 'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa') })
  const library = await openLibrary({ dir })
  await Promise.all([query(library), lint(library), exportCards(library, { format: 'json' })])
  expect(readdirSync(dir)).toEqual(['aaaaaaaaaa.yaml'])
})

it('the program in the README prints what the README shows', () => {
  const path = join(root, 'README.md')
  const readme = readFileSync(path, 'utf8')
  const [shown = '', program = '', output = ''] =
    /```js\n(import [\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(readme) ?? []
  expect(program).toContain("from 'source-cards'")
  // The package can import itself by its name: what runs is dist/api.js.
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '' },
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  if (process.env.RECORD)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        shown,
        () => `\`\`\`js\n${program}\`\`\`\n\n\`\`\`text\n${stdout}\`\`\``,
      ),
    )
  else expect(stdout).toBe(output)
})
