import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanCard, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const RFC = 'https://www.rfc-editor.org/rfc/rfc2606'
const ID = 'aB3dE5gH7j'

/** Runs `cards add` in a directory with a library; nothing asks the network. */
function add(root: string, args: readonly string[], more: Parameters<typeof runCards>[1] = {}) {
  return runCards(['add', ...args, '--no-fetch'], { cwd: root, ...more })
}

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const cardsIn = (root: string) => readdirSync(join(root, 'cards')).filter(name => /^\w{10}\.yaml$/.test(name))

describe('cards add', () => {
  it('writes a card from options, in the one style, and prints its ID and path', async () => {
    const root = directoryWith({ 'cards/venues.yaml': '- id: rfc\n  name: RFC Editor\n' })
    const { stdout, stderr, exitCode } = await add(root, [
      RFC,
      ...['--title', 'Reserved Top Level DNS Names', '--type', 'report', '--author', 'Eastlake, Donald'],
      ...['--author', 'Aliza Panitz', '--published', 'June 1999', '--venue', 'rfc', '--tag', 'DNS,names'],
      ...[
        '--doi',
        'https://doi.org/10.17487/RFC2606',
        '--arxiv',
        'arXiv:2301.10140',
        '--isbn',
        'ISBN 0-306-40615-2',
      ],
      ...[
        '--pmid',
        '34265844',
        '--also-at',
        'https://datatracker.ietf.org/doc/html/rfc2606',
        '--label',
        'RFC 2606',
      ],
      ...[
        '--language',
        'en',
        '--abstract',
        'Four names.',
        '--summary',
        'Reserves: four.',
        '--key-point',
        'One, two.',
      ],
      ...['--key-point', 'Three.', '--relevance', 'Testers.', '--review', 'Sound.', '--notes', 'Read it.'],
      ...['--rating', '4', '--reason', 'A standard.', '--cited-by', 'dns/names', '--accessed', 'today'],
      ...[
        '--archive-url',
        'https://web.archive.org/web/2020/x',
        '--set',
        'forum.karma=-3',
        '--set',
        'aliases=[rfc2606]',
      ],
    ])
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    const [, id, path] = /^(\w{10})\t(.+)\n$/.exec(stdout) ?? []
    expect(path).toBe(`cards/${id}.yaml`)
    expect(read(root, path ?? '')).toBe(
      `# yaml-language-server: $schema=https://unpkg.com/source-cards/schemas/card.schema.json
id: ${id}
url: ${RFC}
doi: 10.17487/rfc2606
arxiv: "2301.10140"
isbn: "0-306-40615-2"
pmid: "34265844"
also_at:
  - https://datatracker.ietf.org/doc/html/rfc2606
title: Reserved Top Level DNS Names
label: RFC 2606
type: report
authors:
  - Eastlake, Donald
  - Aliza Panitz
published: "1999-06"
venue: rfc
language: en
abstract: Four names.
summary: "Reserves: four."
key_points:
  - One, two.
  - Three.
relevance: Testers.
review: Sound.
notes: Read it.
credibility:
  rating: 4
  reason: A standard.
tags:
  - dns
  - names
cited_by:
  - dns/names
forum:
  karma: -3
accessed: "2026-06-15"
archive_url: https://web.archive.org/web/2020/x
aliases:
  - rfc2606
`,
    )
  })

  it('says on a terminal what it added, and what it guessed', async () => {
    const root = directoryWith({
      'cards/venues.yaml': '- id: lw\n  name: LessWrong\n  domains: [lesswrong.com]\n  type: blog_platform\n',
    })
    const { stdout, stderr, exitCode } = await add(
      root,
      ['www.lesswrong.com/posts/7YDyziQxkWxbGmF3u/growth', '--title', 'Field Growth'],
      { columns: 80, env: { NO_COLOR: '1' } },
    )
    const [id] = cardsIn(root).map(name => name.replace('.yaml', ''))
    expect(stdout).toBe(`Added ${id}  Field Growth\n      cards/${id}.yaml\n`)
    expect(stderr).toBe('  type   blog  guess: its venue, LessWrong\n  venue  lw    guess: its host\n')
    expect(exitCode).toBe(0)
  })

  it('gives one source the same ID in every library', async () => {
    const ids = []
    for (const url of [RFC, `${RFC}?utm_source=x`, 'http://rfc-editor.org/rfc/rfc2606/']) {
      const root = directoryWith({ 'cards/pages.yaml': '[]' })
      ids.push((await add(root, [url, '--title', 'A Title of Names'])).stdout.slice(0, 10))
    }
    expect(new Set(ids).size).toBe(1)
  })

  it('takes a language by its name, and tags as people write them', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const args = [RFC, '--title', 'A Title of Names', '--dry-run', '--language', 'English']
    const { stdout } = await add(root, [...args, '--tag', 'A.I.,GPT-3.5,R&D'])
    expect(stdout).toMatch(/\nlanguage: en\ntags:\n {2}- ai\n {2}- gpt-3-5\n {2}- r-d\n$/)
  })

  it.each(['Smith J, Doe A, Roe B', 'Jane Doe, Richard Roe', 'Jane Doe and Richard Roe', 'Doe, J.; Roe, R.'])(
    'refuses several people in one name: %s',
    async name => {
      const root = directoryWith({ 'cards/pages.yaml': '[]' })
      const { stderr, exitCode } = await add(root, [RFC, '--title', 'A Title of Names', '-a', name])
      expect(stderr).toContain(
        `error: --author: \`${name}\` names several people.\nGive each with an --author`,
      )
      expect([exitCode, cardsIn(root)]).toEqual([2, []])
    },
  )

  it('takes what only tracks the reader out of the address', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { stderr } = await add(root, [`${RFC}?utm_source=x&page=2`, '--title', 'A Title of Names'])
    expect(stderr).toBe('Left out of the address, as it only tracks the reader: utm_source.\n')
    expect(read(root, `cards/${cardsIn(root)[0]}`)).toContain(`\nurl: ${RFC}?page=2\n`)
  })

  it.each([
    ['1706.03762', 'url: https://arxiv.org/abs/1706.03762\narxiv: "1706.03762"\n'],
    ['arXiv:1706.03762v2', 'url: https://arxiv.org/abs/1706.03762\narxiv: "1706.03762"\n'],
    ['https://arxiv.org/pdf/1706.03762v2', 'url: https://arxiv.org/pdf/1706.03762v2\narxiv: "1706.03762"\n'],
    ['doi:10.48550/arXiv.1706.03762', 'url: https://arxiv.org/abs/1706.03762\narxiv: "1706.03762"\n'],
    ['doi:10.1038/NATURE14539', 'doi: 10.1038/nature14539\n'],
    ['https://doi.org/10.1038/nature14539', 'doi: 10.1038/nature14539\n'],
    [
      'https://dl.acm.org/doi/10.1145/3442188.3445922',
      'url: https://dl.acm.org/doi/10.1145/3442188.3445922\ndoi: 10.1145/3442188.3445922\n',
    ],
    ['isbn:978-0-19-967811-2', 'isbn: "978-0-19-967811-2"\n'],
    ['978-0-19-967811-2', 'isbn: "978-0-19-967811-2"\n'],
    ['ISBN 0-306-40615-2', 'isbn: "0-306-40615-2"\n'],
    ['pmid:34265844', 'pmid: "34265844"\n'],
    ['rfc-editor.org/rfc/rfc1', 'url: https://rfc-editor.org/rfc/rfc1\n'],
  ])('reads the source %s', async (source, lines) => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { stdout } = await add(root, [source, '--title', 'A Title of Names', '--dry-run'])
    expect(stdout.replace(/^.*\n.*\n/, '').replace(/title: .*/s, '')).toBe(lines)
    expect(cardsIn(root)).toEqual([])
  })

  it('keeps the layout and the folder that the config names, and --folder before it', async () => {
    const root = directoryWith({
      'cards.config.yaml': 'layout: sharded\nfolder: inbox\nschema: none\n',
      'cards/pages.yaml': '[]',
    })
    const first = await add(root, [RFC, '--title', 'First Title'])
    expect(first.stdout).toMatch(/^(\w\w)(\w{8})\tcards\/inbox\/\1\/\1\2\.yaml\n$/)
    const second = await add(root, [`${RFC}1`, '--title', 'Second Title', '--folder', './2026\\papers/'])
    expect(second.stdout).toMatch(/\tcards\/2026\/papers\/(\w\w)\/\1\w{8}\.yaml\n$/)
    const third = await add(root, [`${RFC}2`, '--title', 'Third Title', '--folder', '.'])
    expect(third.stdout).toMatch(/\tcards\/(\w\w)\/\1\w{8}\.yaml\n$/)
    expect(read(root, (third.stdout.split('\t')[1] ?? '').trim())).toMatch(/^id: /)
  })

  it.each([
    ['retired', 'is for cards that were given up'],
    ['Previews/x', 'is for excerpts of sources'],
    ['cards.yaml', 'names a file'],
    ['../elsewhere', 'leads out of the library'],
    ['a/../../b', 'leads out of the library'],
    ['/tmp', 'is not a path below the library'],
    ['C:\\x', 'is not a path below the library'],
    ['a/.git/b', 'has a hidden folder, `.git`, which is not read'],
    ['', 'names no folder'],
    ['a\u0007b', 'has a character that no name should have'],
  ])('refuses the folder %j', async (folder, why) => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { stderr, exitCode } = await add(root, [RFC, '--title', 'A Title', '--folder', folder])
    expect(stderr).toContain(why)
    expect(exitCode).toBe(2)
    expect(readdirSync(join(root, 'cards'))).toEqual(['pages.yaml'])
  })

  it('takes an ID that is given, and refuses one that is taken or none', async () => {
    const root = directoryWith({ [`cards/${ID}.yaml`]: cleanCard(ID) })
    const args = [RFC, '--title', 'A Title of Names']
    expect(await add(root, [...args, '--id', ID.toUpperCase()])).toMatchObject({
      stderr: `error: The ID ${ID.toUpperCase()} is taken: a card has it, or had it once.\nSee it: cards show ${ID.toUpperCase()}\nWithout an ID, one is made.\n`,
      exitCode: 1,
    })
    expect(await add(root, [...args, '--id', 'x1'])).toMatchObject({
      stderr:
        'error: --id: `x1` is no stable ID.\nAn ID is ten letters or digits, such as MDc4MjQ5Yj; without one, it is made.\n',
      exitCode: 2,
    })
    expect((await add(root, [...args, '--id', 'zzzzzzzzz1'])).stdout).toBe(
      'zzzzzzzzz1\tcards/zzzzzzzzz1.yaml\n',
    )
  })

  it('prints the card as JSON, in the shape of show', async () => {
    const root = directoryWith({
      'cards/venues.yaml': '- id: rfc\n  name: RFC Editor\n  domains: [rfc-editor.org]\n  credibility: 5\n',
    })
    const { stdout } = await add(root, [RFC, '--title', 'A Title of Names', '--author', 'Jo Doe', '--json'])
    const card = JSON.parse(stdout)
    expect(card).toMatchObject({
      url: RFC,
      authors: [{ name: 'Jo Doe', given: 'Jo', family: 'Doe' }],
      venue: 'rfc',
      effective_credibility: { rating: 5, from: 'venue' },
      path: `${card.id}.yaml`,
    })
    expect(stdout).toBe((await runCards(['show', card.id, '--json'], { cwd: root })).stdout)
  })

  it('writes nothing with --dry-run, and prints what it would', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { stdout, exitCode } = await add(root, [RFC, '--title', 'A Title of Names', '--dry-run'])
    expect(stdout).toMatch(
      /^# yaml-language-server: .*\nid: \w{10}\nurl: .*\ntitle: A Title of Names\ntype: web\n$/,
    )
    expect(exitCode).toBe(0)
    expect(readdirSync(join(root, 'cards'))).toEqual(['pages.yaml'])
    const written = await add(root, [RFC, '--title', 'A Title of Names'])
    expect(read(root, (written.stdout.split('\t')[1] ?? '').trim())).toBe(stdout)
  })

  it('names the options whose values no card can have, all at once, and writes nothing', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { stdout, stderr, exitCode } = await add(root, [
      ...[
        RFC,
        '--title',
        'A Title',
        '--published',
        'soon',
        '--rating',
        '9',
        '--tag',
        'C++',
        '--type',
        'papr',
      ],
    ])
    expect(stdout).toBe('')
    expect(exitCode).toBe(2)
    const starts = stderr.split('\n').map(line => /^(?:error: )?(--\w+: `\w[^`]*`)/.exec(line)?.[1])
    expect(starts.filter(Boolean).sort()).toEqual([
      '--published: `soon`',
      '--rating: `rating`',
      '--tag: `C++`',
      '--type: `papr`',
    ])
    expect(stderr).toMatch(/Nothing was written\.\n$/)
    expect(readdirSync(join(root, 'cards'))).toEqual(['pages.yaml'])
  })

  it.each<[string, string[], string, number]>([
    ['nothing', [], 'error: What is to be added? No source is given.', 2],
    ['no title', [RFC], `error: The card for ${RFC} needs a title.\nGive it with --title.\n`, 2],
    ['an empty value', [RFC, '--title', ' '], 'error: --title needs a value.', 2],
    ['a file', ['refs.bib'], 'Of a file of references: cards import refs.bib.', 2],
    ['no title of a book', ['isbn:978-0-19-967811-2'], 'needs a title.\nGive it with --title.', 2],
    ['words', ['some words'], 'error: `some words` is no URL, DOI, arXiv id, ISBN or pmid:NUMBER.', 2],
    [
      'a rating without its number',
      [RFC, '--title', 'x', '--reason', 'y'],
      'error: --reason: `credibility` needs `rating`',
      2,
    ],
    ['a day that is none', [RFC, '--title', 'x', '--published', '2023-02-29'], '--published: ', 2],
    ['two sources', [RFC, '--url', 'https://a.net/x'], 'error: The source is given twice', 2],
    [
      'a field with an option of its own',
      [RFC, '--set', 'tags=[a]'],
      '`tags` has an option of its own.\nGive it with --tag.',
      2,
    ],
    ['an unknown field', [RFC, '--set', 'funder=x'], 'Cards have no field `funder`.', 2],
    ['a field without a value', [RFC, '--set', 'forum.karma'], '--set takes a field and a value', 2],
    [
      'an item of a list',
      [RFC, '--set', 'aliases[0]=abcd'],
      "Give the whole list: --set 'aliases=[a, b]'",
      2,
    ],
    ['retired', [RFC, '--set', 'retired.date=2020'], 'A new card cannot be retired.', 2],
    ['questions without a terminal', [RFC, '-i'], 'error: There is no terminal to ask questions on.', 2],
    ['an editor for nothing', [RFC, '--edit', '--dry-run'], '--edit has nothing to open with --dry-run.', 2],
  ])('refuses %s', async (_, args, message, code) => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { stdout, stderr, exitCode } = await add(root, args)
    expect(stderr).toContain(message)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code })
    expect(readdirSync(join(root, 'cards'))).toEqual(['pages.yaml'])
  })

  it("asks for the library's own fields, and gives them their types", async () => {
    const root = directoryWith({
      'cards.config.yaml':
        'extra:\n  funder: { type: string, values: [NSF, ERC], required: true }\n  pages: { type: integer }\n  codes: { type: list }\n',
      'cards/pages.yaml': '[]',
    })
    const args = [RFC, '--title', 'A Title of Names']
    expect((await add(root, args)).stderr).toContain(
      'error: `extra.funder` is missing, which this library requires.\nGive it with --set extra.funder=…\n',
    )
    expect((await add(root, [...args, '--set', 'extra.funder=NFS'])).stderr).toContain('Did you mean `NSF`?')
    const { stdout } = await add(root, [
      ...[
        ...args,
        '--dry-run',
        '--set',
        'extra.funder=NSF',
        '--set',
        'extra.pages=12',
        '--set',
        'extra.codes=[1, b]',
      ],
    ])
    expect(stdout).toMatch(/\nextra:\n {2}funder: NSF\n {2}pages: 12\n {2}codes:\n {4}- "1"\n {4}- b\n$/)
  })

  it('says that there is no library', async () => {
    const root = directoryWith({})
    const { stderr, exitCode } = await add(root, [RFC, '--title', 'x'])
    expect(stderr).toMatch(/^error: There is no library at cards\.\n.*cards init/)
    expect(exitCode).toBe(2)
    expect(existsSync(join(root, 'cards'))).toBe(false)
  })

  it('tells what lint warns of, after the card is there', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { stdout, stderr, exitCode } = await add(root, ['http://localhost/x', '--title', 'A Title'])
    expect(stdout).toMatch(/^\w{10}\t/)
    expect(stderr).toMatch(/^Added, with 1 problem:$/m)
    expect(stderr).toMatch(/^cards\/\w{10}\.yaml:3:6: error: .*\[url\/placeholder\]$/m)
    expect(exitCode).toBe(0)
  })

  it('finds out what is wrong in the config before anything is written', async () => {
    const root = directoryWith({
      'cards.config.yaml': 'lint: { rules: { no/such: error } }\n',
      'cards/pages.yaml': '[]',
    })
    const { stderr, exitCode } = await add(root, [RFC, '--title', 'A Title of Names'])
    expect(stderr).toContain('no/such')
    expect(exitCode).toBe(2)
    expect(cardsIn(root)).toEqual([])
  })

  it('opens the new card in the editor with --edit, and keeps it when that fails', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const env = { EDITOR: 'my-editor' }
    const opened: string[] = []
    const { stdout, exitCode } = await add(root, [RFC, '--title', 'A Title of Names', '--edit'], {
      env,
      runProgram: command => {
        opened.push(readFileSync(command.at(-1) ?? '', 'utf8'))
        return 0
      },
    })
    expect(opened.join()).toContain('title: A Title of Names')
    expect({ count: opened.length, exitCode }).toEqual({ count: 1, exitCode: 0 })
    expect(stdout).toMatch(/^\w{10}\t/)
    const failed = await add(root, [`${RFC}1`, '--title', 'Another Title', '--edit'], {
      env,
      runProgram: () => 3,
    })
    expect(failed.stdout).toMatch(/^\w{10}\t/)
    expect(failed.stderr).toContain('The editor ended with an error (exit code 3)')
    expect(failed.exitCode).toBe(1)
    expect(cardsIn(root)).toHaveLength(2)
  })

  it('keeps text of a card from driving the terminal', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const { stdout, stderr } = await add(root, [RFC, '--title', 'A \u001b[31mred\u001b]0;x\u0007 title'], {
      columns: 80,
      env: { NO_COLOR: '1' },
    })
    expect(stdout + stderr).not.toMatch(/[\u001b\u0007]/)
  })
})
