import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanCard, directoryWith } from '../support/library.ts'
import { runCards } from '../support/run-cards.ts'

const NAMES = [
  'plain.yaml',
  'with space.yaml',
  'a "quote".yaml',
  'line\nbreak.yaml',
  'back\\slash.yaml',
  'é.yaml',
]
const idOf = (i: number) => `aaaaaa000${i}`
const files = Object.fromEntries(NAMES.map((name, i) => [`cards/${name}`, cleanCard(idOf(i))]))
const ids = NAMES.map((_, i) => idOf(i))
const set = ['edit', ...ids, '--set', 'language=en']

/** Lets a program apply a patch. */
function apply(cwd: string, patch: string, [program = '', ...args]: readonly string[]): string {
  const { status, stderr, stdout } = spawnSync(program, args, { cwd, input: patch, encoding: 'utf8' })
  return status === 0 ? '' : stdout + stderr
}

describe('the patch of --dry-run', () => {
  it.each([[['git', 'apply']], [['patch', '-p1']]])(
    'is applied by %j, whatever files are called',
    async program => {
      const dir = directoryWith(files)
      const { stdout } = await runCards([...set, '--dry-run'], { cwd: dir })
      expect(apply(dir, stdout, program)).toBe('')
      for (const name of NAMES)
        expect(readFileSync(join(dir, 'cards', name), 'utf8')).toContain('language: en\n')
    },
  )

  it('moves files as git does', async () => {
    const dir = directoryWith(files)
    const { stdout } = await runCards(['retire', ...ids, '--reason', 'Gone.', '--dry-run'], { cwd: dir })
    expect(apply(dir, stdout, ['git', 'apply'])).toBe('')
    for (const name of NAMES) {
      expect(existsSync(join(dir, 'cards', name))).toBe(false)
      expect(readFileSync(join(dir, 'cards/retired', name), 'utf8')).toContain('reason: Gone.\n')
    }
  })

  it('moves files below the top of a repository, where git passes over renames', async () => {
    const top = directoryWith({ 'kb/cards/plain.yaml': cleanCard(idOf(0)) })
    spawnSync('git', ['init', '-q'], { cwd: top })
    const cwd = join(top, 'kb')
    const { stdout } = await runCards(['retire', idOf(0), '--reason', 'Gone.', '--dry-run'], { cwd })
    expect(apply(cwd, stdout, ['git', 'apply'])).toBe('')
    expect(existsSync(join(cwd, 'cards/plain.yaml'))).toBe(false)
    expect(readFileSync(join(cwd, 'cards/retired/plain.yaml'), 'utf8')).toContain('reason: Gone.\n')
  })

  it('has the names below the library where that is elsewhere, and says so', async () => {
    const [dir, cwd] = [directoryWith(files), directoryWith({})]
    const { stdout } = await runCards([...set, '--dry-run', '--dir', join(dir, 'cards')], { cwd })
    expect(stdout).toMatch(`In ${join(dir, 'cards')}:\n--- a/plain.yaml\n+++ b/plain.yaml\n@@`)
    expect(apply(cwd, stdout, ['patch', '-p1', '-d', join(dir, 'cards')])).toBe('')
    expect(readFileSync(join(dir, 'cards/plain.yaml'), 'utf8')).toContain('language: en\n')
  })

  it('of a library made elsewhere has the names below its directory', async () => {
    const [dir, cwd] = [directoryWith({}), directoryWith({})]
    const { stdout } = await runCards(['init', join(dir, 'sources'), '--dry-run', '--ci', 'none'], { cwd })
    expect(stdout).toContain(`In ${dir}:\n--- /dev/null\n+++ b/cards.config.yaml\n`)
    expect(apply(dir, stdout, ['git', 'apply'])).toBe('')
    expect(existsSync(join(dir, 'sources/venues.yaml'))).toBe(true)
  })
})
