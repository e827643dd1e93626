import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../src/load/schemas.ts'
import { answering } from '../support/answers.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const A = 'aaaaaaaaa1'
const B = 'bbbbbbbbb2'
const C = 'ccccccccc3'

const library = () =>
  directoryWith({
    [`${A}.yaml`]: cardText(
      A,
      'cited_by:',
      '  - goodfire',
      '  - other',
      'preview:',
      '  file: previews/a.txt # kept',
    ),
    [`blog/${B}.yaml`]: cardText(B, `notes: Compare ${A}.`),
    [`retired/${C}.yaml`]: cardText(
      C,
      'retired:',
      '  date: "2026-01-01"',
      '  reason: Old.',
      `  replaced_by: ${A}`,
    ),
    'previews/a.txt': 'Text.',
    'pages.yaml': '- id: goodfire\n  title: Goodfire\n',
  })
const retire = (dir: string, args: readonly string[], more = {}) =>
  runCards(['retire', '--dir', '.', ...args], { cwd: dir, ...more })
const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8')

describe('cards retire', () => {
  it('moves a card below retired/, says when and why there, and lists what refers to it', async () => {
    const dir = library()
    const before = read(dir, `${A}.yaml`)
    expect(await retire(dir, [A, '--reason', 'The page is gone.', '--replaced-by', B])).toMatchObject({
      stdout: `retired/${A}.yaml\n`,
      stderr: `Retired ${A} “Card ${A}”; ${B} replaces it.
- Cited by Goodfire (goodfire), other: cite ${B} there.
- It replaced ${C}: references to that card now lead to ${B}.
- Mentioned in the text of 1 card: ${B}.
- Its excerpt previews/a.txt stays where it is.
`,
      exitCode: 0,
    })
    expect(existsSync(join(dir, `${A}.yaml`))).toBe(false)
    expect(existsSync(join(dir, 'previews/a.txt'))).toBe(true)
    expect(read(dir, `retired/${A}.yaml`)).toBe(
      `${before}retired:\n  date: "2026-06-15"\n  reason: The page is gone.\n  replaced_by: ${B}\n`,
    )
    expect(await runCards(['path', C, A, '--dir', '.'], { cwd: dir })).toMatchObject({
      stdout: `blog/${B}.yaml\nblog/${B}.yaml\n`,
      exitCode: 0,
    })
  })

  it('keeps the folder of a card', async () => {
    const dir = library()
    expect((await retire(dir, [B, '-r', 'Gone.', '--date', '2025-12-31'])).stdout).toBe(
      `retired/blog/${B}.yaml\n`,
    )
    expect(read(dir, `retired/blog/${B}.yaml`)).toContain('  date: "2025-12-31"\n')
  })

  it('leaves alone what is retired, and so never retires a replacement', async () => {
    const dir = library()
    expect(await retire(dir, [C, '--reason', 'x'])).toMatchObject({
      stdout: '',
      stderr: `${C} has been retired already, on 2026-01-01: Old. ${A} replaces it.\n`,
      exitCode: 0,
    })
    expect(existsSync(join(dir, `${A}.yaml`))).toBe(true)
  })

  it('asks a person why, and tells a script to say it', async () => {
    const dir = library()
    const prompts = answering('The page is gone.')
    expect((await retire(dir, [A], { prompts })).exitCode).toBe(0)
    expect(prompts.asked).toEqual([`${A}  Card ${A}`, 'Why is it given up?'])
    expect(read(dir, `retired/${A}.yaml`)).toContain('reason: The page is gone.')
    const silent = await retire(dir, [B])
    expect(silent).toMatchObject({ stdout: '', exitCode: 2 })
    expect(silent.stderr).toContain('Say it with --reason')
    expect((await retire(dir, [B, '--reason', ' '])).stderr).toContain('The reason is empty.')
  })

  it('asks once more before several cards go for a reason that was typed', async () => {
    const dir = library()
    const prompts = answering('y', false)
    expect(await retire(dir, [A, B], { prompts })).toMatchObject({
      stdout: '',
      stderr: 'Cancelled; nothing was written.\n',
      exitCode: 1,
    })
    expect(prompts.asked).toEqual([
      `${A}  Card ${A}`,
      `${B}  Card ${B}`,
      'Why are they given up?',
      'Retire these 2 cards?',
    ])
    expect(existsSync(join(dir, `${A}.yaml`)) && existsSync(join(dir, `blog/${B}.yaml`))).toBe(true)
    expect((await retire(dir, [A, B], { prompts: answering('Gone.', true) })).exitCode).toBe(0)
    expect(read(dir, `retired/${A}.yaml`)).toContain('reason: Gone.')
  })

  it('takes the reason that the card gives itself, where somebody wrote it by hand', async () => {
    const text = cardText(A, 'retired: # by hand', '  date: "2025"', '  reason: Wrong.')
    const dir = directoryWith({ [`${A}.yaml`]: text })
    expect((await retire(dir, [A])).stdout).toBe(`retired/${A}.yaml\n`)
    expect(read(dir, `retired/${A}.yaml`)).toBe(text)
  })

  it.each([
    ['an unknown card', ['nonesuch00'], 1, 'There is no card nonesuch00'],
    ['one of several that is unknown', [A, 'nonesuch00'], 1, 'Nothing was written.'],
    ['an unknown replacement', [A, '--replaced-by', 'nonesuch00'], 1, 'There is no card nonesuch00'],
    ['itself as its replacement', [A, '--replaced-by', A], 2, `${A} cannot replace itself.`],
    ['a card that it replaces, which leads back', [A, '--replaced-by', C], 2, `${A} cannot replace itself.`],
    ['one of those that go', [A, B, '--replaced-by', B], 2, `${B} cannot replace itself.`],
    ['a day that is none', [A, '--date', '2026-02-30'], 2, '--date takes a day'],
  ])('refuses %s, and writes nothing', async (_, args, exitCode, words) => {
    const dir = library()
    const result = await retire(dir, [...args, '--reason', 'x'])
    expect(result).toMatchObject({ stdout: '', exitCode })
    expect(result.stderr).toContain(words)
    expect(existsSync(join(dir, `${A}.yaml`)) && existsSync(join(dir, `blog/${B}.yaml`))).toBe(true)
  })

  it('refuses when another card has the place', async () => {
    const dir = directoryWith({ 'x.yaml': cardText(A), 'retired/X.yaml': cardText(B) })
    const { stderr, exitCode } = await retire(dir, [A, '-r', 'x'])
    expect(stderr).toContain('x.yaml cannot go to retired/X.yaml: another card is there.')
    expect(exitCode).toBe(1)
  })

  it('ends what was interrupted between the two halves of a move', async () => {
    const begun = `${cardText(A)}retired:\n  date: "2026-06-14"\n  reason: Yesterday.\n`
    const dir = directoryWith({ [`${A}.yaml`]: cardText(A), [`retired/${A}.yaml`]: begun })
    expect((await retire(dir, [A, '-r', 'Today.'])).exitCode).toBe(0)
    expect(existsSync(join(dir, `${A}.yaml`))).toBe(false)
    expect(read(dir, `retired/${A}.yaml`)).toBe(begun)
  })

  it('shows what it would do, and writes nothing', async () => {
    const dir = library()
    const { stdout, stderr } = await retire(dir, [B, '-r', 'x', '--dry-run'])
    expect(stdout).toContain(`--- a/blog/${B}.yaml\n+++ /dev/null\n`)
    expect(stdout).toContain(`--- /dev/null\n+++ b/retired/blog/${B}.yaml\n`)
    expect(stdout).toContain('+retired:\n+  date: "2026-06-15"\n+  reason: x\n')
    expect(stderr).toBe(`Would retire ${B} “Card ${B}”.\n`)
    expect(existsSync(join(dir, `blog/${B}.yaml`))).toBe(true)
  })

  it('gives JSON as its schema has it, and takes references from standard input', async () => {
    const dir = library()
    const { stdout } = await retire(dir, ['-', '--json', '-r', 'x'], { stdin: `${A}\n${C}\n` })
    const json = JSON.parse(stdout)
    expect(new Ajv2020({ strict: false }).validate(schemas['output-retire'], json)).toBe(true)
    expect(json).toMatchObject({
      retired: [{ id: A, path: `retired/${A}.yaml`, replaces: [C], mentioned_in: [B] }],
      already: [C],
    })
  })
})
