import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/load/yaml-document.ts'
import { cleanCard, directoryWith } from '../support/library.ts'
import { runCards, SAMPLE } from '../support/run-cards.ts'

const VENUES = `# Our venues

- id: rfc-editor # the RFCs
  name: 'RFC Editor'
  domains: [rfc-editor.org]
  credibility: 4

- id: nature
  name: Nature
  type: academic_journal
`

const library = (venues = VENUES) =>
  directoryWith({
    'cards/venues.yaml': venues,
    'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa'),
    'cards/bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb', 'venue: rfc-editor', 'credibility:', '  rating: 5'),
    'cards/cccccccccc.yaml': cleanCard('cccccccccc', 'venue: nature'),
  })

const venuesOf = (cwd: string) => readFileSync(join(cwd, 'cards/venues.yaml'), 'utf8')

describe('cards venues lists', () => {
  it('venues with rating, number of cards, type, name and domains: tab-separated when piped', async () => {
    expect(await runCards(['venues'], { cwd: library() })).toEqual({
      stdout: 'nature\t\t1\tacademic_journal\tNature\t\nrfc-editor\t4\t2\t\tRFC Editor\trfc-editor.org\n',
      stderr: '2 venues.\n',
      exitCode: 0,
      opened: [],
    })
  })

  it('a table on a terminal, which leaves columns out rather than names', async () => {
    const { stdout } = await runCards(['venues', 'list', 'journal', '--sort', '-rating'], { columns: 80 })
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'ID                       Cred.  Cards  Name                       Domains',
      'jmlr                     ★★★★★         Journal of Machine Learn…  jmlr.org',
      'nature                   ★★★★★      1  Nature                     nature.com',
    ])
    const narrow = await runCards(['venues', 'list', 'journal'], { columns: 40 })
    for (const line of narrow.stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(40)
  })

  it('those that all words are found in, are unrated or unused, in the order wanted', async () => {
    const cwd = library()
    const ids = async (...args: string[]) => {
      const { stdout } = await runCards(['venues', ...args], { cwd })
      return stdout.split('\n').flatMap(line => line.split('\t')[0] || [])
    }
    expect(await ids('list', 'ACADEMIC', 'natúre')).toEqual(['nature'])
    expect(await ids('--unrated')).toEqual(['nature'])
    expect(await ids('--unused')).toEqual([])
    expect(await ids('--sort', 'cards')).toEqual(['nature', 'rfc-editor'])
    expect(await ids('--sort', '-cards')).toEqual(['rfc-editor', 'nature'])
    expect(await ids('--sort', '-type')).toEqual(['nature', 'rfc-editor'])
    expect(await ids('list', 'nonesuch')).toEqual([])
  })

  it('says so when there are none', async () => {
    const cwd = directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa') })
    expect(await runCards(['venues'], { cwd })).toMatchObject({
      stdout: '',
      stderr: 'There are no venues yet. `cards venues add ID --name NAME` makes one.\n',
      exitCode: 0,
    })
  })

  it('what can be read of a file in which something is wrong', async () => {
    const cwd = library('- id: a\n  name: A\n- id: b\n- name: 3\n  id: [x]\n')
    const { stdout, stderr, exitCode } = await runCards(['venues'], { cwd })
    expect(stdout).toBe('a\t\t0\t\tA\t\n')
    expect(stderr).toContain('A venue needs `name`')
    expect(exitCode).toBe(0)
  })
})

it('cards venues tells of a file that cannot be read, and not that there are none', async () => {
  const { stdout, stderr, exitCode } = await runCards(['venues'], { cwd: library('- id: [\n') })
  expect([stdout, exitCode]).toEqual(['', 1])
  expect(stderr).toMatch(/^cards\/venues\.yaml:\d+:\d+: error: /)
  expect(stderr).not.toContain('There are no venues')
})

it('no text of a venue drives a terminal', async () => {
  const cwd = library(
    '- id: a\n  name: "A \\e[31m\\u202e"\n  description: "\\e]0;x\\a"\n  domains: [a.org]\n',
  )
  for (const args of [
    [],
    ['a'],
    ['edit', 'a', '--set', 'credibility=3'],
    ['add', 'b', '--name', 'B', '--domain', 'a.org'],
  ]) {
    const { stdout, stderr } = await runCards(['venues', ...args], {
      cwd,
      columns: 80,
      env: { NO_COLOR: '1' },
    })
    expect(stdout + stderr).toContain('A ')
    expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
  }
})

