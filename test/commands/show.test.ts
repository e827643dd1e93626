import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { cardText, cleanCard, directoryWith } from '../support/library.ts'
import { runCards, SAMPLE } from '../support/run-cards.ts'

const ID = 'MDc4MjQ5Yj'

describe('cards show', () => {
  it('shows every section of the sample card', async () => {
    const { stdout, stderr, exitCode } = await runCards(['show', ID], { columns: 80 })
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    for (const text of [
      'Goodfire and Training on Interpretability\n',
      'Satya Benson\n',
      'web · LessWrong · 6 February 2026',
      '★★★☆☆ 3 Good.',
      'Inherited from its venue, LessWrong.',
      'Relevance\n',
      'Summary\n',
      'Key points\n',
      'Cited by 1 page\n',
      'Goodfire  organization     68.0\n',
      '32 karma · 5 comments',
      'Preview  truncated, 5 KB in all',
      'Stable ID    MDc4MjQ5Yj\n',
      'Resource ID  c4075b6d47521293\n',
      'File         cards/MDc4MjQ5Yj.yaml\n',
    ])
      expect(stdout).toContain(text)
    expect(stdout.match(/^ {2}• /gm)).toHaveLength(5)
  })

  it.each([40, 80, 120])('wraps to %i columns', async columns => {
    const { stdout } = await runCards(['show', ID], { columns })
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(Math.min(columns, 100))
  })

  it('does not wrap when piped', async () => {
    const { stdout } = await runCards(['show', ID])
    expect(stdout).toContain(
      'https://www.lesswrong.com/posts/B3DQvjCD6gp2JEKaY/goodfire-and-training-on-interpretability\n',
    )
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeGreaterThan(200)
  })

  it('gives JSON that fits its schema: an object for one, an array for several', async () => {
    const schemas = ['card', 'pages', 'output-card', 'output-list'].map(name =>
      JSON.parse(readFileSync(join(SAMPLE, '..', 'schemas', `${name}.schema.json`), 'utf8')),
    )
    const ajv = new Ajv2020({ schemas, strict: false })
    const one = JSON.parse((await runCards(['show', ID, '--json'])).stdout)
    expect(one).toMatchObject({
      id: ID,
      resource_id: 'c4075b6d47521293',
      cited_by: [{ id: 'goodfire', quality: 68 }],
    })
    expect(ajv.validate('https://unpkg.com/source-cards/schemas/output-card.schema.json', one)).toBe(true)
    const all = JSON.parse((await runCards(['list', '--json'])).stdout)
    expect(ajv.validate('https://unpkg.com/source-cards/schemas/output-list.schema.json', all)).toBe(true)
    const two = JSON.parse((await runCards(['show', ID, 'SOgwLL10eO', '--fields', 'title,id'])).stdout)
    expect(two).toEqual([
      { title: 'Goodfire and Training on Interpretability', id: ID },
      { title: 'Concrete Problems in AI Safety', id: 'SOgwLL10eO' },
    ])
  })

  it('takes the place of an item as `edit` does, or after a point', async () => {
    const dir = directoryWith({
      'cards/aB3dE5gH7j.yaml': cleanCard('aB3dE5gH7j', 'authors: [Ann Smith, { given: Bo, family: Li }]'),
    })
    for (const field of ['authors[1].family', 'authors.1.family'])
      expect((await runCards(['show', 'aB3dE5gH7j', '--field', field], { cwd: dir })).stdout).toBe('Li\n')
  })

  it("prints the file's own bytes", async () => {
    const { stdout } = await runCards(['show', ID, '--yaml'])
    expect(stdout).toBe(readFileSync(join(SAMPLE, `${ID}.yaml`), 'utf8'))
    const several = await runCards(['show', ID, 'SOgwLL10eO', '--yaml'])
    expect(several.stdout).toBe(`${stdout}---\n${readFileSync(join(SAMPLE, 'SOgwLL10eO.yaml'), 'utf8')}`)
  })

  it.each([
    ['title', 'Goodfire and Training on Interpretability\n'],
    ['authors', 'Satya Benson\n'],
    ['cited_by', 'goodfire\n'],
    ['tags', 'interpretability\ntraining\ngoodhart\ngoodfire\n'],
    ['forum.karma', '32\n'],
    ['forum', '{"karma":32,"comments":5,"answers":0}\n'],
    ['effective_credibility.label', 'Good\n'],
    ['preview.truncated', 'true\n'],
    ['tags.1', 'training\n'],
    ['resource-id', 'c4075b6d47521293\n'],
  ])('--field %s', async (field, stdout) => {
    expect(await runCards(['show', ID, '--field', field])).toMatchObject({ stdout, stderr: '', exitCode: 0 })
  })

  it('says no to a field that the card does not have, and refuses one that no card has', async () => {
    expect(await runCards(['show', ID, '--field', 'doi'])).toMatchObject({
      stdout: '',
      stderr: `${ID} has no doi.\n`,
      exitCode: 1,
    })
    expect(await runCards(['show', ID, '--field', 'dio'])).toMatchObject({ stdout: '', exitCode: 2 })
  })

  it('opens the source in the browser', async () => {
    expect((await runCards(['show', ID, '--web'])).opened).toEqual([
      'https://www.lesswrong.com/posts/B3DQvjCD6gp2JEKaY/goodfire-and-training-on-interpretability',
    ])
    expect((await runCards(['show', 'lVafWFM4DF', '--web'])).opened).toEqual([
      'https://doi.org/10.6028/NIST.AI.100-1',
    ])
    // Its signs would end the path, or stand for others.
    const odd = directoryWith({ 'a.yaml': 'id: aaaaaaaaaa\ndoi: "10.1000/a#b%c"\ntitle: Odd\ntype: paper\n' })
    expect((await runCards(['show', 'aaaaaaaaaa', '--web', '--dir', odd])).opened).toEqual([
      'https://doi.org/10.1000/a%23b%25c',
    ])
    const isbn = directoryWith({ 'a.yaml': 'id: aaaaaaaaaa\nisbn: 9780525558613\ntitle: Book\ntype: book\n' })
    expect(await runCards(['show', 'aaaaaaaaaa', '--web', '--dir', isbn])).toMatchObject({
      opened: [],
      exitCode: 1,
    })
  })

  it('reads references from standard input', async () => {
    const { stdout, exitCode } = await runCards(['show', '-', '--field', 'title'], {
      stdin: `${ID}\n\nSOgwLL10eO\r\n`,
    })
    expect(stdout).toBe('Goodfire and Training on Interpretability\nConcrete Problems in AI Safety\n')
    expect(exitCode).toBe(0)
    expect(await runCards(['show', '-'], { stdin: '\n' })).toMatchObject({
      stdout: '',
      stderr: '',
      exitCode: 0,
    })
    expect(await runCards(['show', ' '])).toMatchObject({ stdout: '', exitCode: 2 })
  })

  it('shows what it finds and says no to the rest', async () => {
    const { stdout, stderr, exitCode } = await runCards(['show', ID, 'nonesuch00', '--field', 'id'])
    expect({ stdout, exitCode }).toEqual({ stdout: `${ID}\n`, exitCode: 1 })
    expect(stderr).toBe('There is no card nonesuch00 in cards/.\nTry: cards search nonesuch00\n')
  })

  it('suggests the closest', async () => {
    expect((await runCards(['show', 'MDc4MjQ5Yk'])).stderr).toBe(
      'There is no card MDc4MjQ5Yk in cards/.\nThe closest:\n  MDc4MjQ5Yj  Goodfire and Training on Interpretability\n',
    )
  })

  it('follows a retired card to its replacement', async () => {
    const { stdout, stderr, exitCode } = await runCards(['show', 'hTcFkmN7Th', '--field', 'id'])
    expect({ stdout, exitCode }).toEqual({ stdout: 'TKKZuxLy2Z\n', exitCode: 0 })
    expect(stderr).toBe('hTcFkmN7Th is retired; this is its replacement, TKKZuxLy2Z.\n')
  })

  it('shows the tombstone of a card that nothing replaces, and says no', async () => {
    const dir = directoryWith({
      'retired/a.yaml': cardText(
        'aaaaaaaaaa',
        'retired:',
        '  date: "2026-05-01"',
        '  reason: The site is gone.',
      ),
    })
    const { stdout, stderr, exitCode } = await runCards(['show', 'aaaaaaaaaa', '--dir', dir])
    expect(stdout).toContain('Retired 1 May 2026: The site is gone.\n')
    expect(stderr).toBe('aaaaaaaaaa is retired, and no card replaces it.\n')
    expect(exitCode).toBe(1)
  })

  it.each([
    [
      'was retired, too',
      { 'retired/b.yaml': cardText('bbbbbbbbbb', 'retired:', '  date: "2026"', '  reason: B.') },
      'is retired, too',
    ],
    ['is not there', {}, 'is not in the library'],
  ])('says so when the replacement of a card %s', async (_, files, words) => {
    const old = cardText(
      'aaaaaaaaaa',
      'retired:',
      '  date: "2026"',
      '  reason: A.',
      '  replaced_by: bbbbbbbbbb',
    )
    const dir = directoryWith({ 'retired/a.yaml': old, ...files })
    const { stderr, exitCode } = await runCards(['show', 'aaaaaaaaaa', '--dir', dir])
    expect(stderr).toBe(`aaaaaaaaaa is retired, and its replacement bbbbbbbbbb ${words}.\n`)
    expect(exitCode).toBe(1)
  })

  it('lists the candidates of an ambiguous reference', async () => {
    const dir = directoryWith({ 'a.yaml': cardText('abcdefghij'), 'b.yaml': cardText('abcdefxyz0') })
    expect(await runCards(['show', 'abcd', '--dir', dir])).toMatchObject({
      stdout: '',
      stderr:
        'abcd may mean any of 2 cards. Name one of them:\n  abcdefg  Card abcdefghij\n  abcdefx  Card abcdefxyz0\n',
      exitCode: 1,
    })
  })

  it('tells what is wrong in the file of a card that it shows', async () => {
    const dir = directoryWith({ 'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa', 'sumary: x') })
    const { stdout, stderr, exitCode } = await runCards(['show', 'aaaaaaaaaa', '--dir', dir], { cwd: dir })
    expect(stdout).toMatch(/^Card aaaaaaaaaa\n/)
    expect(stderr).toBe(
      'aaaaaaaaaa.yaml:5:1: error: `sumary` is not a field of a card. Did you mean `summary`? [schema/unknown-key]\n',
    )
    expect(exitCode).toBe(0)
  })

  it('shows the lines that are wrong, on a terminal', async () => {
    const dir = directoryWith({ 'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa', 'sumary: x') })
    const { stderr } = await runCards(['show', 'aaaaaaaaaa', '--dir', '.'], { cwd: dir, columns: 100 })
    expect(stderr).toBe(
      [
        '',
        'aaaaaaaaaa.yaml:5:1: error: `sumary` is not a field of a card. Did you mean `summary`?',
        '  [schema/unknown-key]',
        '  4 │ type: web',
        '> 5 │ sumary: x',
        '    │ ^^^^^^',
        '  6 │',
        '',
      ].join('\n'),
    )
  })

  it('shows a rating with its origin, whatever it is', async () => {
    const files = {
      'venues.yaml': '- id: v\n  name: The Venue\n  domains: [example.org]\n  credibility: 4\n',
      'a.yaml': cardText('aaaaaaaaaa'),
      'b.yaml': cardText('bbbbbbbbbb', 'credibility:', '  rating: 1', '  reason: Made up.'),
      'c.yaml': cardText('cccccccccc').replace('example.org', 'other.example'),
    }
    const dir = directoryWith(files)
    const shown = async (id: string) => (await runCards(['show', id, '--dir', dir])).stdout
    expect(await shown('aaaaaaaaaa')).toContain('★★★★☆ 4 High. ')
    expect(await shown('aaaaaaaaaa')).toContain('Inherited from The Venue, whose domain its URL matches.')
    expect(await shown('bbbbbbbbbb')).toContain('Given on this card: Made up.')
    expect(await shown('cccccccccc')).toContain(
      'Not rated: the card has neither a rating nor a venue, and no venue matches its URL.',
    )
  })

  it('shows extra fields, access, and what became of the preview', async () => {
    const root = directoryWith({
      'cards.config.yaml': 'extra: { funders: { type: list } }\n',
      'cards/a.yaml': cardText(
        'aaaaaaaaaa',
        'accessed: "2026-03"',
        'archive_url: https://web.archive.org/x',
        'fetch:',
        '  at: 2025-12-28T02:55:47',
        '  status: ok',
        '  http_status: 200',
        'preview:',
        '  file: previews/none.txt',
        'aliases: [oldID12345]',
        'extra:',
        '  funders: [NSF, ERC]',
      ),
    })
    const { stdout } = await runCards(['show', 'aaaaaaaaaa'], { cwd: root })
    for (const text of [
      'funders  NSF, ERC',
      'Read      March 2026',
      'Fetched   2025-12-28 02:55:47 · ok · HTTP 200',
      'Archived  https://web.archive.org/x',
      'Not there: previews/none.txt cannot be read: there is no such file or folder.',
      'Aliases      oldID12345',
    ])
      expect(stdout).toContain(text)
  })

  it('does not let a card or its preview drive the terminal', async () => {
    const hostile = '"\\e]0;owned\\a\\e[2J\\u202eevil\\u009b31m"'
    const dir = directoryWith({
      'a.yaml': cardText(
        'aaaaaaaaaa',
        `summary: ${hostile}`,
        `authors: [${hostile}]`,
        'preview: { file: p.txt }',
      ).replace('Card aaaaaaaaaa', hostile),
      'p.txt': 'x\x1b[31mred\x07\r\nnext',
    })
    for (const args of [[], ['--yaml'], ['--field', 'summary'], ['--json']]) {
      const { stdout } = await runCards(['show', 'aaaaaaaaaa', '--dir', dir, ...args], { columns: 80 })
      expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
    }
    const raw = await runCards(['show', 'aaaaaaaaaa', '--dir', dir, '--field', 'summary'])
    expect(raw.stdout).toBe('\x1b]0;owned\x07\x1b[2J\u202eevil\u009b31m\n')
  })
})

