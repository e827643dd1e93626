import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
    expect(stdout).toContain('1 card with no venue of their own, rated by the host of the URL')
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

  it('tells what it cannot read, imports the rest, and says no', async () => {
    const dir = sources()
    writeFileSync(join(dir, 'data/broken.yaml'), '- id: "open\n')
    const { stdout, stderr, exitCode } = await runCards(args(dir))
    expect(stdout).toContain('Made 2 cards')
    expect(stderr).toMatch(/broken\.yaml:1: error: The double quote/)
    expect(exitCode).toBe(1)
  })

  it.each([
    [['import', 'x'], 'error: What do the files hold?\nSay it with --format: longterm-wiki.\n'],
    [
      ['import', '-f', 'longtermwiki', 'x'],
      'error: There is no format `longtermwiki` to import.\nDid you mean `longterm-wiki`?\n',
    ],
    [
      ['import', '-f', 'x', 'x'],
      'error: There is no format `x` to import.\nThe formats are longterm-wiki.\n',
    ],
    [
      ['import', '-f', 'longterm-wiki', 'none.yaml'],
      'error: none.yaml cannot be read: there is no such file or folder.\nCheck the path.\n',
    ],
    [['import', '-f', 'longterm-wiki', '.github'], /^error: /],
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
