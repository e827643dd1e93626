import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../src/load/schemas.ts'
import { resourceId } from '../../src/model/stable-id.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const A = 'aaaaaaaaa1'
const B = 'bbbbbbbbb2'
const run = (dir: string, ...args: string[]) => runCards([...args, '--dir', '.'], { cwd: dir })
const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8')
const retired = (text: string, ...more: string[]) =>
  `${text}${['retired:', '  date: "2026-01-01"', '  reason: Old.', ...more, ''].join('\n')}`

describe('cards revive', () => {
  it.each([
    ['at the top', `${A}.yaml`],
    ['in a folder', 'blog/attention.yaml'],
    ['in a shard', `aa/${A}.yaml`],
  ])('undoes retire, to the byte and to the path, for a card %s', async (_, path) => {
    const text = `\ufeff# mine\r\n${cardText(A, 'tags: [x] # c').replaceAll('\n', '\r\n').trimEnd()}`
    const dir = directoryWith({ [path]: text, [`${B}.yaml`]: cardText(B) })
    await run(dir, 'retire', A, '--reason', 'Wrong.', '--replaced-by', B)
    expect(existsSync(join(dir, path))).toBe(false)
    expect(await run(dir, 'revive', A)).toMatchObject({
      stdout: `${path}\n`,
      stderr: `Brought back ${A} “Card ${A}”.\n- ${A} led to ${B}; now it leads to the card itself again.\n`,
      exitCode: 0,
    })
    expect(read(dir, path)).toBe(text)
    expect(existsSync(join(dir, `retired/${path}`))).toBe(false)
  })

  it.each([
    ['its ID', A],
    ['its ID in another case', A.toUpperCase()],
    ['the start of its ID', 'aaaa'],
    ['its URL', `https://example.org/${A}`],
    ['an alias', 'old-name'],
    ['its path', `retired/${A}.yaml`],
  ])('finds the retired card itself, and not its replacement, by %s', async (_, reference) => {
    const dir = directoryWith({
      [`retired/${A}.yaml`]: retired(cardText(A, 'aliases: [old-name]'), `  replaced_by: ${B}`),
      [`${B}.yaml`]: cardText(B),
    })
    expect(await run(dir, 'revive', reference)).toMatchObject({ stdout: `${A}.yaml\n`, exitCode: 0 })
  })

  it('puts it into another folder', async () => {
    const dir = directoryWith({ [`retired/${A}.yaml`]: retired(cardText(A)) })
    expect((await run(dir, 'revive', A, '--folder', 'blog/old')).stdout).toBe(`blog/old/${A}.yaml\n`)
    expect(read(dir, `blog/old/${A}.yaml`)).toBe(cardText(A))
  })

  it.each(['../x', '/tmp', 'retired', '.git/x'])('refuses the folder %s', async folder => {
    const dir = directoryWith({ [`retired/${A}.yaml`]: retired(cardText(A)) })
    expect(await run(dir, 'revive', A, '--folder', folder)).toMatchObject({ stdout: '', exitCode: 2 })
  })

  it('refuses while another card stands for it, and says how to take them apart', async () => {
    const dir = directoryWith({
      [`retired/${A}.yaml`]: retired(cardText(A)),
      [`${B}.yaml`]: cardText(B, `aliases: [${A}]`),
    })
    const { stderr, exitCode } = await run(dir, 'revive', A, '--force')
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`${B} “Card ${B}” stands for ${A}: they were merged.`)
    expect(stderr).toContain(`cards edit ${B} --remove aliases=${A}`)
  })

  it('says all at once what takes a merged card apart, and that is enough', async () => {
    const old = 'https://example.org/a?b=c'
    const text = cardText(A, 'aliases: [dup-alias]').replace(/url: .*/, `url: ${old}`)
    const dir = directoryWith({ [`${A}.yaml`]: text, [`${B}.yaml`]: cardText(B) })
    await run(dir, 'merge', B, A)
    const { stderr } = await run(dir, 'revive', A)
    const hash = resourceId(old)
    const edit = `cards edit ${B} --remove aliases=${A} --remove aliases=${hash} --remove aliases=dup-alias --remove 'also_at=${old}'`
    expect(stderr).toContain(`  ${edit}\n  cards revive ${A}\n`)
    const words = edit.replaceAll("'", '').split(' ').slice(1)
    expect((await run(dir, ...words)).exitCode).toBe(0)
    expect((await run(dir, 'revive', A)).exitCode).toBe(0)
    expect(read(dir, `${A}.yaml`)).toBe(text)
    expect(read(dir, `${B}.yaml`)).toBe(cardText(B))
    expect((await run(dir, 'lint')).stdout).not.toContain('duplicate')
  })

  it('says that two cards of one source need --force, once they are apart', async () => {
    const dir = directoryWith({
      [`${A}.yaml`]: cardText(A, 'doi: 10.1000/x'),
      [`${B}.yaml`]: cardText(B, 'doi: 10.1000/x'),
    })
    await run(dir, 'merge', B, A)
    expect((await run(dir, 'revive', A)).stderr).toContain(`\n  cards revive ${A} --force\n`)
  })

  it('refuses the second of two cards for one source', async () => {
    const dir = directoryWith({
      [`retired/${A}.yaml`]: retired(cardText(A, 'pmid: "123456"')),
      [`retired/${B}.yaml`]: retired(cardText(B, 'pmid: "123456"')),
    })
    const { stderr, exitCode } = await run(dir, 'revive', A, B)
    expect(stderr).toContain(`${A} “Card ${A}” is for the same source as ${B}.`)
    expect(exitCode).toBe(1)
    expect(existsSync(join(dir, `${A}.yaml`))).toBe(false)
  })

  it('refuses when a card in use has the ID, also in another case', async () => {
    const dir = directoryWith({
      'retired/old.yaml': retired(cardText(A)),
      'x.yaml': cardText(A.toUpperCase()),
    })
    const { stderr, exitCode } = await run(dir, 'revive', 'retired/old.yaml')
    expect(stderr).toContain(`The card x.yaml has the ID ${A.toUpperCase()}.`)
    expect(exitCode).toBe(1)
  })

  it('refuses a second card for one source, unless it is forced', async () => {
    const dir = directoryWith({
      [`retired/${A}.yaml`]: retired(cardText(A)),
      [`${B}.yaml`]: cardText(B, `also_at: [http://www.example.org/${A}/]`),
    })
    expect((await run(dir, 'revive', A)).stderr).toContain(`${B} “Card ${B}” is for the same source as ${A}.`)
    expect(await run(dir, 'revive', A, '--force')).toMatchObject({ stdout: `${A}.yaml\n`, exitCode: 0 })
  })

  it('refuses a place that is taken', async () => {
    const dir = directoryWith({ 'retired/x.yaml': retired(cardText(A)), 'X.yaml': cardText(B) })
    expect((await run(dir, 'revive', A)).stderr).toContain('x.yaml is there already.')
  })

  it('ends what was interrupted, notes what is in use, and says no to what there is not', async () => {
    const dir = directoryWith({ [`retired/${A}.yaml`]: retired(cardText(A)), [`${A}.yaml`]: cardText(A) })
    expect(await run(dir, 'revive', A)).toMatchObject({ stdout: `${A}.yaml\n`, exitCode: 0 })
    expect(existsSync(join(dir, `retired/${A}.yaml`))).toBe(false)
    expect(await run(dir, 'revive', A)).toMatchObject({
      stdout: '',
      stderr: `${A} is not retired.\n`,
      exitCode: 0,
    })
    expect(await run(dir, 'revive', 'nonesuch00')).toMatchObject({ exitCode: 1 })
  })

  it('shows what it would do, and gives JSON as its schema has it', async () => {
    const dir = directoryWith({ [`retired/${A}.yaml`]: retired(cardText(A)) })
    const dry = await run(dir, 'revive', A, '--dry-run')
    expect(dry.stdout).toContain('-retired:\n')
    expect(existsSync(join(dir, `${A}.yaml`))).toBe(false)
    const json = JSON.parse((await run(dir, 'revive', A, '--json')).stdout)
    expect(new Ajv2020({ strict: false }).validate(schemas['output-revive'], json)).toBe(true)
    expect(json).toEqual({ revived: [{ id: A, from: `retired/${A}.yaml`, path: `${A}.yaml` }], already: [] })
  })
})
