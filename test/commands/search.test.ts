import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards, SAMPLE } from '../support/run-cards.ts'

const dir = () =>
  directoryWith({
    'a.yaml': cardText(
      'aaaaaaaaaa',
      'summary: Routing gradients to parts of a network.',
      'authors: [Ann Other]',
    ),
    'b.yaml': cardText('bbbbbbbbbb').replace('Card bbbbbbbbbb', 'Gradient routing'),
    'c.yaml': cardText('cccccccccc', 'key_points:', '  - Something else.').replace('web', 'paper'),
  })

describe('cards search', () => {
  it('ranks a hit in the title above one in the summary', async () => {
    const { stdout, stderr, exitCode } = await runCards(['search', 'gradient', '--ids', '--dir', dir()])
    expect({ stdout, exitCode }).toEqual({ stdout: 'bbbbbbbbbb\naaaaaaaaaa\n', exitCode: 0 })
    expect(stderr).toBe('2 hits among 3 cards.\n')
  })

  it('is tab-separated when piped: ID, score, title, snippet', async () => {
    const { stdout } = await runCards(['search', 'gradient', '--dir', dir()])
    expect(stdout.split('\n')[1]).toMatch(
      /^aaaaaaaaaa\t[0-9.]+\tCard aaaaaaaaaa\tRouting gradients to parts of a network\.$/,
    )
  })

  it('shows hits with what matched on a terminal', async () => {
    const { stdout } = await runCards(['search', 'gradient', '--dir', dir()], { columns: 60 })
    expect(stdout).toBe(
      'Gradient routing\nbbbbbbbbbb  web\n\nCard aaaaaaaaaa\naaaaaaaaaa  web · Other\n  Routing gradients to parts of a network.\n',
    )
    const colored = await runCards(['search', 'gradient', '--dir', dir(), '--color', 'always'], {
      columns: 60,
    })
    expect(colored.stdout.replace(/\x1b\[[\d;]*m/g, '')).toBe(stdout)
    expect(colored.stdout).toMatch(/\x1b\[1m[^G]*Gradient/)
  })

  it('corrects a misspelt word, and says so', async () => {
    const { stdout, stderr } = await runCards(['search', 'gradeint', '--ids', '--dir', dir()])
    expect(stdout).toBe('bbbbbbbbbb\naaaaaaaaaa\n')
    expect(stderr).toBe('No card has “gradeint”; searched for “gradient”.\n2 hits among 3 cards.\n')
  })

  it('finds nothing without failing', async () => {
    expect(await runCards(['search', 'xylophone', '--dir', dir()])).toMatchObject({
      stdout: '',
      stderr: 'No card has a word like “xylophone”.\nNone of 3 cards matches.\n',
      exitCode: 0,
    })
  })

  it('combines with filters, and limits', async () => {
    const library = dir()
    const ids = async (...args: string[]) =>
      (await runCards(['search', '--ids', '--dir', library, ...args])).stdout
    expect(await ids('something', 'type:paper')).toBe('cccccccccc\n')
    expect(await ids('something', '--type', 'web')).toBe('')
    expect(await ids('gradient', '-routing')).toBe('')
    expect(await ids('gradient', '-n', '1')).toBe('bbbbbbbbbb\n')
    expect((await runCards(['search', 'gradient', '-n', '1', '--dir', library])).stderr).toBe(
      'The best 1 of 2 hits among 3 cards.\n',
    )
  })

  it('gives JSON that fits its schema', async () => {
    const schemas = ['card', 'pages', 'output-card', 'output-search'].map(name =>
      JSON.parse(readFileSync(join(SAMPLE, '..', 'schemas', `${name}.schema.json`), 'utf8')),
    )
    const ajv = new Ajv2020({ schemas, strict: false })
    const hits = JSON.parse((await runCards(['search', 'interpretability', '--json'])).stdout)
    expect(hits.length).toBeGreaterThan(3)
    expect(ajv.validate('https://unpkg.com/source-cards/schemas/output-search.schema.json', hits)).toBe(true)
    for (const { snippet } of hits)
      for (const [start, end] of snippet?.highlights ?? [])
        expect(snippet.text.slice(start, end).toLowerCase()).toMatch(/^interpretab/)
    const lines = (await runCards(['search', 'interpretability', '--ndjson', '--fields', 'id'])).stdout
      .trimEnd()
      .split('\n')
    expect(lines.map(line => JSON.parse(line).card.id)).toEqual(
      hits.map((hit: { card: { id: string } }) => hit.card.id),
    )
  })

  it.each([
    [['search'], /Missing required argument/],
    [['search', 'x', '--json', '--ids'], /exclude each other/],
    [['search', 'tpye:web'], /Did you mean `type`/],
  ])('refuses %j', async (args, stderr) => {
    const outcome = await runCards(args)
    expect(outcome).toMatchObject({ stdout: '', exitCode: 2 })
    expect(outcome.stderr).toMatch(stderr)
  })
})