describe('cards venues shows one venue', () => {
  it('by id, name, URL or host, with what its rating gives', async () => {
    const cwd = library()
    const page = `RFC Editor
rfc-editor

Credibility
  ★★★★☆ 4 High. An established institution or author, with strong editorial or
  expert review.
  1 card inherits it; 1 card has a rating of its own; 1 card of another venue,
  which has no rating, has it by URL.

Domains
  rfc-editor.org

2 cards  1 of them by URL alone
  ID          Cred.  Title
  aaaaaaaaaa  ★★★★☆  The request aaaaaaaaaa
  bbbbbbbbbb  ★★★★★  The request bbbbbbbbbb
`
    for (const reference of [
      ['rfc-editor'],
      ['show', 'RFC  éditor'],
      ['rfc', 'editor'],
      ['https://www.rfc-editor.org/rfc/rfc2606'],
      ['www.rfc-editor.org'],
    ])
      expect(await runCards(['venues', ...reference], { cwd, columns: 80 })).toMatchObject({
        stdout: page,
        stderr: '',
        exitCode: 0,
      })
  })

  it('tells of a venue without rating, domains or cards', async () => {
    const cwd = library('- id: a\n  name: A\n  peer_reviewed: true\n  type: think_tank\n')
    expect((await runCards(['venues', 'a'], { cwd })).stdout).toBe(`A
a · think tank · peer-reviewed

Credibility
  Not rated: its cards get no rating from it.

Domains
  None: only cards that name it belong to it.

No cards
  No card names it or matches its domains.
`)
  })

  it('shows twenty cards, or all', async () => {
    const cards = Array.from({ length: 23 }, (_, i) => `aaaaaaaa${10 + i}`)
    const cwd = directoryWith({
      'cards/venues.yaml': VENUES,
      ...Object.fromEntries(cards.map(id => [`cards/${id}.yaml`, cleanCard(id)])),
    })
    const some = await runCards(['venues', 'rfc-editor'], { cwd })
    expect(some.stdout).toContain('  … and 3 more cards: see --all\n')
    expect(some.stdout).not.toContain('aaaaaaaa32')
    expect((await runCards(['venues', 'rfc-editor', '--all'], { cwd })).stdout).toContain('aaaaaaaa32')
  })

  it('says no to a venue that there is not, with what may be meant', async () => {
    const cwd = library(`${VENUES}- id: nature-2\n  name: NATURE\n`)
    const told = async (reference: string) => {
      const { stderr, exitCode } = await runCards(['venues', reference], { cwd })
      return [exitCode, stderr]
    }
    expect(await told('natur')).toEqual([
      1,
      'error: There is no venue `natur` in cards/venues.yaml.\nDid you mean `nature` or `nature-2`?\n',
    ])
    expect(await told('Nature!')).toEqual([
      1,
      'error: Nature! may mean any of 2 venues.\nName one: nature, nature-2.\n',
    ])
    expect(await told('https://nonesuch.org/a')).toEqual([
      1,
      'error: No venue of cards/venues.yaml has `nonesuch.org` among its domains.\n' +
        'Add one with: cards venues add ID --name NAME --domain nonesuch.org\n',
    ])
    expect((await told('qqqqqq'))[1]).toContain('`cards venues` lists those that there are.')
  })
})

it('the JSON of venues fits its schema', async () => {
  const schemas = ['venues', 'output-venues'].map(name =>
    JSON.parse(readFileSync(join(SAMPLE, '..', 'schemas', `${name}.schema.json`), 'utf8')),
  )
  const ajv = new Ajv2020({ schemas, strict: false })
  const valid = async (...args: string[]) => {
    const value = JSON.parse((await runCards(['venues', ...args, '--json'])).stdout)
    expect([
      args,
      ajv.validate('https://unpkg.com/source-cards/schemas/output-venues.schema.json', value),
    ]).toEqual([args, true])
    return value
  }
  expect(await valid()).toHaveLength(50)
  expect(await valid('arxiv')).toMatchObject({
    name: 'arXiv',
    cards: 6,
    matched_by_url: 1,
    inheriting: 5,
    overriding: 1,
    card_ids: expect.arrayContaining(['SOgwLL10eO']),
  })
  expect(await valid('add', 'x', '--name', 'X', '--dry-run')).toEqual({
    id: 'x',
    name: 'X',
    cards: 0,
    matched_by_url: 0,
    inheriting: 0,
    overriding: 0,
  })
})

