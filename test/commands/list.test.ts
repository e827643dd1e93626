import { describe, expect, it } from 'vitest'
import { COLUMNS, DEFAULT_COLUMNS } from '../../src/commands/columns.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const dir = () =>
  directoryWith({
    'venues.yaml': '- id: journal\n  name: Journal\n  domains: [journal.example]\n  credibility: 5\n',
    'aaaaaaaaaa.yaml': cardText(
      'aaaaaaaaaa',
      'authors: [Ann Other, Ben Else]',
      'published: "2024-03"',
      'tags: [rl, draft]',
    ),
    'bbbbbbbbbb.yaml':
      'id: bbbbbbbbbb\nurl: https://journal.example/x\ntitle: Gradient routing\ntype: paper\npublished: "2025"\nsummary: About gradients.\n',
    'cccccccccc.yaml': cardText('cccccccccc', 'credibility:', '  rating: 2'),
  })

describe('cards list', () => {
  it('is tab-separated when piped, with a stable set of columns, and counts on standard error', async () => {
    const { stdout, stderr, exitCode } = await runCards(['list', '--dir', dir()])
    expect(stdout).toBe(
      [
        'aaaaaaaaaa\t\tweb\t2024\tOther +1\tCard aaaaaaaaaa\trl,draft\n',
        'bbbbbbbbbb\t5\tpaper\t2025\t\tGradient routing\t\n',
        'cccccccccc\t2\tweb\t\t\tCard cccccccccc\t\n',
      ].join(''),
    )
    expect({ stderr, exitCode }).toEqual({ stderr: '3 cards.\n', exitCode: 0 })
  })

  it('is a table on a terminal', async () => {
    const { stdout } = await runCards(['list', '--dir', dir()], { columns: 80 })
    expect(stdout).toBe(
      [
        'ID          Cred.  Type   Year  Author    Title             Tags\n',
        'aaaaaaaaaa         web    2024  Other +1  Card aaaaaaaaaa   rl, draft\n',
        'bbbbbbbbbb  ★★★★★  paper  2025            Gradient routing\n',
        'cccccccccc  ★★☆☆☆  web                    Card cccccccccc\n',
      ].join(''),
    )
  })

  it.each([40, 60, 100])('fits %i columns, and keeps IDs and titles', async columns => {
    const { stdout } = await runCards(['list'], { columns })
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(30)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
    expect(lines[0]).toMatch(/^ID .*Title/)
    expect(stdout).toContain('TransformerLens')
  })

  it.each([
    [['type:paper'], ['bbbbbbbbbb']],
    [['gradient'], ['bbbbbbbbbb']],
    [['credibility:2..4'], ['cccccccccc']],
    [['--credibility', '4..'], ['bbbbbbbbbb']],
    [['--tag', 'rl'], ['aaaaaaaaaa']],
    [['--type', 'paper,web', '--to', '2024'], ['aaaaaaaaaa']],
    [['--from', '2024-06'], ['bbbbbbbbbb']],
    [['--author', 'ann'], ['aaaaaaaaaa']],
    [['--venue', 'journal'], ['bbbbbbbbbb']],
    [['type:web', '-draft'], ['cccccccccc']],
    [['type:web', '-tag:draft'], ['cccccccccc']],
    [['NOT', 'type:web'], ['bbbbbbbbbb']],
    [['no:summary', 'has:tags'], ['aaaaaaaaaa']],
    [
      ['--sort', '-published', '--limit', '2'],
      ['bbbbbbbbbb', 'aaaaaaaaaa'],
    ],
    [['--sort', '-id', '-n1'], ['cccccccccc']],
    [['type:web', '-n', '1'], ['aaaaaaaaaa']],
    [['nothing-like-it'], []],
  ])('%j', async (args, ids) => {
    const { stdout, exitCode } = await runCards(['list', '--ids', '--dir', dir(), ...args])
    expect({ ids: stdout.split('\n').filter(Boolean), exitCode }).toEqual({ ids, exitCode: 0 })
  })

  it('says how much of the library it shows', async () => {
    const library = dir()
    const note = async (...args: string[]) => (await runCards(['list', '--dir', library, ...args])).stderr
    expect(await note('type:web')).toBe('2 of 3 cards.\n')
    expect(await note('type:web', '-n', '1')).toBe('The first 1 of 2 matches among 3 cards.\n')
    expect(await note('nothing')).toBe('None of 3 cards matches.\n')
    expect(await note('-q')).toBe('')
    expect((await runCards(['list', '--dir', directoryWith({})])).stderr).toMatch(/ holds no cards\.\n$/)
  })

  it('counts', async () => {
    expect(await runCards(['list', '--count', '--dir', dir(), '-n', '1'])).toMatchObject({ stdout: '3\n' })
  })

  it('gives JSON of every card, whole or by field', async () => {
    const library = dir()
    const all = JSON.parse((await runCards(['list', '--json', '--dir', library])).stdout)
    expect(all.map((card: { id: string }) => card.id)).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'])
    expect(all[1]).toMatchObject({
      effective_credibility: { rating: 5, from: 'url', venue: 'journal' },
      path: 'bbbbbbbbbb.yaml',
    })
    const some = await runCards(['list', '--fields', 'title,id', '--dir', library, 'type:paper'])
    expect(some.stdout).toBe('[\n{"title":"Gradient routing","id":"bbbbbbbbbb"}\n]\n')
    const lines = await runCards(['list', '--ndjson', '--fields', 'id', '--dir', library])
    expect(lines.stdout).toBe('{"id":"aaaaaaaaaa"}\n{"id":"bbbbbbbbbb"}\n{"id":"cccccccccc"}\n')
    expect((await runCards(['list', '--json', '--dir', library, 'nothing'])).stdout).toBe('[]\n')
  })

  it('shows the columns that are asked for', async () => {
    const { stdout } = await runCards([
      'list',
      '--columns',
      'title,id,resource_id',
      '--dir',
      dir(),
      'type:paper',
    ])
    expect(stdout).toBe('Gradient routing\tbbbbbbbbbb\t7802a5aa29212a3e\n')
  })

  it.each(COLUMNS.map(column => column.name))('has a column %s', async name => {
    const { stdout, exitCode } = await runCards(['list', '--columns', `id,${name}`], { columns: 120 })
    expect(stdout.split('\n')[0]).toMatch(/^ID /)
    expect(exitCode).toBe(0)
    const piped = await runCards(['list', '--columns', name])
    expect(piped.stdout.split('\n').filter(line => line !== '').length).toBeGreaterThan(0)
  })

  it('has no default column that it does not have', () => {
    expect(COLUMNS.map(column => column.name)).toEqual(expect.arrayContaining([...DEFAULT_COLUMNS]))
  })

  it.each([
    [['--columns', 'titel'], 'error: There is no column `titel`.\nDid you mean `title`?\n'],
    [['--columns', 'zzz'], /^error: There is no column `zzz`.\nThe columns are id, credibility, /],
    [['--fields', 'titel'], 'error: Cards have no field `titel`.\nDid you mean `title`?\n'],
    [['--fields', 'zzz'], /^error: Cards have no field `zzz`.\nAmong the fields are id, url, /],
    [['--json', '--ids'], 'error: --json and --ids exclude each other.\nGive one of them.\n'],
    [['--type', 'papr'], /papr[\s\S]*paper/],
    [['--sort', 'titel'], /titel[\s\S]*title/],
    [['tpye:blog'], /tpye:blog\n {2}\^\^\^\^\nDid you mean `type`\?/],
  ])('refuses %j', async (args, stderr) => {
    const outcome = await runCards(['list', ...args])
    expect(outcome).toMatchObject({ stdout: '', exitCode: 2 })
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr)
    else expect(outcome.stderr).toMatch(stderr)
  })

  it('serves the rest and fails when a file cannot be read', async () => {
    const library = directoryWith({
      'good.yaml': cardText('aaaaaaaaaa'),
      'bad.yaml': 'title: "open\n',
      'odd.yaml': cardText('bbbbbbbbbb', 'colour: red'),
    })
    const { stdout, stderr, exitCode } = await runCards(['list', '--ids', '--dir', library], { cwd: library })
    expect({ stdout, exitCode }).toEqual({ stdout: 'aaaaaaaaaa\nbbbbbbbbbb\n', exitCode: 1 })
    expect(stderr).toMatch(/^bad\.yaml:1:8: error: .* \[yaml\/syntax\]$/m)
    expect(stderr).toContain('1 file could not be read; everything else is served.')
    expect(stderr).toMatch(/^odd\.yaml:5:1: error: `colour` is not a field of a card\./m)
  })

  it('uses saved filters and extra fields of the config', async () => {
    const root = directoryWith({
      'cards.config.yaml': 'dir: lib\nfilters:\n  papers: type:paper\nextra:\n  funder:\n    type: string\n',
      'lib/a.yaml': cardText('aaaaaaaaaa', 'extra:', '  funder: NSF'),
      'lib/b.yaml': cardText('bbbbbbbbbb').replace('web', 'paper'),
    })
    const ids = async (...args: string[]) =>
      (await runCards(['list', '--ids', ...args], { cwd: root })).stdout
    expect(await ids('@papers')).toBe('bbbbbbbbbb\n')
    expect(await ids('extra.funder:nsf')).toBe('aaaaaaaaaa\n')
  })

  it('does not let a card drive the terminal or break a line', async () => {
    const library = directoryWith({
      'a.yaml': cardText('aaaaaaaaaa').replace('Card aaaaaaaaaa', '"a\\tb\\n\\e[31mc\\u202ed"'),
    })
    for (const columns of [80, undefined]) {
      const { stdout } = await runCards(
        ['list', '--columns', 'title', '--dir', library],
        columns ? { columns } : {},
      )
      expect(stdout).toContain('a b ␛[31mc�d\n')
    }
    const json = (await runCards(['list', '--fields', 'title', '--dir', library])).stdout
    expect(json).toBe('[\n{"title":"a\\tb\\n\\u001b[31mc\\u202ed"}\n]\n')
    expect(JSON.parse(json)[0].title).toBe('a\tb\n\x1b[31mc\u202ed')
  })
})

