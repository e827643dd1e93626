import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { EXPORTERS } from '../../src/export/index.ts'
import { schemas } from '../../src/load/schemas.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards, SAMPLE } from '../support/run-cards.ts'

const library = (files: Readonly<Record<string, string>> = {}) =>
  directoryWith({
    'cards/aaaaaaaaa1.yaml': cardText('aaaaaaaaa1', 'tags: [x]', 'key_points: [One.]'),
    'cards/bbbbbbbbb2.yaml': cardText('bbbbbbbbb2'),
    ...files,
  })

const names = EXPORTERS.map(({ name }) => name)

describe('cards export', () => {
  it('writes the cards that a query matches', async () => {
    const { stdout } = await runCards(['export', 'tag:x', '-f', 'ndjson', '--fields', 'id,title'], {
      cwd: library(),
    })
    expect(stdout).toBe('{"id":"aaaaaaaaa1","title":"Card aaaaaaaaa1"}\n')
  })

  it('says how cards are named, when the words of the query are their IDs', async () => {
    const { stderr } = await runCards(['export', 'governance', '-f', 'ris'], { cwd: library() })
    expect(stderr).toBe('No card matches.\n')
    const minted = await runCards(['export', 'MDc4MjQ5Yj', '-f', 'ris'], { cwd: library() })
    expect(minted.stderr).toBe('No card matches. Cards are named by their IDs as id:MDc4MjQ5Yj\n')
  })

  it('writes the cards that are named on standard input, in their order', async () => {
    const { stdout } = await runCards(['export', '-', '-f', 'ndjson', '--fields', 'id'], {
      cwd: library(),
      stdin: 'bbbbbbbbb2\naaaaaaaaa1\n',
    })
    expect(stdout).toBe('{"id":"bbbbbbbbb2"}\n{"id":"aaaaaaaaa1"}\n')
  })

  it.each([[['--json']], [['-f', 'json', '--json']], [['--fields', 'id,title']]])(
    'gives a JSON array for %s, as every command that lists cards does',
    async args => {
      const cwd = library()
      const fields = args.includes('--fields') ? [] : ['--fields', 'id,title']
      const { stdout } = await runCards(['export', 'tag:x', ...args, ...fields], { cwd })
      expect(stdout).toBe('[\n{"id":"aaaaaaaaa1","title":"Card aaaaaaaaa1"}\n]\n')
    },
  )

  it.each([
    ['a.yml', 'yaml'],
    ['a.jsonl', 'ndjson'],
    ['a.bibtex', 'bibtex'],
    ['a.csl.json', 'csl-json'],
  ])('takes %s for %s', async (file, format) => {
    const cwd = library()
    await runCards(['export', '-o', file], { cwd })
    const { stdout } = await runCards(['export', '-f', format], { cwd })
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(stdout)
  })

  it('tells the format by the name of the file', async () => {
    const cwd = library()
    const { stdout, stderr } = await runCards(['export', '-o', 'out.json', '--fields', 'id'], { cwd })
    expect([stdout, stderr]).toEqual(['', '2 cards in out.json.\n'])
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toEqual([
      { id: 'aaaaaaaaa1' },
      { id: 'bbbbbbbbb2' },
    ])
  })

  it('takes - for standard output, and the last of two formats', async () => {
    const args = ['export', '-o', '-', '-f', 'json', '-f', 'ndjson', '--fields', 'id']
    expect((await runCards(args, { cwd: library() })).stdout).toBe(
      '{"id":"aaaaaaaaa1"}\n{"id":"bbbbbbbbb2"}\n',
    )
  })

  it('serves what can be read of a broken library, and exits 1', async () => {
    const cwd = library({ 'cards/broken.yaml': 'id: [\n' })
    const outcome = await runCards(['export', '-f', 'ndjson', '--fields', 'id', '-q'], { cwd })
    expect(outcome).toMatchObject({ stdout: '{"id":"aaaaaaaaa1"}\n{"id":"bbbbbbbbb2"}\n', exitCode: 1 })
    expect(outcome.stderr).toContain('1 file could not be read; everything else is served.')
  })

  it.each(names)('writes a document as %s when no card matches, and says so', async format => {
    const outcome = await runCards(['export', 'tag:none', '-f', format], { cwd: library() })
    expect(outcome).toMatchObject({ stderr: 'No card matches.\n', exitCode: 0 })
    if (['json', 'csl-json', 'jsonld'].includes(format))
      expect(JSON.stringify(JSON.parse(outcome.stdout))).not.toContain('aaaaaaaaa1')
    else expect(outcome.stdout === '' || outcome.stdout.endsWith('\n')).toBe(true)
  })

  it.each(names)('writes the same each time, and into a file the same, as %s', async format => {
    const cwd = directoryWith({})
    const args = ['export', '-f', format, '--dir', SAMPLE]
    const { stdout, exitCode } = await runCards(args, { cwd })
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/\n$/)
    const colors = await runCards([...args, '--color', 'always', '--sort', 'id'], { cwd })
    expect(colors.stdout).toBe(stdout)
    await runCards([...args, '-o', 'out.txt'], { cwd })
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toBe(stdout)
  })

  it.each(names)('stops quietly when the reader of %s leaves', async format => {
    const outcome = await runCards(['export', '-f', format], { readerLeavesAfter: 0 })
    expect(outcome).toMatchObject({ stdout: '', stderr: '', exitCode: 0 })
  })

  it.each([
    [['export'], 'error: Which format?\nSay it with --format: json, '],
    [['export', '-o', 'x.txt'], 'error: Which format is x.txt to have?\nSay it with --format: json, '],
    [['export', '-f', 'jsn'], 'error: There is no format `jsn` to export.\nDid you mean `json`?\n'],
    [['export', '-f', 'bib'], 'error: There is no format `bib` to export.\nDid you mean `bibtex`?\n'],
    [['export', '-f', 'jsn', '--fields', 'id'], 'error: There is no format `jsn` to export.\n'],
    [['export', '-f', 'csv', '--fields', 'id'], 'error: --fields is not for csv.\nIt is for json, '],
    [['export', '-f', 'json', '--fields', 'titel'], 'error: There is no field `titel` in json.\n'],
    [['export', '-f', 'json', '--key', 'id'], 'error: There are no citation keys in json, so that'],
    [['export', '-f', 'bibtex', '--key', 'name'], 'error: There is no citation key `name`.\n'],
    [['export', '-f', 'csv', '--json'], 'error: --json and the format csv exclude each other.\n'],
    [['export', '-', 'tag:x', '-f', 'json'], 'error: References on standard input (-) and a query'],
    [['export', '-o', 'nowhere/x.json'], 'error: Could not write '],
    [
      ['export', '-o', 'cards/aaaaaaaaa1.yaml'],
      'error: --output: cards/aaaaaaaaa1.yaml is a file of the library',
    ],
    [['export', '-o', 'x.ris', '--report', 'x.ris'], 'error: x.ris cannot hold the cards and the report.\n'],
    [
      ['export', '-o', 'x.ris', '--report', 'cards/venues.yaml'],
      'error: --report: cards/venues.yaml is a file',
    ],
    [['export', '-f', 'ris', '--report', '-'], 'error: The report goes into a file.\n'],
  ])('refuses cards %j', async (args, message) => {
    const cwd = library()
    const { stdout, stderr, exitCode } = await runCards(args, { cwd })
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr.slice(0, message.length)).toBe(message)
    expect(existsSync(join(cwd, 'x.ris'))).toBe(false)
  })
})