describe('cards venues add', () => {
  const ADD = ['venues', 'add', 'plos', '--name', 'PLOS: all', '--domain', 'https://www.plos.org/,plos.de']

  it('puts a venue after the last, and leaves the rest as it is', async () => {
    const cwd = library()
    const more = ['--type', 'publisher', '--credibility', '4', '--peer-reviewed', '--description', 'Open.']
    expect(await runCards([...ADD, ...more], { cwd })).toMatchObject({
      stdout: 'plos\n',
      stderr: 'Added PLOS: all to cards/venues.yaml: no card belongs to it yet.\n',
      exitCode: 0,
    })
    const after = `${VENUES}
- id: plos
  name: "PLOS: all"
  domains:
    - plos.org
    - plos.de
  type: publisher
  credibility: 4
  peer_reviewed: true
  description: Open.
`
    expect(venuesOf(cwd)).toBe(after)
    expect(await runCards([...ADD, ...more], { cwd })).toMatchObject({
      stdout: 'plos\n',
      stderr: 'PLOS: all is in cards/venues.yaml already.\n',
      exitCode: 0,
    })
    expect(venuesOf(cwd)).toBe(after)
  })

  it('makes the file, and says how many cards the venue has from now on', async () => {
    const cwd = directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa') })
    const args = ['venues', 'add', 'rfc', '--name', 'RFC', '--domain', 'rfc-editor.org', '--credibility', '4']
    expect(await runCards([...args, '--dry-run'], { cwd })).toMatchObject({
      stdout: expect.stringContaining('\n+- id: rfc\n'),
      stderr: 'Would add RFC to cards/venues.yaml: 1 card belongs to it, by URL. Nothing was written.\n',
    })
    expect(() => venuesOf(cwd)).toThrow()
    expect((await runCards(args, { cwd })).stderr).toBe(
      'Added RFC to cards/venues.yaml: 1 card belongs to it, by URL.\n',
    )
    expect(venuesOf(cwd)).toBe(
      '# yaml-language-server: $schema=https://unpkg.com/source-cards/schemas/venues.schema.json\n' +
        '- id: rfc\n  name: RFC\n  domains:\n    - rfc-editor.org\n  credibility: 4\n',
    )
    expect((await runCards(['lint'], { cwd })).exitCode).toBe(0)
  })

  it.each([
    ['', '- id: x\n  name: X\n'],
    ['# ours\r\n', '# ours\r\n\r\n- id: x\r\n  name: X\r\n'],
    ['---\n', '---\n- id: x\n  name: X\n'],
    ['\ufeff# ours', '\ufeff# ours\n\n- id: x\n  name: X\n'],
    ['[]\n', '- id: x\n  name: X\n'],
    ['[{id: a, name: A}]\n', '[{id: a, name: A}, { id: x, name: X }]\n'],
  ])('adds to a file that holds %j', async (before, after) => {
    const cwd = library(before)
    expect((await runCards(['venues', 'add', 'x', '--name', 'X'], { cwd })).stderr).toContain('Added X')
    expect(venuesOf(cwd)).toBe(after)
  })

  it.each([
    [['x'], 'error: A venue needs a name.', 2],
    [[], 'error: The new venue needs an id.', 2],
    [['X y', '--name', 'X'], 'error: `X y` does not have the form of an id.', 2],
    [['x', '--name', ''], 'error: `name` is there, but empty.', 2],
    [['x', '--name', 'X', '--credibility', '6'], '`credibility` must be a whole number from 1 to 5', 2],
    [['x', '--name', 'X', '--type', 'Think Tank'], '`Think Tank` does not have the form of a type', 2],
    [['x', '--name', 'X', '--domain', 'no domain'], '`no domain` ', 2],
    [['nature', '--name', 'X'], 'error: There is a venue `nature` already: Nature.', 1],
    [
      ['x', '--name', 'X', '--domain', 'www.RFC-editor.org/'],
      'error: The domain `www.RFC-editor.org/` is already that of RFC Editor (rfc-editor).',
      1,
    ],
    [['x', 'y', '--name', 'X'], 'error: One venue at a time, not 2.', 2],
    [['x', '--name', 'X', '--set', 'type=a'], 'error: --set belongs to `cards venues edit`.', 2],
  ])('refuses %j', async (args, told, code) => {
    const cwd = library()
    const { stderr, exitCode } = await runCards(['venues', 'add', ...args], { cwd })
    expect(stderr).toContain(told)
    expect(exitCode).toBe(code)
    expect(venuesOf(cwd)).toBe(VENUES)
  })

  it('neither shows nor changes a file outside of the library', async () => {
    const cwd = directoryWith({ 'cards/aaaaaaaaaa.yaml': cleanCard('aaaaaaaaaa'), 'venues.yaml': VENUES })
    symlinkSync('../venues.yaml', join(cwd, 'cards/venues.yaml'))
    for (const more of [[], ['--dry-run']]) {
      const { stdout, stderr, exitCode } = await runCards(['venues', 'add', 'x', '--name', 'X', ...more], {
        cwd,
      })
      expect([stdout, stderr, exitCode]).toEqual([
        '',
        'error: cards/venues.yaml leads out of the library.\nKeep the file itself in the library.\n',
        2,
      ])
    }
    expect(venuesOf(cwd)).toBe(VENUES)
  })

  it('leaves a file alone that is no list, or has such an entry in which something is wrong', async () => {
    for (const [before, told] of [
      ['a: b\n', 'error: cards/venues.yaml cannot be read as a list of venues; it was left as it is.'],
      ['- id: [\n', 'error: cards/venues.yaml cannot be read as a list of venues'],
      ['- id: x\n', 'error: cards/venues.yaml has an entry `x` already, in which something is wrong.'],
    ] as const) {
      const cwd = library(before)
      expect((await runCards(['venues', 'add', 'x', '--name', 'X'], { cwd })).stderr).toContain(told)
      expect(venuesOf(cwd)).toBe(before)
    }
  })
})