describe('what is wrong in the files', () => {
  it('is told beside the list, up to twenty errors', async () => {
    const files = Array.from({ length: 30 }, (_, i) => `aaaaaaaa${String(i).padStart(2, '0')}`)
    const library = directoryWith(
      Object.fromEntries(files.map(id => [`${id}.yaml`, cardText(id, 'colour: red')])),
    )
    const { stderr, exitCode } = await runCards(['list', '--dir', library])
    expect(stderr.match(/is not a field of a card/g)).toHaveLength(20)
    expect(stderr).toContain('… and 10 more errors.\n')
    expect(exitCode).toBe(0)
    expect((await runCards(['list', '-q', '--dir', library])).stderr).toBe('')
  })

  it('is told of registries and of IDs in two files, too', async () => {
    const library = directoryWith({
      'a.yaml': cardText('aaaaaaaaaa'),
      'b.yaml': cardText('aaaaaaaaaa'),
      'venues.yaml': '- id: v\n',
    })
    const { stderr } = await runCards(['list', '--dir', library], { cwd: library })
    expect(stderr).toMatch(/a\.yaml:1:5: error: The ID aaaaaaaaaa is also that of b\.yaml\./)
    expect(stderr).toMatch(/venues\.yaml:1:3: error: A venue needs `name`, which is missing\./)
  })
})

it('options that exclude each other are refused', async () => {
  for (const args of [
    ['--json', '--columns', 'id'],
    ['--count', '--fields', 'id'],
    ['--ids', '--ndjson'],
  ])
    expect(await runCards(['list', ...args])).toMatchObject({ stdout: '', exitCode: 2 })
  for (const args of [
    ['--yaml', '--json'],
    ['--field', 'id', '--web'],
    ['--fields', 'id', '--yaml'],
  ])
    expect(await runCards(['show', 'MDc4MjQ5Yj', ...args])).toMatchObject({
      stdout: '',
      exitCode: 2,
      opened: [],
    })
})
