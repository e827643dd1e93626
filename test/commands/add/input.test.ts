import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCards } from '../../../src/commands/add/input.ts'
import { CardsError } from '../../../src/model/errors.ts'
import { directoryWith } from '../../support/library.ts'
import { runCards, SAMPLE } from '../../support/run-cards.ts'

function add(root: string, stdin: string | Uint8Array, args: readonly string[] = []) {
  return runCards(['add', '-', '--no-fetch', ...args], { cwd: root, stdin })
}

const empty = () => directoryWith({ 'cards/pages.yaml': '[]' })
const cardsIn = (root: string) => readdirSync(join(root, 'cards')).filter(name => /^\w{10}\.yaml$/.test(name))

describe('cards add -', () => {
  it('adds a card of another library from what show prints, the same to the last field', async () => {
    const cwd = join(SAMPLE, '..')
    const ids = ['MDc4MjQ5Yj', '3bGWQu0hMP', 'TKKZuxLy2Z']
    const shown = await runCards(['show', ...ids, '--json'], { cwd })
    const root = directoryWith({
      'cards/venues.yaml': readFileSync(join(SAMPLE, 'venues.yaml')),
      'cards/pages.yaml': readFileSync(join(SAMPLE, 'pages.yaml')),
    })
    const { exitCode, stdout } = await add(root, shown.stdout)
    expect(exitCode).toBe(0)
    expect(stdout).toBe(ids.map(id => `${id}\tcards/${id}.yaml\n`).join(''))
    const now = await runCards(['show', ...ids, '--json'], { cwd: root })
    expect(JSON.parse(now.stdout)).toEqual(JSON.parse(shown.stdout))
  })

  it('takes YAML as cards have it, and puts options before it', async () => {
    const root = empty()
    const stdin = 'url: https://a.net/x\ntitle: 1984\npublished: 2024-05\ntags: [a, b]\narxiv: 2301.10140\n'
    const { exitCode, stdout } = await add(root, stdin, ['--title', 'Nineteen Eighty-Four', '--tag', 'c'])
    expect(exitCode).toBe(0)
    expect(readFileSync(join(root, (stdout.split('\t')[1] ?? '').trim()), 'utf8')).toMatch(
      /\narxiv: "2301.10140"\ntitle: Nineteen Eighty-Four\ntype: paper\npublished: "2024-05"\ntags:\n {2}- c\n$/,
    )
  })

  it('prints an array for a list with --json, and an object for one card', async () => {
    const list = await add(
      empty(),
      '[{"url": "https://a.net/x", "title": "X y"}, {"url": "https://a.net/y", "title": "Y z"}]',
      ['--json'],
    )
    expect(JSON.parse(list.stdout).map((card: { title: string }) => card.title)).toEqual(['X y', 'Y z'])
    expect(
      JSON.parse((await add(empty(), 'url: https://a.net/x\ntitle: X y\n', ['--json'])).stdout).title,
    ).toBe('X y')
    expect((await add(empty(), '[]', ['--json'])).stdout).toBe('[]\n')
  })

  it('adds the cards of a list that are new, and refuses the others: run again, it ends the work', async () => {
    const root = empty()
    await add(root, 'url: https://a.net/x\ntitle: X y\n')
    const stdin =
      '[{"url": "https://www.a.net/x", "title": "X y"}, {"url": "https://a.net/y", "title": "Y z"}, {"url": "https://a.net/y/", "title": "Y z"}]'
    const { stdout, stderr, exitCode } = await add(root, stdin)
    expect(stdout.split('\n')).toHaveLength(2)
    expect(stderr.match(/^.*The library has a card for this source/gm)).toEqual([
      'Standard input, card 1: The library has a card for this source',
      'Standard input, card 3: The library has a card for this source',
    ])
    expect(exitCode).toBe(1)
    expect(cardsIn(root)).toHaveLength(2)
    const again = await add(root, stdin)
    expect({ stdout: again.stdout, exitCode: again.exitCode }).toEqual({ stdout: '', exitCode: 1 })
    expect(cardsIn(root)).toHaveLength(2)
  })

  it('writes none of a list when one makes no sense', async () => {
    const root = empty()
    const { stderr, exitCode } = await add(
      root,
      '[{"url": "https://a.net/x", "title": "X y"}, {"url": "https://a.net/y", "title": "Y z", "type": "papr"}]',
    )
    expect(stderr).toContain('error: Standard input, card 2: `papr`')
    expect(exitCode).toBe(2)
    expect(cardsIn(root)).toEqual([])
  })

  it('gives a card that is here already an ID of its own with --force', async () => {
    const root = empty()
    const stdin = '{"id": "aB3dE5gH7j", "url": "https://a.net/x", "title": "X y"}'
    expect((await add(root, stdin)).stdout).toBe('aB3dE5gH7j\tcards/aB3dE5gH7j.yaml\n')
    const forced = await add(root, stdin, ['--force'])
    expect(forced.exitCode).toBe(0)
    expect(cardsIn(root)).toHaveLength(2)
  })

  it.each([
    ['nothing', '', 'Standard input is empty.'],
    ['broken YAML', 'title: "x\n', 'Standard input, line 1'],
    ['broken JSON', '{"title": "x",, }', 'Standard input, line 1'],
    ['a text', 'hello', 'Standard input holds no card.'],
    ['a list of texts', '- hello\n', 'Item 1 of standard input is no card.'],
    ['an unknown field', 'url: https://a.net/x\ntitle: X y\nauthor: Jo\n', 'Did you mean `authors`?'],
    ['no source', 'title: X y\n', 'What is to be added? No source is given.'],
    [
      'a retired card',
      'url: https://a.net/x\ntitle: X\nretired: { date: 2024, reason: x }\n',
      'Standard input: the card is retired.',
    ],
    ['an ID that is none', 'id: x\nurl: https://a.net/x\ntitle: X\n', 'Standard input: `x` is no stable ID.'],
    [
      'other encodings',
      new Uint8Array([0x74, 0x3a, 0x20, 0xe9]),
      'Standard input: The byte 0xE9 here is not UTF-8.',
    ],
    ['deep nesting', '['.repeat(10_000), 'Standard input'],
    ['duplicate keys', '{"title": "x", "title": "y"}', 'Standard input, line 1'],
  ])('refuses %s', async (_, stdin, message) => {
    const root = empty()
    const { stdout, stderr, exitCode } = await add(root, stdin)
    expect(stderr).toContain(message)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(cardsIn(root)).toEqual([])
  })

  it.each([
    ['--title', 'x'],
    ['--url', 'https://a.net/x'],
    ['--id', 'aB3dE5gH7j'],
    ['--edit', undefined],
  ])('refuses %s for several cards', async (option, value) => {
    const { stderr, exitCode } = await add(empty(), '[{"title": "a"}, {"title": "b"}]', [
      option,
      ...(value ? [value] : []),
    ])
    expect(stderr).toContain(`error: ${option} is for one card, and standard input holds several.`)
    expect(exitCode).toBe(2)
  })
})

