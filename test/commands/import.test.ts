import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { cardText, directoryWith } from '../support/library.ts'
import { cards, start } from '../support/process.ts'
import { runCards, SAMPLE } from '../support/run-cards.ts'

const RECORDS = `# Kept by hand.
- id: 100680ad546ce6a5
  url: https://example.org/one
  title: "Risks: a survey"
  type: paper
  authors:
    - Ann Other
  published_date: 2024-03-05
  publication_id: journal
  summary: What it says.
  tags: []
- id: feedfacefeedface
  url: https://journal.example/two
  title: Two
  type: web
  local_filename: feedfacefeedface.txt
  fetched_at: 2025-12-28 02:55:47
`
const VENUES = `- id: journal
  name: The Journal
  domains: [journal.example]
  type: academic_journal
  credibility: 5
`
const PAGE = `A Post
webAuthor
Credibility Rating
Some quality.
Rating inherited from publication venue: The Journal
To whom it matters.
Forum Post Details
Metadata
Summary
What the post says.
Key Points
- •First point.
- •Second point.
Cited by 1 page
| Page | Type | Quality |
|---|---|---|
| Some Page | Concept | 41.5 |
Cached Content Preview
The text of the post.
... (truncated, 3 KB total)dba5166ad9db9ba6 | Stable ID: StableID01`

const sources = () =>
  directoryWith({
    'data/records.yaml': RECORDS,
    'data/venues.yaml': VENUES,
    'ids.json': '{"feedfacefeedface":"KeptIdKept"}',
  })
const args = (dir: string, ...more: string[]) => [
  'import',
  '--format',
  'longterm-wiki',
  join(dir, 'data'),
  '--dir',
  join(dir, 'lib'),
  ...more,
]