describe('cards venues edit', () => {
  it('changes what it is told, and leaves the rest as it is', async () => {
    const cwd = library()
    const args = ['venues', 'edit', 'rfc editor', '--set', 'credibility=5', '--add', 'domains=ietf.org']
    expect(await runCards([...args, '--dry-run'], { cwd })).toMatchObject({
      stdout: expect.stringContaining(
        '-  domains: [rfc-editor.org]\n-  credibility: 4\n+  domains: [rfc-editor.org, ietf.org]\n+  credibility: 5\n',
      ),
      stderr:
        'Would change RFC Editor in cards/venues.yaml: 2 cards have its rating of 5. Nothing was written.\n',
    })
    expect(venuesOf(cwd)).toBe(VENUES)
    expect(await runCards(args, { cwd })).toMatchObject({
      stdout: 'rfc-editor\n',
      stderr: 'Changed RFC Editor in cards/venues.yaml: 2 cards have its rating of 5.\n',
      exitCode: 0,
    })
    expect(venuesOf(cwd)).toBe(
      VENUES.replace('[rfc-editor.org]', '[rfc-editor.org, ietf.org]').replace('bility: 4', 'bility: 5'),
    )
    expect((await runCards(args, { cwd })).stderr).toBe('RFC Editor is as you want it already.\n')
  })

  it('takes values away, and a list that becomes empty', async () => {
    const cwd = library()
    const args = ['venues', 'edit', 'rfc-editor', '--unset', 'credibility']
    await runCards([...args, '--remove', 'domains=https://rfc-editor.org'], { cwd })
    expect(venuesOf(cwd)).toBe(VENUES.replace('  domains: [rfc-editor.org]\n  credibility: 4\n', ''))
  })

  it('sets a whole list, and adds several at once to one that is not there', async () => {
    const cwd = library()
    await runCards(['venues', 'edit', 'rfc-editor', '--set', 'domains=[a.org, b.org/c]'], { cwd })
    await runCards(
      ['venues', 'edit', 'nature', '--add', 'domains=nature.com,npj.com', '--add', 'domains=x.org'],
      {
        cwd,
      },
    )
    expect(readDocument(venuesOf(cwd)).value).toEqual([
      { id: 'rfc-editor', name: 'RFC Editor', domains: ['a.org', 'b.org/c'], credibility: '4' },
      {
        id: 'nature',
        name: 'Nature',
        domains: ['nature.com', 'npj.com', 'x.org'],
        type: 'academic_journal',
      },
    ])
  })

  it('gives another id only to a venue that no card names', async () => {
    const cwd = library(`${VENUES}- id: old\n  name: Old\n`)
    expect(await runCards(['venues', 'edit', 'old', '--set', 'id=new'], { cwd })).toMatchObject({
      stdout: 'new\n',
      exitCode: 0,
    })
    expect(await runCards(['venues', 'edit', 'nature', '--set', 'id=new-nature'], { cwd })).toMatchObject({
      stderr:
        'error: Nature keeps its id: 1 card names it as `nature`.\n' +
        'Change those cards first, or only the name: --set name=…\n',
      exitCode: 1,
    })
    const taken = await runCards(['venues', 'edit', 'new', '--set', 'id=nature'], { cwd })
    expect([taken.exitCode, taken.stderr]).toEqual([1, 'error: There is a venue `nature` already: Nature.\n'])
  })

  it.each([
    [['nature'], 'error: What is to change?', 2],
    [[], 'error: No venue is named.', 2],
    [['nonesuch', '--set', 'name=X'], 'error: There is no venue `nonesuch`', 1],
    [['nature', '--set', 'name'], 'error: --set takes FIELD=VALUE, not `name`.', 2],
    [['nature', '--set', 'name='], 'error: `--set name=` gives no value.\nTo take it away: --unset name', 2],
    [['nature', '--set', 'domains=,'], 'gives no value.\nTo take it away: --unset domains', 2],
    [['nature', '--set', 'rating=3'], 'no field `rating`.\nDid you mean `credibility`?', 2],
    [['nature', '--set', 'credibilty=3'], 'no field `credibilty`.\nDid you mean `credibility`?', 2],
    [['nature', '--set', 'credibility=high'], '`credibility` must be a whole number from 1 to 5', 2],
    [['nature', '--set', 'peer_reviewed=maybe'], '`peer_reviewed` ', 2],
    [['nature', '--unset', 'name'], 'error: Every venue needs `name`.', 2],
    [['nature', '--add', 'type=x'], 'error: `type` is no list; domains is.', 2],
    [
      ['nature', '--add', 'domains=rfc-editor.org'],
      'error: The domain `rfc-editor.org` is already that of RFC',
      1,
    ],
    [
      ['nature', '--set', 'domains=rfc-editor.org'],
      'error: The domain `rfc-editor.org` is already that of RFC',
      1,
    ],
    [
      ['rfc-editor', '--remove', 'domains=x.org'],
      'RFC Editor has no domain `x.org`.\nIt has rfc-editor.org.',
      1,
    ],
    [['nature', '--set', 'type=a', '--unset', 'type'], 'error: `type` is to become two things at once.', 2],
    [['nature', '--name', 'X'], 'add`.\nTo change that field: --set name=…', 2],
    [['nature', '--all'], 'error: --all belongs to `cards venues show`.', 2],
  ])('refuses %j', async (args, told, code) => {
    const cwd = library()
    const { stderr, exitCode } = await runCards(['venues', 'edit', ...args], { cwd })
    expect(stderr).toContain(told)
    expect(exitCode).toBe(code)
    expect(venuesOf(cwd)).toBe(VENUES)
  })

  it('leaves what is wrong elsewhere in the entry as it is', async () => {
    const cwd = library('- id: a\n  name: A\n  credibility: high\n')
    expect((await runCards(['venues', 'edit', 'a', '--set', 'name=B'], { cwd })).exitCode).toBe(0)
    expect(venuesOf(cwd)).toBe('- id: a\n  name: B\n  credibility: high\n')
  })
})

