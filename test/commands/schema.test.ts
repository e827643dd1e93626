import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCards, SAMPLE } from '../support/run-cards.ts'

const folder = join(SAMPLE, '..', 'schemas')
const names = readdirSync(folder).map(file => file.replace('.schema.json', ''))

describe('cards schema', () => {
  it('lists every schema', async () => {
    const { stdout } = await runCards(['schema'])
    expect(
      stdout
        .split('\n')
        .map(line => line.split(' ')[0])
        .filter(Boolean)
        .sort(),
    ).toEqual([...names].sort())
    expect(stdout).toMatch(/^card +Source card$/m)
  })

  it.each(names)('prints %s', async name => {
    const { stdout, exitCode } = await runCards(['schema', name])
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')))
    expect(exitCode).toBe(0)
  })

  it('refuses one that there is not', async () => {
    expect(await runCards(['schema', 'crad'])).toMatchObject({
      stderr: 'error: There is no schema `crad`.\nDid you mean `card`?\n',
      exitCode: 2,
    })
    expect(await runCards(['schema', 'zzz'])).toMatchObject({ exitCode: 2 })
    expect(await runCards(['schema', 'card', 'pages'])).toMatchObject({ exitCode: 2 })
  })
})
