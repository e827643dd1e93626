import { chmodSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resourceId } from '../../../src/model/stable-id.ts'
import { answering, meanwhile } from '../../support/answers.ts'
import { cardText, directoryWith } from '../../support/library.ts'
import { runCards, type Surroundings } from '../../support/run-cards.ts'

const [KEPT, GONE, ENDED] = ['Kept12Card', 'Gone34Card', 'Ended5Card']
const rid = (id: string) => resourceId(`https://example.org/${id}`)
const retired = (id: string, ...lines: string[]) =>
  cardText(id, 'retired:', '  date: "2026-01-02"', '  reason: Gone.', ...lines)
const CARDS = {
  [`cards/${KEPT}.yaml`]: cardText(KEPT),
  [`cards/retired/${GONE}.yaml`]: retired(GONE, `  replaced_by: ${KEPT}`),
  [`cards/retired/${ENDED}.yaml`]: retired(ENDED),
}

const project = (files: Readonly<Record<string, string | Uint8Array>>) =>
  directoryWith({ ...CARDS, ...files })
const rewrite = (cwd: string, args: readonly string[], more: Surroundings = {}) =>
  runCards(['refs', 'rewrite', ...args], { cwd, ...more })
/** Where a stable ID stands. */
const range = (line: number, column: number) => ({
  start: { line, column },
  end: { line, column: column + 10 },
})
const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8')

