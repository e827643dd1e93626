import { spawn } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { cleanCard, directoryWith } from '../support/library.ts'
import { filesOf, leftoversOf } from '../support/library-files.ts'
import { CARDS, cards, type ProcessOutcome, start } from '../support/process.ts'

const idOf = (n: number) => `aaaaaa${String(n).padStart(4, '0')}`

/** Starts several runs of the program at once and waits for all. */
function atOnce(runs: readonly (readonly string[])[], cwd: string): Promise<ProcessOutcome[]> {
  return Promise.all(
    runs.map(args => {
      const child = start(args, { cwd })
      const said = { stdout: '', stderr: '' }
      child.stdout.on('data', chunk => (said.stdout += chunk))
      child.stderr.on('data', chunk => (said.stderr += chunk))
      child.stdin.end()
      return new Promise<ProcessOutcome>(resolve =>
        child.once('close', exitCode => resolve({ ...said, exitCode })),
      )
    }),
  )
}

const TWENTY = Array.from({ length: 20 }, (_, i) => i)

describe('twenty writers at once', { timeout: 120_000 }, () => {
  it('add twenty tags to one card', async () => {
    const dir = directoryWith({ 'cards/aaaaaa0000.yaml': cleanCard('aaaaaa0000', '# mine', 'tags: [own]') })
    const outcomes = await atOnce(
      TWENTY.map(i => ['edit', 'aaaaaa0000', '--add', `tags=t${i}`]),
      dir,
    )
    expect(outcomes.map(({ stderr, exitCode }) => exitCode || stderr).filter(said => said === 2)).toEqual([])
    const text = readFileSync(join(dir, 'cards/aaaaaa0000.yaml'), 'utf8')
    expect(parse(text).tags.sort()).toEqual(['own', ...TWENTY.map(i => `t${i}`)].sort())
    expect(text).toContain('# mine\n')
    expect(leftoversOf(join(dir, 'cards'))).toEqual([])
  })

  it('add twenty cards', async () => {
    const dir = directoryWith({ 'cards/aaaaaa0000.yaml': cleanCard('aaaaaa0000') })
    const add = (i: number) => ['add', `https://example.org/${i}`, '--no-fetch', '--title', `Number ${i}`]
    const outcomes = await atOnce(TWENTY.map(add), dir)
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual(TWENTY.map(() => 0))
    expect(cards(['list', '--count', '-q'], { cwd: dir }).stdout).toBe('21\n')
    expect(leftoversOf(join(dir, 'cards'))).toEqual([])
  })

  it('add one card of one source, and say so to the nineteen that came later', async () => {
    const dir = directoryWith({ 'cards/aaaaaa0000.yaml': cleanCard('aaaaaa0000') })
    const add = (i: number) => ['add', 'https://example.org/one', '--no-fetch', '--title', `Number ${i}`]
    const outcomes = await atOnce(TWENTY.map(add), dir)
    const refused = outcomes.filter(({ exitCode }) => exitCode === 1)
    expect(outcomes.filter(({ exitCode }) => exitCode === 0)).toHaveLength(1)
    expect(refused).toHaveLength(19)
    const [id] = [...filesOf(join(dir, 'cards')).keys()].filter(path => path !== 'aaaaaa0000.yaml')
    for (const { stderr } of refused) expect(stderr).toContain(id?.replace('.yaml', ''))
    expect(cards(['list', '--count', '-q'], { cwd: dir }).stdout).toBe('2\n')
  })

  it('import, edit, merge, retire and mend one library', async () => {
    const dir = directoryWith({
      ...Object.fromEntries(
        TWENTY.map(i => [`cards/${idOf(i)}.yaml`, cleanCard(idOf(i), 'label: A &amp; B')]),
      ),
      'new.yaml': TWENTY.map(
        i => `- url: https://example.org/${i}\n  title: Number ${i}\n  type: web\n`,
      ).join(''),
    })
    const outcomes = await atOnce(
      [
        ['import', '-f', 'longterm-wiki', 'new.yaml'],
        ['import', '-f', 'longterm-wiki', 'new.yaml'],
        ['lint', '--fix'],
        ['edit', '--where', 'type:web', '--set', 'language=en', '--yes'],
        ['merge', idOf(0), idOf(1), '--yes'],
        ['retire', idOf(2), '--reason', 'Gone.'],
        ['add', 'https://example.org/3', '--no-fetch', '--title', 'Number 3', '--type', 'web'],
      ],
      dir,
    )
    // Whoever planned before another changed a card says so.
    for (const { exitCode, stderr } of outcomes)
      if (exitCode === 2)
        expect(stderr).toMatch(
          /(?:was (?:changed|moved or deleted) meanwhile|is no longer the card \w+)[;.].*\n(?:.*\n)?Run the command again\./,
        )
    const files = filesOf(join(dir, 'cards'))
    const ids = [...files.values()].map(text => parse(text).id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const i of TWENTY) expect(ids).toContain(idOf(i))
    expect(leftoversOf(join(dir, 'cards'))).toEqual([])
  })
})

