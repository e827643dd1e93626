import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanCard, directoryWith } from './support/library.ts'
import { CARDS } from './support/process.ts'
import { runCards } from './support/run-cards.ts'

/** Long after the files were made: a stamp that is younger than the clock's step proves nothing. */
const LATER = '2099-01-01T00:00:00Z'

const IDS = Array.from({ length: 230 }, (_, i) => `Card${String(i).padStart(5, '0')}x`)

/** A library with what goes wrong in libraries, large enough to be worth keeping. */
function library(): string {
  const files = IDS.map((id, i): [string, string] => [
    `cards/${id}.yaml`,
    cleanCard(
      id,
      `published: "${2000 + (i % 20)}"`,
      `summary: Words about number ${i}, and ${i % 3 === 0 ? 'gradients' : 'rewards'}.`,
      ...(i % 50 === 0 ? ['colour: red'] : []),
      ...(i % 40 === 0 ? ['published: "1999"'] : []),
      ...(i % 60 === 1 ? ['authors:', '  - Jo Doe', '  - Jo Doe'] : []),
    ),
  ])
  return directoryWith({
    ...Object.fromEntries(files),
    'cards/copy.yaml': cleanCard(IDS[3] ?? ''),
    'cards/broken.yaml': 'id: [\n',
    'cards/retired/Gone00000x.yaml': cleanCard(
      'Gone00000x',
      `retired: {date: "2026-01-01", reason: Merged., replaced_by: ${IDS[5]}}`,
    ),
    'cards/venues.yaml': '- {id: rfc, name: RFC Editor, domains: [rfc-editor.org], credibility: 4}\n',
    'cards/pages.yaml': '[]\n',
    'cards.config.yaml': 'dir: cards\n',
  })
}

/** What people ask: each command that keeps something. */
const QUESTIONS: readonly (readonly string[])[] = [
  ['list', '--json'],
  ['list', 'published:2005..2010', 'gradients', '--sort', '-published'],
  ['list', 'has:summary', '--count'],
  ['list', 'author:doe', 'type:WEB', '--json'],
  ['show', `https://www.rfc-editor.org/rfc/${IDS[7]}`, '--json'],
  ['show', 'Gone00000x', 'https://nowhere.example/', 'card00012', '--json'],
  ['search', 'gradients', 'number', '--json'],
  ['lint', '--format', 'json'],
]

type Answers = readonly { stdout: string; stderr: string; exitCode: number }[]

async function ask(root: string, env: Record<string, string>, now = LATER): Promise<Answers> {
  const answers = []
  for (const question of QUESTIONS) {
    const args = env.CARDS_CACHE_DIR === undefined ? [...question, '--no-cache'] : question
    const { stdout, stderr, exitCode } = await runCards(args, { cwd: root, env, now })
    answers.push({ stdout, stderr, exitCode })
  }
  return answers
}

/** What is kept of the library, file by file. */
function keptFiles(root: string): string[] {
  const cache = join(root, 'cache')
  return readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.memo'))
    .map(name => join(cache, name))
}

const kept = (root: string) => ({ CARDS_CACHE_DIR: join(root, 'cache') })

/** The answers with what was kept are those of a program that keeps nothing. */
async function expectSame(root: string, now = LATER): Promise<void> {
  expect(await ask(root, kept(root), now)).toEqual(await ask(root, {}, now))
}

