import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupsIn } from '../../src/commands/merge/groups.ts'
import { schemas } from '../../src/load/schemas.ts'
import { answering, meanwhile } from '../support/answers.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards, type Surroundings } from '../support/run-cards.ts'

const A = 'aaaaaaaaa1'
const B = 'bbbbbbbbb2'
const C = 'ccccccccc3'
/** The resource ID of the URL of the second. */
const HASH = 'c3ab01e47e614fe3'

const keep = `# ours\nid: ${A}\nurl: https://arxiv.org/abs/1706.03762 # abs\ntitle: "Attention"\ntype: paper\ntags: [x]\n`
const other = `id: ${B}\nurl: https://arxiv.org/pdf/1706.03762\ntitle: Attention Is All You Need\ntype: paper\npublished: "2017"\ntags: [x, maths]\n`
const library = (more: Readonly<Record<string, string>> = {}) =>
  directoryWith({ [`${A}.yaml`]: keep, [`sub/${B}.yaml`]: other, [`${C}.yaml`]: cardText(C), ...more })
const merge = (dir: string, args: readonly string[], more: Surroundings = {}) =>
  runCards(['merge', '--dir', '.', ...args], { cwd: dir, ...more })
const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8')

describe('cards merge', () => {
  it('gives one card what the other has, tells each value that differs, and retires the other', async () => {
    const dir = library()
    expect(await merge(dir, [A, B])).toMatchObject({
      stdout: `${B}\t${A}\n`,
      stderr: `Merged ${B} into ${A} “Attention”.
- also_at: https://arxiv.org/pdf/1706.03762 added
- tags: maths added
- aliases: ${B}, ${HASH} added
- published: from ${B}
- title: kept “Attention”; “Attention Is All You Need” of ${B} is in retired/sub/${B}.yaml
`,
      exitCode: 0,
    })
    expect(read(dir, `${A}.yaml`)).toBe(
      `# ours\nid: ${A}\nurl: https://arxiv.org/abs/1706.03762 # abs\nalso_at:\n  - https://arxiv.org/pdf/1706.03762\ntitle: "Attention"\ntype: paper\npublished: "2017"\ntags: [x, maths]\naliases:\n  - ${B}\n  - ${HASH}\n`,
    )
    expect(read(dir, `retired/sub/${B}.yaml`)).toBe(
      `${other}retired:\n  date: "2026-06-15"\n  reason: Merged into ${A}.\n  replaced_by: ${A}\n`,
    )
    expect(existsSync(join(dir, `sub/${B}.yaml`))).toBe(false)
    for (const reference of [B, 'https://arxiv.org/pdf/1706.03762', 'arXiv:1706.03762'])
      expect((await runCards(['path', reference, '--dir', '.'], { cwd: dir })).stdout).toBe(`${A}.yaml\n`)
  })

  it('does nothing the second time', async () => {
    const dir = library()
    await merge(dir, [A, B])
    const files = () => readdirSync(dir, { recursive: true }).map(String).sort()
    const [before, text] = [files(), read(dir, `${A}.yaml`)]
    expect(await merge(dir, [A, B])).toMatchObject({
      stdout: '',
      stderr: `${B} has been merged into ${A} already.\n`,
      exitCode: 0,
    })
    expect([files(), read(dir, `${A}.yaml`)]).toEqual([before, text])
  })

  it('ends what was interrupted after each of its steps', async () => {
    const whole = library()
    await merge(whole, [A, B, C])
    const [kept, retired] = [read(whole, `${A}.yaml`), read(whole, `retired/sub/${B}.yaml`)]
    const begun = [{ [`${A}.yaml`]: kept }, { [`${A}.yaml`]: kept, [`retired/sub/${B}.yaml`]: retired }]
    for (const files of begun) {
      const dir = library(files)
      expect((await merge(dir, [A, B, C], { env: {} })).exitCode).toBe(0)
      expect(read(dir, `${A}.yaml`)).toBe(kept)
      expect(read(dir, `retired/sub/${B}.yaml`)).toBe(retired)
      expect(existsSync(join(dir, `sub/${B}.yaml`)) || existsSync(join(dir, `${C}.yaml`))).toBe(false)
    }
  })

  it('follows cards that were replaced by one that is merged', async () => {
    const old = `${cardText('ddddddddd4')}retired:\n  date: "2026"\n  reason: Old.\n  replaced_by: ${B}\n`
    const dir = library({ 'retired/ddddddddd4.yaml': old })
    await merge(dir, [A, B])
    expect((await runCards(['path', 'ddddddddd4', '--dir', '.'], { cwd: dir })).stdout).toBe(`${A}.yaml\n`)
    const lint = await runCards(['lint', '--format', 'json', '--dir', '.'], { cwd: dir })
    expect(lint.stdout).not.toMatch(/"rule": ?"(?:ref\/|id\/|file\/|source\/duplicate)/)
    expect(lint.stdout).toMatch(/"rule"/)
  })

  it('takes the values that are chosen', async () => {
    const dir = library()
    const { stderr } = await merge(dir, [A, B, '--take', `title=${B}`])
    expect(stderr).toContain('- title: took “Attention Is All You Need” in place of its own “Attention”\n')
    expect(read(dir, `${A}.yaml`)).toContain('title: "Attention Is All You Need"\n')
    const preferring = library()
    await merge(preferring, [A, B, '--prefer', 'bbbb'])
    expect(read(preferring, `${A}.yaml`)).toContain(
      'url: https://arxiv.org/pdf/1706.03762 # abs\nalso_at:\n  - https://arxiv.org/abs/1706.03762\n',
    )
  })

  it('asks a person, with all that would happen in sight', async () => {
    const dir = library()
    const prompts = answering(false)
    expect(await merge(dir, [A, B], { prompts })).toMatchObject({ stdout: '', exitCode: 1 })
    expect(prompts.asked[0]).toMatch(new RegExp(`^Would merge ${B} into ${A} “Attention”.\n- also_at: `))
    expect(prompts.asked[1]).toBe('Merge them? 1 card will be retired.')
    expect(read(dir, `${A}.yaml`)).toBe(keep)
    expect((await merge(dir, [A, B], { prompts: answering(true) })).stdout).toBe(`${B}\t${A}\n`)
    expect((await merge(dir, [A, C, '--yes'], { prompts: answering() })).stdout).toBe(`${C}\t${A}\n`)
  })

  it('wants --yes of a script that names cards on standard input, and asks a person', async () => {
    const dir = library()
    const stdin = `${A}\t${B}\n`
    expect(await merge(dir, ['-'], { stdin })).toMatchObject({
      stdout: '',
      stderr:
        'error: 1 card would be merged away, and nobody is there to be asked.\nSee what would change with --dry-run, then give --yes.\n',
      exitCode: 2,
    })
    expect(await merge(dir, ['-'], { stdin, prompts: answering(false) })).toMatchObject({
      stdout: '',
      stderr: 'Cancelled; nothing was written.\n',
      exitCode: 1,
    })
    expect(read(dir, `${A}.yaml`)).toBe(keep)
    expect((await merge(dir, ['-', '--dry-run'], { stdin })).exitCode).toBe(0)
    expect((await merge(dir, ['-'], { stdin, prompts: answering(true) })).stdout).toBe(`${B}\t${A}\n`)
  })

  it('writes nothing when a card changed while the question stood', async () => {
    const dir = library()
    const edited = `${other}notes: New.\n`
    const prompts = meanwhile(() => writeFileSync(join(dir, `sub/${B}.yaml`), edited))
    expect(await merge(dir, [A, B], { prompts })).toMatchObject({
      stdout: '',
      stderr:
        'error: The library changed while you were asked; nothing was written.\nRun the command again, and look again.\n',
      exitCode: 1,
    })
    expect([read(dir, `${A}.yaml`), read(dir, `sub/${B}.yaml`)]).toEqual([keep, edited])
  })

  it('takes a date that says the same more exactly', async () => {
    const dir = library({
      [`${A}.yaml`]: `${keep}published: "2017"\n`,
      [`sub/${B}.yaml`]: other.replace('2017', '2017-06-12'),
    })
    const { stdout, stderr } = await merge(dir, [A, B, '--json'])
    expect(stderr).toContain(`- published: from ${B}, more exact than “2017”\n`)
    expect(JSON.parse(stdout)[0].filled).toEqual([{ field: 'published', from: B, less_exact: '2017' }])
    expect(new Ajv2020({ strict: false }).validate(schemas['output-merge'], JSON.parse(stdout))).toBe(true)
    expect(read(dir, `${A}.yaml`)).toContain('published: "2017-06-12"\n')
  })

  it('puts what it says of the end of a card at its end, whatever the order of its keys', async () => {
    const text = `id: ${B}\ntags: [x]\naliases: [b]\nkey_points:\n  - One\ntitle: Two\nurl: https://arxiv.org/pdf/1706.03762\n`
    const dir = library({ [`sub/${B}.yaml`]: text })
    await merge(dir, [A, B])
    expect(read(dir, `retired/sub/${B}.yaml`)).toBe(
      `${text}retired:\n  date: "2026-06-15"\n  reason: Merged into ${A}.\n  replaced_by: ${A}\n`,
    )
  })

  it.each([
    ['no card', [], 2, "Missing required argument 'keep'"],
    ['one card', [A], 2, 'Only one card is named.'],
    ['a card and itself', [A, A], 2, 'are the same card'],
    ['the same card twice', [A, B, `sub/${B}.yaml`], 2, `${B} is named twice.`],
    ['an unknown card', [A, B, 'nonesuch00'], 1, 'There is no card nonesuch00'],
    ['an unknown field', [A, B, '--take', `titel=${B}`], 2, 'Did you mean'],
    ['a list to choose', [A, B, '--take', `tags=${B}`], 2, 'is not a matter of choice'],
    ['a choice without a card', [A, B, '--take', 'title'], 2, 'does not say which field'],
    ['a value that is not there', [A, B, '--take', `notes=${B}`], 2, `${B} has no \`notes\` to take.`],
    ['a card that is not merged', [A, B, '--prefer', C], 2, 'is not among the cards to merge'],
    ['names on both sides', [A, '-'], 2, 'on standard input alone'],
  ])('refuses %s, and writes nothing', async (_, args, exitCode, words) => {
    const dir = library()
    const result = await merge(dir, args)
    expect(result).toMatchObject({ stdout: '', exitCode })
    expect(result.stderr).toContain(words)
    expect([read(dir, `${A}.yaml`), read(dir, `sub/${B}.yaml`)]).toEqual([keep, other])
  })

  it('refuses retired cards, and says what to do', async () => {
    const dir = library()
    await merge(dir, [A, B])
    expect((await merge(dir, [B, C])).stderr).toContain(`${A} replaces it: merge into that.`)
    expect((await merge(dir, [C, B])).stderr).toContain(`merge that: cards merge ${C} ${A}`)
    await runCards(['retire', C, '--reason', 'x', '--dir', '.'], { cwd: dir })
    expect((await merge(dir, [A, C])).stderr).toContain(`Bring it back first: cards revive ${C}.`)
  })

  it('leaves what is wrong in a card where it is, and says so of the other', async () => {
    const dir = directoryWith({
      [`${A}.yaml`]: cardText(A, 'published: around 2020 # ?'),
      [`${B}.yaml`]: cardText(B, 'published: "2020"', 'language: "?"'),
    })
    const { stderr, exitCode } = await merge(dir, [A, B])
    expect(exitCode).toBe(0)
    expect(read(dir, `${A}.yaml`)).toContain('published: around 2020 # ?\n')
    expect(stderr).toContain('- published: kept what the file says, which is wrong; “2020” of')
    expect(stderr).toContain(`- ${B} has values that are wrong: they are only in retired/${B}.yaml.`)
  })

  it('shows a difference that git can apply, and writes nothing', async () => {
    const dir = library()
    const { stdout, stderr } = await merge(dir, [A, B, '--dry-run'])
    expect(stdout).toContain('+published: "2017"\n')
    expect(stdout).toContain(`--- a/sub/${B}.yaml\n+++ /dev/null\n`)
    expect(stdout).toContain(`--- /dev/null\n+++ b/retired/sub/${B}.yaml\n`)
    expect(stderr).toContain(`Would merge ${B} into ${A}`)
    expect(read(dir, `${A}.yaml`)).toBe(keep)
  })

  it('gives JSON as its schema has it', async () => {
    const json = JSON.parse((await merge(library(), [A, B, '--json'])).stdout)
    expect(new Ajv2020({ strict: false }).validate(schemas['output-merge'], json)).toBe(true)
    expect(json).toMatchObject([
      {
        keep: A,
        merged: [{ id: B, path: `retired/sub/${B}.yaml` }],
        filled: [{ field: 'published', from: B }],
        conflicts: [
          {
            field: 'title',
            kept: 'Attention',
            other: { id: B, value: 'Attention Is All You Need' },
            became: 'retired',
            path: `retired/sub/${B}.yaml`,
          },
        ],
      },
    ])
  })

  it.each([
    ['lines', [] as string[]],
    ['JSON', ['--json']],
  ])('takes what cards dupes gives as %s, and leaves no two cards for one source', async (_, form) => {
    const dir = library()
    const groups = await runCards(['dupes', '--dir', '.', ...form], { cwd: dir })
    expect((await merge(dir, ['-', '--yes'], { stdin: groups.stdout })).stdout).toBe(`${A}\t${B}\n`)
    expect((await runCards(['dupes', '--dir', '.'], { cwd: dir })).stdout).toBe('')
    expect(await merge(dir, ['-'], { stdin: '' })).toMatchObject({
      stdout: '',
      stderr: 'There is nothing to merge.\n',
      exitCode: 0,
    })
  })

  it('keeps control characters of cards from a terminal', async () => {
    const dir = library({ [`${C}.yaml`]: cardText(C, 'label: "\\e[2Jx"') })
    const { stdout, stderr } = await merge(dir, [C, B, '--yes'], { columns: 80 })
    expect(stdout + stderr).not.toContain('\u001b[2J')
    const taken = library({ [`${C}.yaml`]: cardText(C, 'label: "\\e[2Jx"') })
    expect((await merge(taken, [A, C], { columns: 80 })).stderr).not.toContain('\u001b[2J')
  })
})

describe('groups on standard input', () => {
  const group = { keep: A, others: [B, C] }

  it.each([
    ['lines', `# chosen\n${A}\t${B} ${C}\r\n\n`],
    ['an array', JSON.stringify([group])],
    ['an object', JSON.stringify(group, null, 2)],
  ])('are %s', (_, text) => {
    expect(groupsIn(text)).toEqual([group])
  })

  it('are several JSON values, as jq prints them', () => {
    const other = { keep: 'x', others: ['y"}{['] }
    expect(groupsIn(`${JSON.stringify(group, null, 2)}\n${JSON.stringify(other)}\n`)).toEqual([group, other])
  })

  it.each([
    ['[{"keep": "a"}]', 'Group 1 of standard input does not name its cards.'],
    ['[{"keep": "a", "others": []}]', 'Group 1 of standard input'],
    ['{"keep": "a", "others": ["b"]} {"others": 1}', 'Group 2 of standard input'],
    ['[1', 'Standard input is not JSON'],
    ['{"a": 1}}', 'Standard input is not JSON'],
    ['a b\nc\n', 'Line 2 of standard input names one card alone: c'],
  ])('are refused with a reason: %s', (text, message) => {
    expect(() => groupsIn(text)).toThrow(message)
  })

  it('never crash on any text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ',',
      ':',
      'keep',
      'a',
      ' ',
      '\n',
      '{"keep":"a","others":["b"]}',
    )
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        try {
          for (const { keep, others } of groupsIn(pieces.join('')))
            expect([keep, ...others].length).toBeGreaterThan(1)
        } catch (error) {
          expect(error).toMatchObject({ name: 'CardsError', code: 'usage' })
        }
      }),
    )
  })
})
