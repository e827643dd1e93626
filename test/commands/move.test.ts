import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../src/load/schemas.ts'
import { resourceId } from '../../src/model/stable-id.ts'
import { answering, meanwhile } from '../support/answers.ts'
import { directoryWith } from '../support/library.ts'
import { runCards, type Surroundings } from '../support/run-cards.ts'

const A = 'aaaaaaaaa1'
const B = 'bbbbbbbbb2'
const C = 'ccccccccc3'
const card = (id: string, url: string, ...lines: string[]) =>
  [`# by hand`, `id: ${id}`, `url: ${url} # here`, `title: Card ${id}`, 'type: web', ...lines, ''].join('\n')

const library = () =>
  directoryWith({
    [`${A}.yaml`]: card(A, 'https://www.old.org/a?b#c', 'archive_url: https://old.org/a'),
    [`${B}.yaml`]: card(B, 'https://x.org/b', 'also_at:', '  - http://old.org/b # pdf', '  - https://z.org/'),
    [`${C}.yaml`]: card(C, 'https://notold.org/c'),
    'venues.yaml': '- id: old\n  name: Old\n  domains: [old.org]\n',
  })
const move = (dir: string, args: readonly string[], more: Surroundings = {}) =>
  runCards(['move', '--dir', '.', ...args], { cwd: dir, ...more })
const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8')

