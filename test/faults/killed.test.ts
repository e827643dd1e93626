import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { DirectoryLibrary } from '../../src/load/directory-library.ts'
import { findSettings } from '../../src/load/settings.ts'
import { killedRun, type Moment } from '../support/killed-run.ts'
import { cleanCard, directoryWith } from '../support/library.ts'
import { filesOf, leftoversOf, setFiles } from '../support/library-files.ts'
import { runCards } from '../support/run-cards.ts'

/** A command that changes many files, and the library that it is let loose on. */
interface Scenario {
  readonly files: Readonly<Record<string, string>>
  readonly args: readonly string[]
  readonly stdin?: string
  /** How it may end when its work was done before it was killed. */
  readonly again: readonly number[]
}

const ids = Array.from({ length: 20 }, (_, i) => `aaaaaa${String(i).padStart(4, '0')}`)
const library = (...lines: string[]) =>
  Object.fromEntries(ids.map(id => [`${id}.yaml`, cleanCard(id, ...lines)]))
const [keep = '', ...others] = ids

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  import: {
    files: { 'bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb'), 'venues.yaml': '- id: one\n  name: One\n' },
    args: ['import', '-f', 'longterm-wiki', '-'],
    stdin: [
      ...ids.map(id => `- url: https://example.org/${id}\n  title: Card ${id}\n  type: web\n`),
      '- id: two\n  name: Two\n  domains: [two.example]\n',
    ].join(''),
    again: [0],
  },
  'import --on-duplicate update': {
    files: library('# mine', 'tags: [a]'),
    args: ['import', '-f', 'longterm-wiki', '--on-duplicate', 'update', '-'],
    stdin: ids
      .map(id => `- url: https://www.rfc-editor.org/rfc/${id}\n  abstract: What ${id} says.\n`)
      .join(''),
    again: [0],
  },
  'lint --fix': { files: library('label: A &amp; B', '# mine'), args: ['lint', '--fix'], again: [0] },
  'edit --set': {
    files: library('tags: [a]', '# mine'),
    args: ['edit', '--where', 'type:web', '--set', 'language=en', '--add', 'tags=b', '--yes'],
    again: [0],
  },
  merge: {
    files: library('tags: [a]', '# mine'),
    args: ['merge', keep, ...others, '--yes'],
    again: [0, 1],
  },
  retire: { files: library('# mine'), args: ['retire', ...ids, '--reason', 'Gone.'], again: [0, 1] },
  revive: {
    files: Object.fromEntries(
      ids.map(id => [
        `retired/${id}.yaml`,
        cleanCard(id, '# mine', 'retired:', '  date: "2026-01-02"', '  reason: Gone.'),
      ]),
    ),
    args: ['revive', ...ids],
    again: [0, 1],
  },
  move: {
    files: library('# mine'),
    args: ['move', 'www.rfc-editor.org', 'rfc.example.net', '--yes'],
    again: [0, 1],
  },
  'venues edit': {
    files: { ...library(), 'venues.yaml': '# mine\n- id: one\n  name: One\n' },
    args: ['venues', 'edit', 'one', '--set', 'credibility=4', '--add', 'domains=rfc-editor.org'],
    again: [0],
  },
  'refs rewrite': {
    files: {
      ...library('# mine'),
      [`${keep}.yaml`]: cleanCard(keep, '# mine', 'aliases: [bbbbbbbbb1]'),
      ...Object.fromEntries(ids.map(id => [`docs/${id}.md`, `# A\n\nSee bbbbbbbbb1 and ${id}.\n`])),
    },
    args: ['refs', 'rewrite', 'cards/docs', '--yes'],
    again: [0],
  },
  'refs update': {
    files: {
      ...library('# mine', 'cited_by: [one, two]'),
      ...Object.fromEntries(ids.map(id => [`docs/p${id}.md`, `# Page ${id}\n\nSee ${id}.\n`])),
      'docs/one.md': 'Nothing.\n',
      'pages.yaml': '# mine\n- id: one\n  title: One\n',
    },
    args: ['refs', 'update', 'cards/docs', '--yes', '--add-pages'],
    again: [0],
  },
  add: {
    files: library(),
    args: ['add', 'https://example.org/new', '--no-fetch', '--title', 'New', '--type', 'web'],
    again: [0, 1],
  },
}