describe('cards import --format longterm-wiki', () => {
  it('makes cards that list and show serve', async () => {
    const dir = sources()
    const { stdout, stderr, exitCode } = await runCards(args(dir, '--ids', join(dir, 'ids.json')))
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(stdout).toContain(
      `Made 2 cards, 1 venue in ${join(dir, 'lib')}/, out of 2 records.\nIDs: 1 kept, 1 new.\n`,
    )
    expect(stdout).toContain('1 card rated by the host of the URL, naming no venue')
    expect(stdout).toContain('records.yaml: 1 line')
    const list = await runCards([
      'list',
      '--dir',
      join(dir, 'lib'),
      '--columns',
      'id,credibility,year,author,title',
    ])
    expect(list.stdout.split('\n')).toContain('KeptIdKept\t5\t\t\tTwo')
    expect(list.stdout).toContain('\t5\t2024\tOther\tRisks: a survey\n')
    const shown = await runCards(['show', 'feedfacefeedface', '--dir', join(dir, 'lib'), '--yaml'])
    expect(
      shown.stdout,
    ).toBe(`# yaml-language-server: $schema=https://unpkg.com/source-cards/schemas/card.schema.json
id: KeptIdKept
url: https://journal.example/two
title: Two
type: web
fetch:
  at: "2025-12-28T02:55:47"
  file: feedfacefeedface.txt
aliases:
  - feedfacefeedface
`)
  })

  it('changes nothing the second time', async () => {
    const dir = sources()
    await runCards(args(dir))
    const before = readdirSync(join(dir, 'lib')).map(file => [
      file,
      readFileSync(join(dir, 'lib', file), 'utf8'),
    ])
    const { stdout, exitCode } = await runCards(args(dir))
    expect(stdout).toContain('Made 0 cards in ')
    expect(stdout).toContain('2 records skipped, being in the library already.')
    expect(exitCode).toBe(0)
    expect(
      readdirSync(join(dir, 'lib')).map(file => [file, readFileSync(join(dir, 'lib', file), 'utf8')]),
    ).toEqual(before)
  })

  it('turns the text of a page into its card, with preview and citing page', async () => {
    const dir = directoryWith({ 'page.txt': PAGE, 'lib/venues.yaml': VENUES })
    const page = [
      'import',
      '--format',
      'longterm-wiki',
      'page.txt',
      '--url',
      'https://example.org/post',
      '--dir',
      'lib',
    ]
    const { stdout, exitCode } = await runCards(page, { cwd: dir })
    expect(stdout).toContain(
      'Made 1 card, 1 page, 1 preview in lib/, out of 1 record.\nIDs: 1 kept, 0 new.\n',
    )
    expect(exitCode).toBe(0)
    const shown = await runCards(['show', 'StableID01', '--dir', 'lib'], { cwd: dir })
    for (const text of [
      'A Post',
      '★★★★★ 5 Gold.',
      'To whom it matters.',
      'What the post says.',
      '• Second point.',
      'Some Page  concept     41.5',
      'The text of the post.',
      'truncated, 3 KB in all',
    ])
      expect(shown.stdout).toContain(text)
  })

  it('writes a report that fits its schema, and prints it', async () => {
    const dir = sources()
    const { stdout } = await runCards(args(dir, '--json', '--report', join(dir, 'report.json')))
    expect(readFileSync(join(dir, 'report.json'), 'utf8')).toBe(stdout)
    const schema = JSON.parse(
      readFileSync(join(SAMPLE, '..', 'schemas', 'output-import.schema.json'), 'utf8'),
    )
    const ajv = new Ajv2020({ strict: false })
    expect(ajv.validate(schema, JSON.parse(stdout))).toBe(true)
    expect(JSON.parse(stdout).counts).toMatchObject({ records: 2, cards: 2, venues: 1, empty_values: 1 })
  })

  it('writes nothing with --dry-run', async () => {
    const dir = sources()
    const { stdout } = await runCards(args(dir, '--dry-run'))
    expect(stdout).toContain('Would make 2 cards, 1 venue in ')
    expect(existsSync(join(dir, 'lib'))).toBe(false)
  })

  it('follows the config: layout, modeline, directory', async () => {
    const dir = sources()
    writeFileSync(join(dir, 'cards.config.yaml'), 'dir: elsewhere\nlayout: sharded\nschema: none\n')
    await runCards(['import', '-f', 'longterm-wiki', 'data', '--ids', 'ids.json'], { cwd: dir })
    expect(readFileSync(join(dir, 'elsewhere/Ke/KeptIdKept.yaml'), 'utf8')).toMatch(/^id: KeptIdKept\n/)
  })

  it('leaves a card alone that is there, and gives its ID to no other', async () => {
    const dir = sources()
    const mine = cardText('keptIDkept')
    writeFileSync(join(dir, 'ids.json'), '{"feedfacefeedface":"KeptIdKept"}')
    await runCards(args(dir, '--dry-run'))
    const library = directoryWith({ 'keptIDkept.yaml': mine })
    const { stdout } = await runCards([
      'import',
      '-f',
      'longterm-wiki',
      join(dir, 'data'),
      '--ids',
      join(dir, 'ids.json'),
      '--dir',
      library,
    ])
    expect(stdout).toContain('1 wanted ID refused:\n  KeptIdKept is taken; the card is ')
    expect(readFileSync(join(library, 'keptIDkept.yaml'), 'utf8')).toBe(mine)
    expect(readdirSync(library).filter(file => /^[A-Za-z0-9]{10}\.yaml$/.test(file))).toHaveLength(3)
  })

  it('takes a file for done that an interrupted run has made', async () => {
    const dir = directoryWith({ 'page.txt': PAGE, 'lib/previews/StableID01.txt': 'The text of the post.\n' })
    const page = [
      'import',
      '-f',
      'longterm-wiki',
      'page.txt',
      '--url',
      'https://example.org/post',
      '--dir',
      'lib',
    ]
    expect(await runCards(page, { cwd: dir })).toMatchObject({ exitCode: 0 })
    rmSync(join(dir, 'lib/StableID01.yaml'))
    writeFileSync(join(dir, 'lib/previews/StableID01.txt'), 'Something else.\n')
    expect(await runCards(page, { cwd: dir })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is there already'),
    })
  })

  it('imports nothing when it cannot read something, and makes no library', async () => {
    const dir = sources()
    writeFileSync(join(dir, 'data/broken.yaml'), '- id: "open\n')
    const { stdout, stderr, exitCode } = await runCards([...args(dir), '--report', join(dir, 'report.json')])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 })
    expect(stderr).toMatch(/broken\.yaml:1: error: The double quote/)
    expect(stderr).toContain(
      'Nothing was imported: 1 problem above. Mend it, or import the rest with --keep-going (2 records).\n',
    )
    expect(existsSync(join(dir, 'lib'))).toBe(false)
    expect(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'))).toMatchObject({
      outcome: 'refused',
      counts: { records: 2, failed: 1 },
    })
  })

  it('imports the rest with --keep-going, and still says no', async () => {
    const dir = sources()
    writeFileSync(join(dir, 'data/broken.yaml'), '- id: "open\n')
    const { stdout, stderr, exitCode } = await runCards([...args(dir), '--keep-going'])
    expect(stdout).toContain('Made 2 cards')
    expect(stderr).toMatch(/^\S+broken\.yaml:1: error: The double quote.*\n$/)
    expect(exitCode).toBe(1)
  })

  it('imports nothing into a library that has cards when it cannot read something', async () => {
    const dir = sources()
    const library = directoryWith({ 'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa') })
    writeFileSync(join(dir, 'data/broken.yaml'), '- id: "open\n')
    await runCards(['import', '-f', 'longterm-wiki', join(dir, 'data'), '--dir', library])
    expect(readdirSync(library)).toEqual(['aaaaaaaaaa.yaml'])
  })

  it.each([
    [['import', 'README.md'], /^error: What does README\.md hold\?\nSay it with --format: .*longterm-wiki/],
    [['import', '-'], /^error: What does standard input hold\?\nSay it with --format: /],
    [
      ['import', '-f', 'longtermwiki', 'x'],
      'error: There is no format `longtermwiki` to import.\nDid you mean `longterm-wiki`?\n',
    ],
    [
      ['import', '-f', 'x', 'x'],
      /^error: There is no format `x` to import\.\nThe formats are .*longterm-wiki/,
    ],
    [
      ['import', '-f', 'longterm-wiki', 'none.yaml'],
      'error: none.yaml cannot be read: there is no such file or folder.\nCheck the path.\n',
    ],
    [['import', '-f', 'longterm-wiki', '.github'], /^error: /],
    [
      ['import', '--on-duplicate', 'updat', 'x'],
      'error: --on-duplicate takes skip, update, fail, not `updat`.\nDid you mean `update`?\n',
    ],
    [
      ['import', '--overwrite', 'title', 'x'],
      'error: --overwrite only has a meaning together with --on-duplicate update.\nAdd that, or leave --overwrite out.\n',
    ],
    [
      ['import', '--on-duplicate', 'update', '--overwrite', 'titel', 'x'],
      'error: --overwrite: a card has no field `titel`.\nDid you mean `title`?\n',
    ],
    [
      ['import', '--on-duplicate', 'update', '--overwrite', 'id', 'x'],
      'error: An import never replaces `id`.\nUse cards edit for it.\n',
    ],
    [
      ['import', '--map', 'Address', 'x.csv'],
      "error: --map takes a column and a field, not `Address`.\nFor example: --map 'Web address=url'\n",
    ],
    [
      ['import', '--map', 'Address=ulr', 'x.csv'],
      'error: --map: a card has no field `ulr`.\nDid you mean `url`?\n',
    ],
    [
      ['import', '-f', 'longterm-wiki', '--map', 'Address=url', 'package.json'],
      'error: --map is for csv only.\nLeave it out, or say --format csv.\n',
    ],
    [
      ['import', '-f', 'bibtex', '--map', 'title=label', 'package.json'],
      'error: Of a bibliography, --map takes the citation key and nothing else.\nSay key=id, where the keys are IDs, or key=extra.NAME, which keeps them.\n',
    ],
    [
      ['import', '--json', '--diff', 'x'],
      'error: --json and --diff exclude each other.\nGive one of them.\n',
    ],
    [
      ['import', '-f', 'longterm-wiki', 'package.json', '--ids', 'package.json'],
      /^error: package.json is no map of IDs\./,
    ],
  ])('refuses %j', async (line, stderr) => {
    const outcome = await runCards(line)
    expect(outcome).toMatchObject({ stdout: '', exitCode: 2 })
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr)
    else expect(outcome.stderr).toMatch(stderr)
  })

  it('refuses a directory without YAML files and a file that is no text', async () => {
    const dir = directoryWith({ 'empty/x.txt': '', 'bytes.yaml': Buffer.from([0x61, 0xff, 0x62]) })
    expect((await runCards(['import', '-f', 'longterm-wiki', 'empty'], { cwd: dir })).stderr).toContain(
      'There are no YAML files in empty.',
    )
    expect((await runCards(['import', '-f', 'longterm-wiki', 'bytes.yaml'], { cwd: dir })).stderr).toContain(
      'bytes.yaml:1:2: The byte 0xFF',
    )
  })

  it.each([
    ['refs.bib', (key: string) => `@misc{${key}, title={T}, url={https://example.org/${key}}}\n`],
    [
      'refs.ris',
      (key: string) => `TY  - ELEC\nID  - ${key}\nTI  - T\nUR  - https://example.org/${key}\nER  - \n`,
    ],
    ['refs.csl.json', (key: string) => `[{"id":"${key}","title":"T","URL":"https://example.org/${key}"}]`],
  ])('takes citation keys of %s as IDs, and says which are none', async (name, entry) => {
    const dir = directoryWith({ [name]: entry('9r1ZQiEZWb'), [`odd-${name}`]: entry('smith2020') })
    const format = name.endsWith('json') ? ['-f', 'csl-json'] : []
    const words = ['import', '--map', 'key=id', '--json', '--dir', 'lib', ...format]
    const { stdout } = await runCards([...words, name, `odd-${name}`], { cwd: dir })
    expect(JSON.parse(stdout).counts).toMatchObject({ cards: 2, kept_ids: 1, minted_ids: 1 })
    expect(existsSync(join(dir, 'lib/9r1ZQiEZWb.yaml'))).toBe(true)
    expect(stdout).toContain('"malformed"')
    // A key that is no ID does not make a second card of what is there.
    const again = await runCards([...words, name, `odd-${name}`], { cwd: dir })
    expect(JSON.parse(again.stdout).counts).toMatchObject({ cards: 0, skipped: 2 })
  })

  it('reads standard input', async () => {
    const dir = directoryWith({ 'lib/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa') })
    const stdin = '- url: https://example.org/one\n  title: One\n  type: web\n'
    const words = ['import', '-f', 'longterm-wiki', '-', '--dir', 'lib']
    const { stdout } = await runCards(words, { cwd: dir, stdin })
    expect(stdout).toBe('Made 1 card in lib/, out of 1 record.\nIDs: 0 kept, 1 new.\n')
    const latin = await runCards(words, { cwd: dir, stdin: Buffer.from([0x2d, 0x20, 0xe9]) })
    expect(latin).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('stdin:1:3: The byte 0xE9') })
  })

  it('takes a record without an ID for the card of its source', async () => {
    const dir = directoryWith({
      'lib/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa', 'doi: 10.1000/x'),
      'new.yaml': '- url: https://doi.org/10.1000/X\n  title: Of slopes\n  type: paper\n  abstract: Steep.\n',
    })
    const words = ['import', '-f', 'longterm-wiki', 'new.yaml', '--dir', 'lib']
    const run = (...more: string[]) => runCards([...words, ...more], { cwd: dir })
    expect((await run()).stdout).toBe(
      'Made 0 cards in lib/, out of 1 record.\n1 record skipped, being in the library already by another name:\n  new.yaml:1 is aaaaaaaaaa\n',
    )
    const fail = await run('--on-duplicate', 'fail')
    expect(fail).toMatchObject({ stdout: '', exitCode: 1 })
    expect(fail.stderr).toBe(
      'new.yaml:1: error: Its source is that of aaaaaaaaaa.\nNothing was imported: 1 record is a card already. Take it out, or leave --on-duplicate fail out.\n',
    )
    const diff = await run('--on-duplicate', 'update', '--diff')
    expect(diff.stdout).toContain('+++ b/lib/aaaaaaaaaa.yaml\n')
    expect(diff.stdout).toContain('+abstract: Steep.\n')
    expect(diff.stderr).toContain('1 record would update a card:\n  aaaaaaaaaa: filled abstract\n')
    const update = await run('--on-duplicate', 'update', '--overwrite', 'type')
    expect(update.stdout).toBe(
      `Made 0 cards in lib/, out of 1 record.
1 record updated a card:
  aaaaaaaaaa: filled abstract; replaced type
2 values of cards kept, where a record says something else:
  aaaaaaaaaa: title: "Card aaaaaaaaaa", not "Of slopes"
  aaaaaaaaaa: url: "https://example.org/aaaaaaaaaa", not "https://doi.org/10.1000/X"
1 value of cards replaced:
  aaaaaaaaaa: type: "web" → "paper"
`,
    )
    expect(readFileSync(join(dir, 'lib/aaaaaaaaaa.yaml'), 'utf8')).toBe(
      cardText('aaaaaaaaaa', 'abstract: Steep.', 'doi: 10.1000/x').replace('type: web', 'type: paper'),
    )
    expect((await run('--on-duplicate', 'update')).stdout).toContain('1 record skipped')
  })

  it('tells of no more failures than people read, and writes all to the report', async () => {
    const entries = Array.from({ length: 50 }, (_, i) => `- id: "${i}"\n  url: nowhere\n`).join('')
    const dir = directoryWith({ 'bad.yaml': entries })
    const words = ['import', '-f', 'longterm-wiki', 'bad.yaml', '--dir', 'lib', '--report', 'report.json']
    const { stderr } = await runCards(words, { cwd: dir })
    expect(stderr.match(/^bad\.yaml:\d+: /gm)).toHaveLength(20)
    expect(stderr).toContain(
      '\n… and 30 more (--report FILE lists all)\nNothing was imported: 50 problems above.',
    )
    expect(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')).unreadable).toHaveLength(50)
  })

  it.each([80, 40])('reads well on a terminal of %i columns', async columns => {
    const { stdout } = await runCards(args(sources()), { columns })
    const path = /\/\S+/
    const long = stdout.split('\n').filter(line => line.length > columns && !path.test(line))
    expect(long).toEqual([])
    expect(stdout).toMatch(/IDs: 0 kept, 2 new\./)
  })

  it('shows how far it has come when it takes long', async () => {
    const dir = sources()
    const { stderr } = await runCards(args(dir), { columns: 80, slowness: 600 })
    expect(stderr).toMatch(/\r\x1b\[K\d+ of 3 files written/)
    expect(stderr.endsWith('\r\x1b[K')).toBe(true)
  })

  it('loses nothing when several run at once', async () => {
    const dir = sources()
    const runs = Array.from({ length: 4 }, () => start(args(dir)))
    const codes = await Promise.all(runs.map(run => new Promise(resolve => run.on('close', resolve))))
    expect(codes).toEqual([0, 0, 0, 0])
    expect(cards(['list', '--count', '--dir', join(dir, 'lib')]).stdout).toBe('2\n')
    expect(readdirSync(join(dir, 'lib')).filter(file => file.startsWith('.'))).toEqual([])
  })
})