describe('cards refs rewrite', () => {
  it('writes present names in place of old ones, and says where', async () => {
    const cwd = project({
      'docs/a.md': `# A\n\nSee <R id="${rid(GONE)}">it</R> and [it](${GONE}).\n`,
      'docs/b.tex': `\\cite{${GONE}} % ${GONE}\n`,
      'docs/c.html': `<p>${KEPT}</p>`,
    })
    expect(await rewrite(cwd, ['docs/*', '--yes'])).toEqual({
      stdout: 'docs/a.md\ndocs/b.tex\n',
      stderr: '3 names in 2 documents rewritten.\n',
      exitCode: 0,
      opened: [],
    })
    expect(read(cwd, 'docs/a.md')).toBe(`# A\n\nSee <R id="${rid(KEPT)}">it</R> and [it](${KEPT}).\n`)
    expect(read(cwd, 'docs/b.tex')).toBe(`\\cite{${KEPT}} % ${GONE}\n`)
    expect(await rewrite(cwd, ['docs/*', '--yes'])).toMatchObject({
      stdout: '',
      stderr: 'No name is left to rewrite in 3 documents.\n',
      exitCode: 0,
    })
  })

  it('shows the difference and writes nothing with --dry-run', async () => {
    const cwd = project({ 'docs/a.md': `One\r\n${GONE}\r\nTwo\r\n` })
    expect(await rewrite(cwd, ['docs/a.md', '--dry-run'])).toMatchObject({
      stdout: `--- a/docs/a.md\n+++ b/docs/a.md\n@@ -1,3 +1,3 @@\n One\r\n-${GONE}\r\n+${KEPT}\r\n Two\r\n`,
      stderr: '1 name in 1 document would be rewritten.\n',
      exitCode: 0,
    })
    expect(read(cwd, 'docs/a.md')).toBe(`One\r\n${GONE}\r\nTwo\r\n`)
  })

  it('names documents elsewhere by a folder that the difference tells', async () => {
    const root = directoryWith({
      ...Object.fromEntries(Object.entries(CARDS).map(([path, text]) => [`here/${path}`, text])),
      'docs/a.md': `${GONE}\n`,
      'docs/deep/b.md': `${GONE}\n`,
    })
    const { stdout } = await rewrite(join(root, 'here'), ['../docs/**/*.md', '--dry-run'])
    const patch = (name: string) => `--- a/${name}\n+++ b/${name}\n@@ -1,1 +1,1 @@\n-${GONE}\n+${KEPT}\n`
    expect(stdout).toBe(`In ${root}/docs:\n${patch('a.md')}${patch('deep/b.md')}`)
    expect((await rewrite(join(root, 'here'), ['../docs/**/*.md', '--yes'])).exitCode).toBe(0)
    expect(read(root, 'docs/deep/b.md')).toBe(`${KEPT}\n`)
  })

  it('asks a person who has seen the difference, and wants --yes from a script', async () => {
    const cwd = project({ 'a.md': `${GONE}\n` })
    expect(await rewrite(cwd, ['a.md'])).toMatchObject({
      stdout: '',
      stderr:
        'error: 1 name in 1 document would be rewritten, and nobody is there to be asked.\nSee what would change with --dry-run, then give --yes.\n',
      exitCode: 2,
    })
    const no = answering(false)
    expect((await rewrite(cwd, ['a.md'], { prompts: no })).exitCode).toBe(1)
    expect(no.asked.at(-1)).toBe('Rewrite 1 name in 1 document?')
    expect(no.asked[0]).toContain(`+${KEPT}`)
    expect(read(cwd, 'a.md')).toBe(`${GONE}\n`)
    expect((await rewrite(cwd, ['a.md'], { prompts: answering(true) })).stdout).toBe('a.md\n')
    expect(read(cwd, 'a.md')).toBe(`${KEPT}\n`)
    // Where nothing is to be written, nobody is asked.
    expect((await rewrite(cwd, ['a.md'])).exitCode).toBe(0)
  })

  it('shows a person the first of many documents', async () => {
    const names = Array.from({ length: 14 }, (_, i) => `d${i}.md`)
    const cwd = project(Object.fromEntries(names.map(name => [name, `${GONE}\n`])))
    const prompts = answering(true)
    expect((await rewrite(cwd, ['*.md'], { prompts })).exitCode).toBe(0)
    expect(prompts.asked[0]).toContain('\n… and 4 more documents: --dry-run shows all.\n')
    expect(prompts.asked[1]).toBe('Rewrite 14 names in 14 documents?')
    expect(names.map(name => read(cwd, name))).toEqual(names.map(() => `${KEPT}\n`))
  })

  it('shows a person the first of many lines', async () => {
    const cwd = project({ 'a.md': `${GONE}\n\n`.repeat(2000) })
    const prompts = answering(false)
    await rewrite(cwd, ['a.md'], { prompts })
    expect(prompts.asked[0]?.split('\n').length).toBeLessThan(310)
    expect(prompts.asked[0]).toMatch(/\n… and 5,\d{3} more lines: --dry-run shows all\.\n$/)
    expect(prompts.asked[1]).toBe('Rewrite 2,000 names in 1 document?')
  })

  it.each([
    ['a document', 'a.md', `${GONE}, edited\n`],
    ['the library', `cards/retired/${GONE}.yaml`, retired(GONE)],
  ])('writes nothing when %s changed while the question stood', async (_, path, text) => {
    const cwd = project({ 'a.md': `${GONE}\n`, 'b.md': `${GONE}\n` })
    const prompts = meanwhile(() => writeFileSync(join(cwd, path), text))
    const { stderr, exitCode } = await rewrite(cwd, ['*.md'], { prompts })
    expect(stderr).toContain(
      'error: The library or a document changed while you were asked; nothing was written.',
    )
    expect([exitCode, read(cwd, 'b.md')]).toEqual([1, `${GONE}\n`])
  })

  it('leaves and tells what no card replaces, and what leads to no card', async () => {
    const text = `# A\n${ENDED} and <R id="${rid(ENDED)}" />, <R id="0123456789abcdef" />, ${GONE}\n`
    const cwd = project({ 'a.md': text })
    expect(await rewrite(cwd, ['a.md', '--yes'])).toMatchObject({
      stdout: 'a.md\n',
      stderr: [
        '1 name in 1 document rewritten.',
        '1 name leads to no card: `cards refs check` tells which.',
        `a.md:2:1: ${ENDED} is retired, and no card replaces it; it stays.`,
        `a.md:2:23: ${rid(ENDED)} (${ENDED}) is retired, and no card replaces it; it stays.`,
        '',
      ].join('\n'),
      exitCode: 1,
    })
    expect(read(cwd, 'a.md')).toBe(text.replace(GONE, KEPT))
  })

  it('leaves addresses, files and anchors, which may be of another, and tells of them', async () => {
    const text = `![](img/${GONE}.png) [a](https://other.org/sources/${GONE}) <h1 id="${GONE}">A</h1>\n`
    const cwd = project({ 'a.md': text, 'b.md': `[it](/sources/${GONE})\n` })
    const stays = (column: number) =>
      `a.md:1:${column}: ${GONE} is part of an address or an anchor; it stays. Mend it by hand if it is ours.\n`
    expect(await rewrite(cwd, ['*.md', '--yes'])).toMatchObject({
      stdout: 'b.md\n',
      stderr: `${stays(9)}${stays(55)}${stays(75)}1 name in 1 document rewritten.\n`,
      exitCode: 0,
    })
    expect([read(cwd, 'a.md'), read(cwd, 'b.md')]).toEqual([text, `[it](/sources/${KEPT})\n`])
    expect(JSON.parse((await rewrite(cwd, ['a.md', '--yes', '--json'])).stdout)).toMatchObject({
      rewritten: [],
      left: [
        { path: 'a.md', range: range(1, 9), text: GONE, id: GONE, why: 'address' },
        { range: range(1, 55) },
        { range: range(1, 75) },
      ],
    })
  })

  it('makes resource IDs stable IDs with --stable-ids', async () => {
    const cwd = project({ 'a.md': `<R id="${rid(KEPT)}" /> <https://example.org/${KEPT}>` })
    expect((await rewrite(cwd, ['a.md', '--yes'])).stdout).toBe('')
    expect((await rewrite(cwd, ['a.md', '--yes', '--stable-ids'])).stdout).toBe('a.md\n')
    expect(read(cwd, 'a.md')).toBe(`<R id="${KEPT}" /> <https://example.org/${KEPT}>`)
  })

  it('says what it did as JSON', async () => {
    const cwd = project({ 'a.md': `\ufeffé ${GONE}\n${ENDED}\n` })
    const { stdout, exitCode } = await rewrite(cwd, ['a.md', '--yes', '--json'])
    expect([JSON.parse(stdout), exitCode]).toEqual([
      {
        action: 'rewrite',
        read: 1,
        rewritten: [{ path: 'a.md', range: range(1, 3), from: GONE, to: KEPT, id: KEPT }],
        left: [{ path: 'a.md', range: range(2, 1), text: ENDED, form: 'id', id: ENDED, why: 'retired' }],
        unknown: 0,
      },
      1,
    ])
    expect(read(cwd, 'a.md')).toBe(`\ufeffé ${KEPT}\n${ENDED}\n`)
  })

  it('keeps the mode of a document, and links that stay in the working directory', async () => {
    const cwd = project({ 'real/a.md': `${GONE}\n` })
    chmodSync(join(cwd, 'real/a.md'), 0o640)
    mkdirSync(join(cwd, 'docs'))
    symlinkSync('../real/a.md', join(cwd, 'docs/a.md'))
    expect(await rewrite(cwd, ['docs/a.md', 'real/a.md', '--yes'])).toMatchObject({ exitCode: 0 })
    expect(read(cwd, 'real/a.md')).toBe(`${KEPT}\n`)
    expect(statSync(join(cwd, 'real/a.md')).mode & 0o777).toBe(0o640)
  })

  it('writes nothing at all where one document is outside, or has two names', async () => {
    const outside = directoryWith({ 'a.md': `${GONE}\n` })
    const cwd = project({ 'docs/a.md': `${GONE}\n` })
    symlinkSync(join(outside, 'a.md'), join(cwd, 'docs/b.md'))
    const { stderr, exitCode } = await rewrite(cwd, ['docs/a.md', 'docs/b.md', '--yes'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain(
      `${join(cwd, 'docs/b.md')} is reached by a symbolic link that leads out of ${cwd}`,
    )
    expect([read(outside, 'a.md'), read(cwd, 'docs/a.md')]).toEqual([`${GONE}\n`, `${GONE}\n`])
    linkSync(join(cwd, 'docs/a.md'), join(cwd, 'docs/c.md'))
    expect((await rewrite(cwd, ['docs/c.md', '--yes'])).stderr).toContain('it has 2 names (hard links)')
  })

  it('refuses a file of the library, which is no document', async () => {
    const cwd = project({})
    writeFileSync(join(cwd, `cards/${KEPT}.yaml`), cardText(KEPT, `notes: See ${GONE}.`))
    expect(await rewrite(cwd, [`cards/${KEPT}.yaml`, '--yes'])).toMatchObject({
      stderr: `error: cards/${KEPT}.yaml is a file of the library, and no document; nothing was written.\nTo change a card: cards edit\n`,
      exitCode: 2,
    })
  })

  it('takes away what a run has left that was killed', async () => {
    const cwd = project({ 'docs/a.md': `${GONE}\n`, 'docs/.cards.0123456789abcdef.tmp': 'half' })
    expect((await rewrite(cwd, ['docs/*.md', '--yes'])).exitCode).toBe(0)
    expect(statSync(join(cwd, 'docs/.cards.0123456789abcdef.tmp'), { throwIfNoEntry: false })).toBeUndefined()
  })

  it('never takes what a document says for a command of the terminal', async () => {
    const cwd = project({ 'a.md': `\u001b]0;x\u0007 ${GONE}\n` })
    const prompts = answering(false)
    await rewrite(cwd, ['a.md'], { prompts, columns: 80 })
    expect(prompts.asked.join('')).not.toMatch(/[\u001b\u0007]\]/)
  })

  it('refuses --yes with --dry-run', async () => {
    const { stderr, exitCode } = await rewrite(project({ 'a.md': '' }), ['a.md', '--yes', '--dry-run'])
    expect([stderr, exitCode]).toEqual([
      'error: --yes and --dry-run exclude each other.\nGive one of them.\n',
      2,
    ])
  })
})