describe('a library of which something is kept', () => {
  it('gives the same answers the first time, the second time, and without', async () => {
    const root = library()
    const plain = await ask(root, {})
    expect(await ask(root, kept(root))).toEqual(plain)
    expect(keptFiles(root).length).toBeGreaterThan(1)
    expect(await ask(root, kept(root))).toEqual(plain)
  }, 60_000)

  it('sees what is changed, added and removed', async () => {
    const root = library()
    await ask(root, kept(root))
    const path = (i: number) => join(root, 'cards', `${IDS[i]}.yaml`)
    appendFileSync(path(9), 'label: Changed\n')
    rmSync(path(10))
    writeFileSync(join(root, 'cards/New00000xx.yaml'), cleanCard('New00000xx', 'summary: Of gradients.'))
    await expectSame(root)
    await expectSame(root)
  }, 60_000)

  it('sees that two cards have changed their contents, or their names', async () => {
    const root = library()
    await ask(root, kept(root))
    const [a, b] = [join(root, 'cards', `${IDS[20]}.yaml`), join(root, 'cards', `${IDS[21]}.yaml`)]
    const [textA, textB] = [readFileSync(a), readFileSync(b)]
    writeFileSync(a, textB)
    writeFileSync(b, textA)
    await expectSame(root)
    const [c, d] = [join(root, 'cards', `${IDS[22]}.yaml`), join(root, 'cards', `${IDS[23]}.yaml`)]
    renameSync(c, `${c}.old`)
    renameSync(d, c)
    renameSync(`${c}.old`, d)
    await expectSame(root)
  }, 60_000)

  it('sees that a file was replaced by one of the same size with the same time', async () => {
    const root = library()
    const path = join(root, 'cards', `${IDS[30]}.yaml`)
    await ask(root, kept(root))
    const { atime, mtime, size } = statSync(path)
    writeFileSync(path, readFileSync(path, 'utf8').replace('Words', 'Birds'))
    utimesSync(path, atime, mtime)
    expect(statSync(path).size).toBe(size)
    await expectSame(root)
  }, 60_000)

  it('sees that a file was replaced in the same second as it was kept', async () => {
    const root = library()
    const now = `${new Date().toISOString().slice(0, 19)}Z`
    const path = join(root, 'cards', `${IDS[31]}.yaml`)
    for (const word of ['Birds', 'Herds', 'Bards']) {
      await ask(root, kept(root), now)
      writeFileSync(path, readFileSync(path, 'utf8').replace(/summary: \w+/, `summary: ${word}`))
      await expectSame(root, now)
    }
  }, 120_000)

  it('trusts nothing while the clock stands before the files', async () => {
    const root = library()
    await ask(root, kept(root), '2001-01-01T00:00:00Z')
    const path = join(root, 'cards', `${IDS[32]}.yaml`)
    writeFileSync(path, readFileSync(path, 'utf8').replace('Words', 'Birds'))
    await expectSame(root, '2001-01-01T00:00:00Z')
    await expectSame(root, LATER)
    await expectSame(root, '2001-01-01T00:00:00Z')
  }, 120_000)

  it('sees that the config, the venues or the pages have changed', async () => {
    const root = library()
    await ask(root, kept(root))
    writeFileSync(
      join(root, 'cards.config.yaml'),
      'dir: cards\ntags: [a]\nlint: {rules: {author/format: error, "text/*": "off"}}\n',
    )
    await expectSame(root)
    writeFileSync(
      join(root, 'cards.config.yaml'),
      'dir: cards\nextra: {colour: {type: string, required: true}}\n',
    )
    await expectSame(root)
    writeFileSync(join(root, 'cards/venues.yaml'), '- {id: ietf, name: IETF, domains: [ietf.org]}\n')
    await expectSame(root)
    writeFileSync(join(root, 'cards/pages.yaml'), '- {id: a, title: A}\n')
    await expectSame(root)
  }, 120_000)

  it('takes nothing from files that are cut off, foreign, empty or of another library', async () => {
    const root = library()
    await ask(root, kept(root))
    const whole = keptFiles(root).map(path => [path, readFileSync(path)] as const)
    for (const damage of [
      (path: string) => truncateSync(path, statSync(path).size - 100),
      (path: string) => truncateSync(path, 1000),
      (path: string) => writeFileSync(path, ''),
      (path: string) => writeFileSync(path, 'memo 0 0 0\n'.padStart(56)),
      (path: string) => writeFileSync(path, Buffer.alloc(100_000, 7)),
      (path: string) => {
        rmSync(path)
        mkdirSync(path)
      },
    ]) {
      for (const [path] of whole) damage(path)
      await expectSame(root)
      for (const [path, bytes] of whole) {
        rmSync(path, { recursive: true, force: true })
        writeFileSync(path, bytes)
      }
    }
    const other = library()
    appendFileSync(join(other, 'cards', `${IDS[40]}.yaml`), 'label: Other\n')
    await ask(other, kept(other))
    const otherFiles = keptFiles(other)
    for (const [path] of whole) {
      const same = otherFiles.find(file => file.endsWith(path.slice(path.lastIndexOf('/'))))
      if (same) cpSync(same, path)
    }
    await expectSame(root)
  }, 180_000)

  it('gives the same answers whatever bytes are damaged', async () => {
    const root = library()
    const plain = await ask(root, {})
    await ask(root, kept(root))
    const whole = keptFiles(root).map(path => [path, readFileSync(path)] as const)
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        async (where, change) => {
          for (const [path, bytes] of whole) {
            const damaged = Buffer.from(bytes)
            const at = Math.min(bytes.length - 1, Math.floor(where * bytes.length))
            damaged[at] = (damaged[at] ?? 0) ^ change
            writeFileSync(path, damaged)
          }
          expect(await ask(root, kept(root))).toEqual(plain)
        },
      ),
      { numRuns: 25 },
    )
  }, 180_000)

  it('is asked by many programs at once, which all keep what they find', async () => {
    const root = library()
    const args = ['list', '--json', '--dir', join(root, 'cards')]
    const run = (more: readonly string[] = []) =>
      new Promise<string>(resolve => {
        const env = { ...process.env, ...kept(root) }
        execFile(process.execPath, [CARDS, ...args, ...more], { env, maxBuffer: 2 ** 26 }, (_, stdout) =>
          resolve(stdout),
        )
      })
    const plain = await run(['--no-cache'])
    const outputs = await Promise.all(Array.from({ length: 6 }, () => run()))
    expect(new Set([...outputs, await run()])).toEqual(new Set([plain]))
    expect(keptFiles(root)).toHaveLength(1)
  }, 60_000)

  it('leaves nothing behind with --no-cache, and where nothing can be written it still answers', async () => {
    const root = library()
    await ask(root, {})
    expect(readdirSync(root).sort()).toEqual(['cards', 'cards.config.yaml'])
    writeFileSync(join(root, 'cache'), 'no folder')
    await expectSame(root)
  }, 60_000)
})