describe('a card that somebody else changes meanwhile', { timeout: 60_000 }, () => {
  it('is not overwritten by what comes out of the editor', () => {
    const dir = directoryWith({ 'cards/aaaaaa0000.yaml': cleanCard('aaaaaa0000') })
    const card = join(dir, 'cards/aaaaaa0000.yaml')
    const script = join(dir, 'editor.sh')
    writeFileSync(script, `echo 'label: Theirs' >> '${card}'\necho 'language: en' >> "$1"\n`)
    const { stderr, exitCode } = cards(['edit', 'aaaaaa0000'], { cwd: dir, env: { EDITOR: `sh ${script}` } })
    expect({ stderr, exitCode }).toMatchObject({ exitCode: 2 })
    expect(stderr).toMatch(/changed/)
    expect(readFileSync(card, 'utf8')).toBe(cleanCard('aaaaaa0000', 'label: Theirs'))
  })

  it.each([
    ['import', ['import', '-f', 'longterm-wiki', '--on-duplicate', 'update', 'new.yaml']],
    ['edit', ['edit', '--where', 'type:web', '--set', 'abstract=New.', '--yes']],
  ] as const)(
    'is left as it is, whatever came before is whole, and the rest can be done: %s',
    async (_, args) => {
      const many = Array.from({ length: 150 }, (_, i) => idOf(i))
      const last = many.at(-1) ?? ''
      // Until the other writer comes between the first file and the last one.
      for (let attempt = 0; ; attempt++) {
        expect(attempt).toBeLessThan(10)
        const dir = directoryWith({
          ...Object.fromEntries(many.map(id => [`cards/${id}.yaml`, cleanCard(id)])),
          'new.yaml': many
            .map(id => `- url: https://www.rfc-editor.org/rfc/${id}\n  abstract: New.\n`)
            .join(''),
        })
        const child = spawn(process.execPath, [CARDS, ...args], {
          cwd: dir,
          stdio: ['ignore', 'ignore', 'pipe'],
          env: { PATH: process.env.PATH ?? '' },
        })
        let stderr = ''
        child.stderr.on('data', chunk => (stderr += chunk))
        const end = new Promise<number | null>(resolve => child.once('close', resolve))
        const isAt = (id: string) => readFileSync(join(dir, `cards/${id}.yaml`), 'utf8').includes('abstract')
        while (child.exitCode === null && !isAt(many[0] ?? ''))
          await new Promise(resolve => setImmediate(resolve))
        child.kill('SIGSTOP')
        const isInTime = child.exitCode === null && !isAt(last)
        if (isInTime) appendFileSync(join(dir, `cards/${last}.yaml`), 'label: Theirs\n')
        child.kill('SIGCONT')
        const exitCode = await end
        if (!isInTime || exitCode === 0) continue
        expect(exitCode).toBe(2)
        expect(stderr).toMatch(
          new RegExp(
            `^error: \\S*cards/${last}\\.yaml was changed meanwhile; it was left as it is\\.\\nBefore that, 149 of 150 files were written; the same command, run again, does the rest\\.\\nRun the command again\\.\\n$`,
          ),
        )
        expect(readFileSync(join(dir, `cards/${last}.yaml`), 'utf8')).toBe(cleanCard(last, 'label: Theirs'))
        expect(leftoversOf(join(dir, 'cards'))).toEqual([])
        expect(cards(args, { cwd: dir })).toMatchObject({ exitCode: 0 })
        const done = parse(readFileSync(join(dir, `cards/${last}.yaml`), 'utf8'))
        expect(done).toMatchObject({ label: 'Theirs', abstract: 'New.' })
        return
      }
    },
  )
})

