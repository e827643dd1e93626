import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { directoryWith } from '../../support/library.ts'
import { cards, start } from '../../support/process.ts'

const MANY = 20

/** Runs `cards add` for each source in a process of its own, all at once. */
async function addAtOnce(root: string, sources: readonly string[]) {
  return Promise.all(
    sources.map(async (source, i) => {
      const child = start(['add', source, '--no-fetch', '--title', `The Title of Source ${i}`], { cwd: root })
      const [stdout, stderr, exitCode] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        new Promise<number | null>(done => child.on('close', done)),
      ])
      return { stdout, stderr, exitCode }
    }),
  )
}

const files = (root: string) => readdirSync(join(root, 'cards'))

describe('20 processes that add cards at once', () => {
  it('all succeed for different sources, and lose nothing', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const sources = Array.from({ length: MANY }, (_, i) => `https://www.rfc-editor.org/rfc/rfc${2000 + i}`)
    const outcomes = await addAtOnce(root, sources)
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual(sources.map(() => 0))
    const names = outcomes.map(({ stdout }) => `${stdout.slice(0, 10)}.yaml`)
    expect(files(root).sort()).toEqual([...names, 'pages.yaml'].sort())
    const listed = JSON.parse(cards(['list', '--json'], { cwd: root }).stdout) as { url: string }[]
    expect(listed.map(({ url }) => url).sort()).toEqual(sources)
    expect(cards(['lint'], { cwd: root }).exitCode).toBe(0)
  }, 120_000)

  it('add one card for one source, and all others are told which', async () => {
    const root = directoryWith({ 'cards/pages.yaml': '[]' })
    const forms = [
      'https://www.rfc-editor.org/rfc/rfc2606',
      'http://rfc-editor.org/rfc/rfc2606/?utm_source=x',
    ]
    const outcomes = await addAtOnce(
      root,
      Array.from({ length: MANY }, (_, i) => forms[i % 2] ?? ''),
    )
    const [added, ...more] = outcomes.filter(({ exitCode }) => exitCode === 0)
    expect(more).toEqual([])
    const id = added?.stdout.slice(0, 10)
    expect(files(root).sort()).toEqual([`${id}.yaml`, 'pages.yaml'].sort())
    const refused = outcomes.filter(outcome => outcome !== added)
    for (const { stdout, stderr, exitCode } of refused) {
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 })
      expect(stderr).toContain(`error: The library has a card for this source: ${id} `)
    }
  }, 120_000)
})