describe('what a format cannot carry', () => {
  const ris = (...args: string[]) => runCards(['export', '-f', 'ris', ...args], { cwd: library() })

  it('is told', async () => {
    expect(await ris()).toMatchObject({ stderr: 'ris: dropped key_points on 1 card\n', exitCode: 0 })
    expect(await ris('-q')).toMatchObject({ stderr: '', exitCode: 0 })
  })

  it('is no success with --strict', async () => {
    expect(await ris('--strict')).toMatchObject({
      stderr: 'ris: dropped key_points on 1 card\n',
      exitCode: 1,
    })
    expect(await ris('--strict', '-q')).toMatchObject({
      stderr: 'ris: dropped key_points on 1 card\n',
      exitCode: 1,
    })
    expect(await ris('--strict', 'id:bbbbbbbbb2')).toMatchObject({ stderr: '', exitCode: 0 })
  })

  it.each([[['-f', 'ris']], [['-o', 'cards.ris']]])('goes into a report, with %j', async args => {
    const cwd = library()
    await runCards(['export', ...args, '--report', 'losses.json'], { cwd })
    const report: unknown = JSON.parse(readFileSync(join(cwd, 'losses.json'), 'utf8'))
    expect(report).toEqual({
      format: 'ris',
      cards: 2,
      losses: [{ field: 'key_points', what: 'dropped', count: 1, cards: ['aaaaaaaaa1'] }],
    })
    const ajv = new Ajv2020({ strict: false, schemas: Object.values(schemas) })
    expect(ajv.validate(schemas['output-export'].$id, report)).toBe(true)
  })
})

describe('cards export --formats', () => {
  it('lists the formats, one a line in a pipe', async () => {
    const { stdout, exitCode } = await runCards(['export', '--formats'])
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map(line => line.split('\t'))
    expect(rows.map(([name]) => name)).toEqual(names)
    expect(rows.find(([name]) => name === 'json')?.slice(1)).toEqual([
      'data',
      'json',
      'an array of cards, in the one JSON shape of every output',
      '',
    ])
    expect(rows.find(([name]) => name === 'ris')?.[4]).toContain('summary,key_points,')
    expect(exitCode).toBe(0)
  })

  it('tells of one where each field goes', async () => {
    const { stdout } = await runCards(['export', '--formats', 'jsonld'])
    expect(stdout).toContain('title\tname, headline\n')
    expect(stdout).toContain('key_points\t\n')
  })

  it.each([120, 80, 40])('fits a terminal of %d columns', async columns => {
    for (const args of [[], ['ris'], names]) {
      const { stdout } = await runCards(['export', '--formats', ...args], { columns })
      const lines = stdout.split('\n').map(line => line.replace(/\x1b\[[\d;]*m/g, ''))
      expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(columns)
      expect(stdout).not.toContain('…')
      for (const name of args.length === 0 ? names : args) expect(stdout).toContain(name)
    }
  })

  it('shows side by side what they keep, where there is room', async () => {
    expect((await runCards(['export', '--formats'], { columns: 100 })).stdout).toMatch(/key_points +✓ +· +· /)
    expect((await runCards(['export', '--formats'], { columns: 40 })).stdout).toContain('What each drops')
  })

  it.each([
    [['-f', 'ris'], '--format'],
    [['-o', 'x.ris'], '--output'],
    [['--strict'], '--strict'],
    [['--cited-by', 'x'], '--cited-by'],
  ])('refuses %j, which would do nothing', async (args, option) => {
    expect(await runCards(['export', '--formats', ...args])).toMatchObject({
      stderr: `error: --formats writes no cards, so that ${option} would do nothing.\nFor one format, name it: cards export --formats ris\n`,
      exitCode: 2,
    })
    expect((await runCards(['export', '--formats', 'riss'])).stderr).toContain('Did you mean `ris`?')
  })
})