/** So many times each command is killed, half of them while it writes. */
const KILLS = 20
const LANES = 2
const SIGNALS = ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT'] as const

describe('a command that is killed', () => {
  it.each(Object.entries(SCENARIOS))(
    'leaves every file whole and no card lost, and ends its work when it is run again: %s',
    { timeout: 300_000 },
    async (_, { files, args, stdin, again }) => {
      const dir = directoryWith({})
      const before = new Map(Object.entries(files))
      const words = [...args, '--dir', 'cards', '--today', '2026-06-15']
      const run = (name: string, moment?: Moment) =>
        killedRun(
          words,
          {
            cwd: join(dir, name, '..'),
            dir: join(dir, name),
            ...(stdin === undefined ? {} : { stdin }),
          },
          moment,
        )

      // What the command does when nobody disturbs it, and how long it takes.
      setFiles(join(dir, 'whole/cards'), before)
      const whole = await run('whole/cards')
      expect(whole).toMatchObject({ exitCode: 0 })
      const after = filesOf(join(dir, 'whole/cards'))
      expect([...after]).not.toEqual([...before])

      let killed = 0
      const lane = async (name: string, kills: number) => {
        for (let i = 0; i < kills; i++) {
          const signal = SIGNALS[i % SIGNALS.length] ?? 'SIGKILL'
          const moment: Moment =
            i % 2 === 0
              ? { signal, from: 'start', after: Math.random() * 1.2 * whole.took }
              : { signal, from: 'write', after: Math.random() * 0.05 * whole.took }
          setFiles(join(dir, name), before)
          if ((await run(name, moment)).exitCode === null) killed++
          // Whoever is asked to end gives the lock back, and has no file half-written.
          if (signal !== 'SIGKILL') expect(leftoversOf(join(dir, name))).toEqual([])
          expectWhole(filesOf(join(dir, name)), before, after)
          expect(await served(join(dir, name))).toBe(cardsIn(filesOf(join(dir, name))))
          const rest = await run(name)
          expect(again, rest.stderr).toContain(rest.exitCode)
          expect([...filesOf(join(dir, name))]).toEqual([...after])
          // Whoever has nothing to write leaves what is left to the next writer.
          if (rest.exitCode === 0) expect(leftoversOf(join(dir, name))).toEqual([])
        }
      }
      await Promise.all(Array.from({ length: LANES }, (_, i) => lane(`lane${i}/cards`, KILLS / LANES)))
      expect(killed).toBeGreaterThan(KILLS / 4)
    },
  )
})

/** Every file is as before or as after, none is in two minds, and every card that was there is there. */
function expectWhole(
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): void {
  for (const path of new Set([...now.keys(), ...before.keys(), ...after.keys()]))
    expect([before.get(path), after.get(path)], path).toContain(now.get(path))
  const idsNow = new Set([...now].map(([path, text]) => idOf(path, text)))
  for (const [path, text] of before) expect(idsNow, path).toContain(idOf(path, text))
}

function idOf(path: string, text: string): string {
  const { id } = (parse(text) ?? {}) as { id?: string }
  return id ?? path
}

/** How many cards a library serves, with the retired ones; one that is half moved counts once. */
async function served(dir: string): Promise<number> {
  const { exitCode } = await runCards(['lint', '--dir', dir])
  expect([0, 1]).toContain(exitCode)
  const library = new DirectoryLibrary(await findSettings({ cwd: dir, dir }), dir)
  const served = new Set<string>()
  for (const cards of [library.cards(), library.retired()]) for await (const { id } of cards) served.add(id)
  return served.size
}

function cardsIn(files: ReadonlyMap<string, string>): number {
  return new Set([...files].filter(([path]) => isCard(path)).map(([path, text]) => idOf(path, text))).size
}

function isCard(path: string): boolean {
  return path.endsWith('.yaml') && path !== 'venues.yaml' && path !== 'pages.yaml'
}