const BIB = `@article{vaswani2017,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish},
  year = 2017,
  doi = {10.48550/arXiv.1706.03762}
}
`

describe('cards import of several formats', () => {
  it('tells formats by the names of files, and takes one source of two files for one card', async () => {
    const dir = directoryWith({
      'refs.bib': BIB,
      'list.csv':
        'Name,Web address,kind\nAttention,https://arxiv.org/abs/1706.03762v5,paper\nOther,https://example.org/,web\n',
    })
    const words = ['import', 'refs.bib', 'list.csv', '--dir', 'lib', '--json', '--dry-run']
    const map = ['--map', 'Name=title', '--map', 'Web address=url', '--map', 'kind=type']
    const { stdout, stderr, exitCode } = await runCards([...words, ...map], { cwd: dir })
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ outcome: 'planned', counts: { records: 3, cards: 2, skipped: 1 } })
    expect(report.skipped).toMatchObject([
      { file: 'list.csv', line: 2, id: report.minted[0].id, why: 'source' },
    ])
  })

  it('skips an entry that is a card already, and names it where that is to fail', async () => {
    const dir = directoryWith({ 'refs.bib': BIB })
    const run = (...more: string[]) => runCards(['import', 'refs.bib', '--dir', 'lib', ...more], { cwd: dir })
    expect((await run()).stdout).toMatch(/^Made 1 card in lib\/, out of 1 record\.\nIDs: 0 kept, 1 new\.\n/)
    const [file = ''] = readdirSync(join(dir, 'lib'))
    expect((await run()).stdout).toContain('Made 0 cards in lib/, out of 1 record.\n')
    expect((await run('--on-duplicate', 'fail')).stderr).toBe(
      `refs.bib:1: error: vaswani2017: Its source is that of ${file.replace('.yaml', '')}.\nNothing was imported: 1 record is a card already. Take it out, or leave --on-duplicate fail out.\n`,
    )
  })

  it('names an entry that cannot be read, with its line, and imports nothing', async () => {
    const dir = directoryWith({ 'refs.bib': `${BIB}@article{open, title = {Never closed` })
    const { stdout, stderr, exitCode } = await runCards(['import', 'refs.bib', '--dir', 'lib'], { cwd: dir })
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 })
    expect(stderr).toMatch(/^refs\.bib:7: error: .*open.*\nNothing was imported: 1 problem above\./)
    expect(existsSync(join(dir, 'lib'))).toBe(false)
  })
})