describe('cards move', () => {
  it('rewrites URLs, keeps the old ones, and touches nothing else', async () => {
    const dir = library()
    expect(await move(dir, ['old.org', 'https://new.org', '--yes'])).toMatchObject({
      stdout: `${A}\thttps://new.org/a?b#c\n${B}\thttps://new.org/b\n`,
      stderr: `2 cards moved from old.org to https://new.org.\nThe venue old has the domain old.org: --venues adds new.org.\n`,
      exitCode: 0,
    })
    const url = 'https://www.old.org/a?b#c'
    expect(read(dir, `${A}.yaml`)).toBe(
      `# by hand\nid: ${A}\nurl: https://new.org/a?b#c # here\nalso_at:\n  - ${url}\ntitle: Card ${A}\ntype: web\narchive_url: https://old.org/a\naliases:\n  - ${quoted(resourceId(url))}\n`,
    )
    expect(read(dir, `${B}.yaml`)).toBe(
      card(
        B,
        'https://x.org/b',
        'also_at:',
        '  - http://old.org/b # pdf',
        '  - https://new.org/b',
        '  - https://z.org/',
      ),
    )
    expect(read(dir, `${C}.yaml`)).toBe(card(C, 'https://notold.org/c'))
    for (const reference of [url, resourceId(url), 'https://new.org/a?b#c'])
      expect((await runCards(['path', reference, '--dir', '.'], { cwd: dir })).stdout).toBe(`${A}.yaml\n`)
    expect(await move(dir, ['old.org', 'https://new.org', '--yes'])).toMatchObject({
      stdout: '',
      exitCode: 0,
    })
  })

  it('adds the new domain to venues when it is told to, once', async () => {
    const dir = library()
    const { stderr } = await move(dir, ['old.org', 'new.org', '--yes', '--venues'])
    expect(stderr).toContain('The venue old has the domain new.org now, too.\n')
    expect(read(dir, 'venues.yaml')).toContain('domains: [old.org, new.org]\n')
    const again = await move(dir, ['old.org', 'new.org', '--yes', '--venues'])
    expect(again.stderr).toBe('No card is left to move from old.org to new.org.\n')
  })

  it('asks a person, and wants --yes from a script', async () => {
    const dir = library()
    const silent = await move(dir, ['old.org', 'new.org'])
    expect(silent).toMatchObject({ stdout: '', exitCode: 2 })
    expect(silent.stderr).toContain(
      '2 cards would move from old.org to new.org, and nobody is there to be asked.',
    )
    const prompts = answering(false)
    expect((await move(dir, ['old.org', 'new.org'], { prompts })).exitCode).toBe(1)
    expect(prompts.asked).toEqual([
      `${A}  https://new.org/a?b#c\n${B}  http://new.org/b`,
      'Move 2 cards from old.org to new.org?',
    ])
    expect(read(dir, `${C}.yaml`)).toBe(card(C, 'https://notold.org/c'))
    expect((await move(dir, ['old.org', 'new.org'], { prompts: answering(true) })).exitCode).toBe(0)
    expect((await move(dir, ['nowhere.org', 'new.org'])).exitCode).toBe(0)
  })

  it('writes nothing when another card came while the question stood', async () => {
    const dir = library()
    const prompts = meanwhile(() =>
      writeFileSync(join(dir, 'new.yaml'), card('ddddddddd4', 'https://old.org/new')),
    )
    const { stdout, stderr, exitCode } = await move(dir, ['old.org', 'new.org'], { prompts })
    expect([stdout, exitCode]).toEqual(['', 1])
    expect(stderr).toContain('The library changed while you were asked; nothing was written.')
    expect(read(dir, `${A}.yaml`)).toContain('url: https://www.old.org/a?b#c')
  })

  it('takes no notice of what has nothing to do with the question', async () => {
    const dir = library()
    const prompts = meanwhile(() =>
      writeFileSync(join(dir, 'new.yaml'), card('ddddddddd4', 'https://q.org/')),
    )
    expect((await move(dir, ['old.org', 'new.org'], { prompts })).exitCode).toBe(0)
  })

  it.each([
    ['odl.org', 'No card has a URL at odl.org. Did you mean `old.org`?\n'],
    ['nowhere.example', 'No card has a URL at nowhere.example.\n'],
    ['old.org/posts', 'No card has a URL at old.org/posts.\n'],
  ])('says that no card is at %s', async (site, stderr) => {
    expect(await move(library(), [site, 'new.org'])).toMatchObject({ stdout: '', stderr, exitCode: 0 })
  })

  it('moves two cards of one source, which no move makes so', async () => {
    const dir = directoryWith({
      [`${A}.yaml`]: card(A, 'https://old.org/a', 'doi: 10.1000/a'),
      [`${B}.yaml`]: card(B, 'https://new.org/a', 'doi: 10.1000/a'),
    })
    expect(await move(dir, ['old.org', 'new.org', '--yes'])).toMatchObject({
      stdout: `${A}\thttps://new.org/a\n`,
      exitCode: 0,
    })
  })

  it('leaves a card whose new URL another has, unless it is forced', async () => {
    const files = {
      [`${A}.yaml`]: card(A, 'https://old.org/a'),
      [`${B}.yaml`]: card(B, 'https://old.org/b'),
      [`${C}.yaml`]: card(C, 'http://www.new.org/a/'),
    }
    const dir = directoryWith(files)
    const result = await move(dir, ['old.org', 'new.org', '--yes'])
    expect(result).toMatchObject({ stdout: `${B}\thttps://new.org/b\n`, exitCode: 1 })
    expect(result.stderr).toContain(
      `${A} stays: https://new.org/a is that of ${C} “Card ${C}”. If they are one source: cards merge ${C} ${A}\n`,
    )
    expect(read(dir, `${A}.yaml`)).toBe(files[`${A}.yaml`])
    const json = JSON.parse((await move(dir, ['old.org', 'new.org', '--yes', '--json', '--force'])).stdout)
    expect(json.clashes).toEqual([{ id: A, url: 'https://new.org/a', other: C, moved: true }])
    expect(read(dir, `${A}.yaml`)).toContain('url: https://new.org/a # here')
  })

  it.each([
    ['one site', ['old.org'], "Missing required argument 'newhost'"],
    ['three', ['a.org', 'b.org', 'c.org'], 'Too many arguments'],
    ['what is no site', ['old.org?x', 'new.org'], '`old.org?x` is no site.'],
    ['the same site', ['old.org', 'old.org'], 'Both sites are the same.'],
  ])('refuses %s', async (_, args, words) => {
    const result = await move(library(), args)
    expect(result.exitCode).toBe(2)
    expect(result.stderr).toContain(words)
  })

  it('shows what it would do, and gives JSON as its schema has it', async () => {
    const dir = library()
    const dry = await move(dir, ['old.org', 'new.org', '--dry-run'])
    expect(dry.stdout).toContain(
      '-url: https://www.old.org/a?b#c # here\n+url: https://new.org/a?b#c # here\n',
    )
    expect(dry.stderr).toContain('2 cards would move')
    const json = JSON.parse((await move(dir, ['old.org', 'new.org', '--dry-run', '--json'])).stdout)
    expect(new Ajv2020({ strict: false }).validate(schemas['output-move'], json)).toBe(true)
    expect(json).toEqual({
      moved: [
        {
          id: A,
          path: `${A}.yaml`,
          from: 'https://www.old.org/a?b#c',
          to: 'https://new.org/a?b#c',
          also_at: [],
        },
        { id: B, path: `${B}.yaml`, also_at: ['http://new.org/b'] },
      ],
      clashes: [],
      venues: [{ id: 'old', domain: 'old.org', moved: 'new.org', added: false }],
    })
    expect(read(dir, `${A}.yaml`)).toContain('url: https://www.old.org/a?b#c # here')
  })
})

/** As a card has it: quoted where YAML would take it for a number. */
function quoted(id: string): string {
  return /^\d/.test(id) ? `"${id}"` : id
}