describe('a venues.yaml made by hand', () => {
  /** Entries in all kinds of style, with comments between and behind. */
  const handMade = fc.gen().map(g => {
    const pick = <T>(items: readonly T[]) => items[g(fc.nat, { max: items.length - 1 })] as T
    const end = pick(['\n', '\n', '\r\n'])
    const flow = pick([false, false, false, true])
    const pad = flow ? '' : pick(['', '', '  '])
    const ids = ['alpha', 'beta', 'gamma', 'delta'].slice(0, 1 + g(fc.nat, { max: 3 }))
    const quote = (text: string) => pick([text, `"${text}"`, `'${text}'`])
    const tail = () => pick(['', '', ' # why', '  #'])
    const entry = (id: string): string[] => {
      if (flow || pick([false, false, true]))
        return [`{ id: ${quote(id)}, name: ${quote(`The ${id}`)}, domains: [${id}.org] }`]
      const domains = pick([
        [`domains: [${id}.org, "${id}.net" ]${tail()}`],
        ['domains:', `  - ${id}.org${tail()}`, `  # the other`, `  - '${id}.net'`],
        ['domains:', `- ${id}.org`],
      ])
      const description = pick([
        ['description: >-', '  Folded text', '  on two lines.'],
        ['description: |', '  Kept: text'],
        [`description: ${quote('Plain text.')}${tail()}`],
        [],
      ])
      const parts = [
        [`name: ${quote(`The ${id}`)}${tail()}`],
        domains,
        [`credibility: ${quote('3')}`],
        description,
      ]
      if (pick([true, false])) parts.reverse()
      return [`id: ${quote(id)}${tail()}`, ...parts.flat()]
    }
    const between = () => pick([[], [], [''], ['', '# a group'], ['# close by']])
    const lines = flow
      ? [`[ # all`, ...ids.flatMap((id, i) => [`  ${entry(id)[0]}${i < ids.length - 1 ? ',' : ''}`]), ']']
      : ids.flatMap((id, i) => [
          ...(i === 0 ? pick([[], ['# ours', '']]) : between()),
          ...entry(id).map((line, j) => `${pad}${j === 0 ? '- ' : '  '}${line}`),
        ])
    const text = [...lines, ...pick([[], ['# the end']])].join(end) + pick([end, ''])
    return { text, ids, end }
  })

  /** Whether all lines of a text are in another, in their order; the last entry in brackets gets a comma. */
  const isSubsequence = (lines: readonly string[], others: readonly string[]) => {
    let at = 0
    for (const other of others) if (other === lines[at] || other === `${lines[at]},`) at++
    return at === lines.length
  }

  const value = (text: string) => readDocument(text.replace(/^\ufeff/, '')).value as Record<string, unknown>[]

  it('changes in one entry alone when that is edited, or grows by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        handMade,
        fc.nat(),
        fc.nat({ max: 3 }),
        async ({ text, ids, end: lineEnd }, which, what) => {
          const id = ids[which % ids.length] as string
          const [args, wanted] = [
            [['edit', id, '--set', 'name=New: name'], { name: 'New: name' }],
            [['edit', id, '--set', 'type=think_tank'], { type: 'think_tank' }],
            [['edit', id, '--set', 'description=About: it'], { description: 'About: it' }],
            [['add', 'omega', '--name', 'Omega', '--domain', 'omega.org'], undefined],
          ][what] as [string[], Record<string, string> | undefined]
          const cwd = library(text)
          const { stderr, exitCode } = await runCards(['venues', ...args], { cwd })
          const after = venuesOf(cwd)
          expect([exitCode, text, stderr]).toEqual([0, text, expect.stringMatching(/^(Added|Changed)/)])
          const before = value(text)
          const expected =
            wanted === undefined
              ? [...before, { id: 'omega', name: 'Omega', domains: ['omega.org'] }]
              : before.map(entry => (entry.id === id ? { ...entry, ...wanted } : entry))
          expect(value(after)).toEqual(expected)
          // Every comment is still there, and every line end of the same kind.
          expect(after.match(/#.*/g) ?? []).toEqual(text.match(/#.*/g) ?? [])
          if (text.includes(lineEnd)) expect(after.replaceAll(lineEnd, '')).not.toMatch(/[\r\n]/)
          // What differs lies within the entry; a new one only adds.
          const start = wanted === undefined ? text.length : text.lastIndexOf('\n', text.indexOf(id)) + 1
          const others = ids.slice(ids.indexOf(id) + 1).map(other => text.indexOf(other))
          const end = wanted === undefined ? text.length : Math.min(text.length, ...others)
          if (wanted === undefined)
            expect(isSubsequence(text.split(/\r?\n/), after.split(/\r?\n/))).toBe(true)
          else {
            expect(after.slice(0, start)).toBe(text.slice(0, start))
            expect(after.endsWith(text.slice(end))).toBe(true)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('keeps two that are added at the same time', async () => {
    const cwd = library()
    const outcomes = await Promise.all(
      ['one', 'two', 'three', 'four'].map(id => runCards(['venues', 'add', id, '--name', id], { cwd })),
    )
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0])
    expect(
      value(venuesOf(cwd))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['four', 'nature', 'one', 'rfc-editor', 'three', 'two'])
  })
})