describe('cards import into a library with a config', () => {
  it.each([
    ['inbox/', 'lib/inbox/'],
    ['in\\box', 'lib/in/box/'],
    ['.', 'lib/'],
  ])('puts cards into the folder %j', async (folder, path) => {
    const dir = directoryWith({ 'refs.bib': BIB, 'cards.config.yaml': `dir: lib\nfolder: ${folder}\n` })
    const { stderr } = await runCards(['import', 'refs.bib'], { cwd: dir })
    expect(stderr).toBe('')
    expect(readdirSync(join(dir, path))).toEqual([expect.stringMatching(/^\w{10}\.yaml$/)])
  })

  it.each([
    ['retired', 'is for cards that were given up'],
    ['previews/x', 'is for excerpts of sources'],
    ['.hidden', 'has a hidden folder, `.hidden`, which is not read'],
    ['/abs', 'is not a path below the library'],
    ['../x', 'leads out of the library'],
  ])('refuses the folder %j', async (folder, why) => {
    const dir = directoryWith({ 'refs.bib': BIB, 'cards.config.yaml': `dir: lib\nfolder: ${folder}\n` })
    const { stderr, exitCode } = await runCards(['import', 'refs.bib'], { cwd: dir })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`The config: \`folder\` \`${folder}\` ${why}.`)
    expect(existsSync(join(dir, 'lib'))).toBe(false)
  })

  it('writes no report in place of what it reads, of a card behind a link, or as a new file of the library', async () => {
    const dir = directoryWith({ 'cards/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'), 'refs.bib': BIB })
    symlinkSync('cards/aaaaaaaaaa.yaml', join(dir, 'link.json'))
    for (const file of ['refs.bib', 'link.json', 'cards/new.yaml', 'cards.config.yaml']) {
      const outcome = await runCards(['import', 'refs.bib', '--report', file, '--dry-run'], { cwd: dir })
      expect([file, outcome.exitCode, outcome.stderr]).toEqual([
        file,
        2,
        expect.stringContaining('nothing else may take its place.'),
      ])
    }
    expect(readFileSync(join(dir, 'refs.bib'), 'utf8')).toBe(BIB)
    expect(readdirSync(dir).sort()).toEqual(['cards', 'link.json', 'refs.bib'])
    expect(readdirSync(join(dir, 'cards'))).toEqual(['aaaaaaaaaa.yaml'])
  })

  it('writes no report in place of a card, a registry or the config', async () => {
    const files = { 'lib/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'), 'lib/venues.yaml': VENUES }
    const dir = directoryWith({ ...files, 'refs.bib': BIB, 'cards.config.yaml': 'dir: lib\n' })
    for (const file of [...Object.keys(files), 'cards.config.yaml']) {
      const before = readFileSync(join(dir, file), 'utf8')
      for (const words of [
        ['import', 'refs.bib', '--report', file],
        ['lint', '--format', `json=${file}`],
      ])
        expect(await runCards(words, { cwd: dir })).toMatchObject({
          exitCode: 2,
          stdout: '',
          stderr: expect.stringContaining(
            `${file} is a file of the library; nothing else may take its place.`,
          ),
        })
      expect(readFileSync(join(dir, file), 'utf8')).toBe(before)
    }
    expect(readdirSync(join(dir, 'lib'))).toEqual(['aaaaaaaaaa.yaml', 'venues.yaml'])
  })
})