describe('a card of several names', () => {
  it.each([
    ['edit', ['edit', 'aaaaaa0000', '--set', 'language=en']],
    ['retire', ['retire', 'aaaaaa0000', '--reason', 'Gone.']],
    ['import', ['import', '-f', 'longterm-wiki', '--on-duplicate', 'update', 'new.yaml']],
  ] as const)('is refused where they are hard links, and nothing else is written: %s', (_, args) => {
    const dir = directoryWith({
      'cards/aaaaaa0000.yaml': cleanCard('aaaaaa0000', 'label: A &amp; B'),
      'new.yaml': '- url: https://www.rfc-editor.org/rfc/aaaaaa0000\n  abstract: New.\n',
    })
    linkSync(join(dir, 'cards/aaaaaa0000.yaml'), join(dir, 'elsewhere.yaml'))
    const before = [...filesOf(dir)]
    const { stderr, exitCode } = cards(args, { cwd: dir })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /aaaaaa0000\.yaml: it has 2 names \(hard links\), and would part from the others\.\n/,
    )
    expect(stderr).toContain('Make it a file of its own: copy it, delete it, and give the copy its name.\n')
    expect([...filesOf(dir)]).toEqual(before)
    expect(existsSync(join(dir, 'cards/retired'))).toBe(false)
  })

  it('is told by lint --fix where they are hard links, and left as it is', () => {
    const text = cleanCard('aaaaaa0000', 'label: A &amp; B')
    const dir = directoryWith({
      'cards/aaaaaa0000.yaml': text,
      'cards/bbbbbb0000.yaml': cleanCard('bbbbbb0000'),
    })
    linkSync(join(dir, 'cards/aaaaaa0000.yaml'), join(dir, 'elsewhere.yaml'))
    const { stderr } = cards(['lint', '--fix'], { cwd: dir })
    expect(stderr).toMatch(/^cards\/aaaaaa0000\.yaml was not fixed: .*: it has 2 names \(hard links\)/)
    expect(readFileSync(join(dir, 'cards/aaaaaa0000.yaml'), 'utf8')).toBe(text)
  })

  it('stays a symbolic link to what was changed', () => {
    const dir = directoryWith({ 'cards/real/one.yaml': cleanCard('aaaaaa0000') })
    mkdirSync(join(dir, 'cards/linked'))
    symlinkSync('../real/one.yaml', join(dir, 'cards/linked/aaaaaa0000.yaml'))
    expect(cards(['edit', 'aaaaaa0000', '--set', 'language=en'], { cwd: dir })).toMatchObject({ exitCode: 0 })
    expect(lstatSync(join(dir, 'cards/linked/aaaaaa0000.yaml')).isSymbolicLink()).toBe(true)
    expect(readlinkSync(join(dir, 'cards/linked/aaaaaa0000.yaml'))).toBe('../real/one.yaml')
    expect(parse(readFileSync(join(dir, 'cards/real/one.yaml'), 'utf8'))).toMatchObject({ language: 'en' })
  })

  it('is never written where its link leads out of the library', () => {
    const dir = directoryWith({
      'cards/bbbbbbbbbb.yaml': cleanCard('bbbbbbbbbb'),
      'secret.yaml': cleanCard('aaaaaa0000'),
    })
    symlinkSync('../secret.yaml', join(dir, 'cards/aaaaaa0000.yaml'))
    const { exitCode } = cards(['edit', 'aaaaaa0000', '--set', 'language=en'], { cwd: dir })
    expect(exitCode).toBe(1)
    expect(readFileSync(join(dir, 'secret.yaml'), 'utf8')).toBe(cleanCard('aaaaaa0000'))
    expect(readdirSync(join(dir, 'cards')).sort()).toEqual(['aaaaaa0000.yaml', 'bbbbbbbbbb.yaml'])
  })
})