describe('cards show and cards list agree', () => {
  const base = { 'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa', 'venue: v', 'cited_by: [page-one]') }
  it.each([
    ['plain', '- id: v\n  name: V\n  credibility: 4\n', '- id: page-one\n  title: One\n'],
    ['escaped', '- id: "\\x76"\n  name: V\n  credibility: 4\n', '- id: "page\\x2done"\n  title: One\n'],
    [
      'after a line separator in a text',
      '- id: a\n  name: A\n  description: |\n   x\u2028- id: v\n- id: v\n  name: V\n  credibility: 5\n',
      '[]\n',
    ],
    [
      'with an error elsewhere',
      '- id: v\n  name: V\n  credibility: 4\n- id: w\n  name: "open\n',
      '- id: page-one\n  title: One\n- id: x\n',
    ],
    [
      'twice',
      '- id: v\n  name: V\n  credibility: 4\n- id: v\n  name: W\n  credibility: 1\n',
      '- id: page-one\n  title: One\n- id: page-one\n  title: Two\n',
    ],
    ['in flow style', '[{ id: v, name: V, credibility: 2 }]\n', '[{ id: page-one, title: One }]\n'],
    [
      'folded',
      '- id: w\n  name: W\n  credibility: 2\n  domains: ["exam\\\n    ple.org"]\n',
      '- id: page-one\n  title: >-\n    One\n    more\n',
    ],
  ])('on venues and pages that are %s', async (_, venues, pages) => {
    const dir = directoryWith({ ...base, 'venues.yaml': venues, 'pages.yaml': pages })
    const fields = ['--fields', 'effective_credibility,cited_by']
    const [listed] = JSON.parse((await runCards(['list', '--dir', dir, ...fields])).stdout)
    expect(JSON.parse((await runCards(['show', 'aaaaaaaaaa', '--dir', dir, ...fields])).stdout)).toEqual(
      listed,
    )
  })

  it('on which file is the card', async () => {
    const dir = directoryWith({
      'aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'),
      'aa/aaaaaaaaaa.yaml': cardText('aaaaaaaaaa'),
    })
    for (const reference of ['aaaaaaaaaa', 'AAAAAAAAAA'])
      expect((await runCards(['path', reference, '--dir', dir], { cwd: dir })).stdout).toBe(
        'aaaaaaaaaa.yaml\n',
      )
  })

  it('on a registry that is broken: show tells, too', async () => {
    const dir = directoryWith({ ...base, 'venues.yaml': '- id: v\n  name: "open\n' })
    const { stderr } = await runCards(['show', 'aaaaaaaaaa', '--dir', dir], { cwd: dir })
    expect(stderr).toMatch(/^venues\.yaml:2:9: error: The double quote/)
    expect(await runCards(['list', '--dir', dir])).toMatchObject({ exitCode: 1 })
  })
})