describe('cards import --map key=extra.NAME', () => {
  it('keeps citation keys in a field that the library declares', async () => {
    const config = 'dir: lib\nextra: { citekey: { type: string } }\n'
    const dir = directoryWith({ 'refs.bib': BIB, 'cards.config.yaml': config })
    const run = (map: string) => runCards(['import', 'refs.bib', '--map', map], { cwd: dir })
    expect(await run('key=url')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Of a bibliography, --map takes the citation key'),
    })
    expect(await run('key=extra.citekey')).toMatchObject({ stderr: '', exitCode: 0 })
    const [file = ''] = readdirSync(join(dir, 'lib'))
    expect(readFileSync(join(dir, 'lib', file), 'utf8')).toContain('extra:\n  citekey: vaswani2017\n')
  })

  it('says so when the library declares no such field', async () => {
    const dir = directoryWith({ 'refs.bib': BIB })
    const words = ['import', 'refs.bib', '--dir', 'lib', '--map', 'key=extra.citekey']
    expect((await runCards(words, { cwd: dir })).stdout).toContain(
      '`citekey` is not an extra field of this library.',
    )
  })
})

describe('cards import of a table', () => {
  const TABLE = 'Address,title,Stars,Mine\nhttps://example.org/1,One,4,12\n'
  const run = (files: Readonly<Record<string, string>>, ...words: string[]) => {
    const dir = directoryWith({
      ...files,
      'cards.config.yaml': 'dir: lib\nextra: { mine: { type: integer } }\n',
    })
    return { dir, done: runCards(['import', ...Object.keys(files), ...words], { cwd: dir }) }
  }
  const map = ['Address=url', 'Stars=credibility.rating', 'Mine=extra.mine'].flatMap(each => ['--map', each])

  it('takes columns for parts of fields, and for the fields of the library, in their types', async () => {
    const { dir, done } = run({ 'list.csv': TABLE }, ...map)
    expect((await done).stderr).toBe('')
    const [file = ''] = readdirSync(join(dir, 'lib'))
    const card = readFileSync(join(dir, 'lib', file), 'utf8')
    expect(card).toContain('credibility:\n  rating: 4\n')
    expect(card).toContain('extra:\n  mine: 12\n')
  })

  it('says once which column a table does not have, and which may be meant', async () => {
    const { done } = run({ 'list.csv': TABLE }, '--map', 'Adress=url')
    expect((await done).stderr).toMatch(
      /^list\.csv:1: error: --map: the table has no column `Adress`\. Did you mean `Address`\?\nNothing was imported/,
    )
  })

  it('says once that no column identifies a source', async () => {
    const { done } = run({ 'list.csv': `${TABLE}https://example.org/2,Two,,\n` })
    expect((await done).stderr).toBe(
      "list.csv:1: error: No column is known to identify a source: Address, title, Stars, Mine. Name one that holds a url, doi, arxiv, isbn or pmid: --map 'COLUMN=url'.\nNothing was imported: 1 problem above. Mend it, or import the rest with --keep-going.\n",
    )
  })

  it('counts what could not be read, in the order of the lines', async () => {
    const rows = 'url,title\nhttps://example.org/1,\nhttps://example.org/2,Two\nhttps://example.org/3,x,y\n'
    const { done } = run({ 'list.csv': rows }, '--keep-going')
    const { stdout, stderr, exitCode } = await done
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^Made 1 card in lib\/, out of 3 records; 2 could not be read\.\n/)
    expect(stderr).toBe(
      'list.csv:2: error: This entry names no title.\nlist.csv:4: error: This row has 3 cells, but the heading has 2.\n',
    )
  })

  it('reads a file once that is named twice, and refuses what is empty', async () => {
    const dir = directoryWith({ 'list.csv': 'url,title\nhttps://example.org/1,One\n' })
    const twice = await runCards(['import', 'list.csv', 'list.csv', '--dir', 'lib'], { cwd: dir })
    expect(twice.stdout).toMatch(/^Made 1 card in lib\/, out of 1 record\.\n/)
    const empty = await runCards(['import', '-f', 'json', '-', '--dir', 'lib'], { cwd: dir, stdin: ' \n' })
    expect(empty).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Standard input is empty.') })
    writeFileSync(join(dir, 'empty.bib'), '\n')
    const file = await runCards(['import', 'empty.bib', '--dir', 'lib'], { cwd: dir })
    expect(file).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('empty.bib is empty.') })
  })
})