describe('readCards', () => {
  const one = (text: string) => readCards(Buffer.from(text))[0]

  it('drops what is derived and what is null, and takes numbers as they are written', () => {
    expect(
      one(
        '{"title": "X", "doi": null, "arxiv": 2301.10140, "authors": [null, "A"], "path": "x", "resource_id": "y", "effective_credibility": {"rating": 3}}',
      ),
    ).toEqual({ title: 'X', arxiv: '2301.10140', authors: ['A'] })
  })

  it('takes a name for its parts where it says no more', () => {
    const authors = [
      { name: 'Jo Doe', given: 'Jo', family: 'Doe' },
      { name: 'NATO', literal: 'NATO' },
      { name: 'Jo Doe', given: 'Jo', family: 'Doe', orcid: '0000-0002-1825-0097' },
      { name: 'Jo van Doe', given: 'Jo van', family: 'Doe' },
      { name: 'Only Name' },
      { given: 'A', family: 'B' },
    ]
    expect(one(JSON.stringify({ authors }))).toEqual({
      authors: [
        'Jo Doe',
        'NATO',
        { given: 'Jo', family: 'Doe', orcid: '0000-0002-1825-0097' },
        { given: 'Jo van', family: 'Doe' },
        'Only Name',
        { given: 'A', family: 'B' },
      ],
    })
  })

  it('takes the ids of pages', () => {
    expect(one('{"cited_by": [{"id": "a", "title": "A"}, "b"]}')).toEqual({ cited_by: ['a', 'b'] })
  })

  it('takes characters in JSON that YAML allows only escaped', () => {
    const title = 'a\x7fb\x80c\uffff'
    expect(readCards(Buffer.from(JSON.stringify({ title })))).toEqual([{ title }])
  })

  it('never fails but with a sentence for people', () => {
    const check = (text: string) => {
      try {
        readCards(Buffer.from(text))
      } catch (error) {
        expect(error).toBeInstanceOf(CardsError)
      }
    }
    fc.assert(fc.property(fc.json(), check))
    fc.assert(fc.property(fc.string(), check))
    check('{"__proto__": {"title": "x"}}')
  })
})
