import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { killedRun } from '../support/killed-run.ts'
import { cleanCard, directoryWith } from '../support/library.ts'
import { filesOf } from '../support/library-files.ts'
import { CARDS, cards } from '../support/process.ts'
import { canMount, withMounts } from '../support/small-disk.ts'

const library = (count: number) =>
  directoryWith(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => {
        const id = `aaaaaa${String(i).padStart(4, '0')}`
        return [`cards/${id}.yaml`, cleanCard(id, `summary: ${'long '.repeat(400)}`)]
      }),
    ),
  )

const TO_FOLDER = ['export', '-f', 'markdown', '-o', 'site/']

describe('an export that is killed', { timeout: 120_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s leaves nothing of a file', async signal => {
    const cwd = library(300)
    mkdirSync(join(cwd, 'out'))
    const child = spawn(process.execPath, [CARDS, 'export', '-o', 'out/all.md'], { cwd, stdio: 'ignore' })
    const end = new Promise(resolve => child.once('close', resolve))
    while (readdirSync(join(cwd, 'out')).length === 0 && child.exitCode === null)
      await new Promise(resolve => setImmediate(resolve))
    child.kill(signal)
    await end
    // It may have been done by then: never is there a part of it.
    const whole = cards(['export', '-f', 'markdown'], { cwd }).stdout
    const left = readdirSync(join(cwd, 'out'))
    expect(left).toEqual(child.signalCode === null || existsSync(join(cwd, 'out/all.md')) ? ['all.md'] : [])
    if (left.length > 0) expect(readFileSync(join(cwd, 'out/all.md'), 'utf8')).toBe(whole)
  })

  it.each(['SIGKILL', 'SIGINT'] as const)(
    'by %s while it writes a folder is healed by the next run',
    async signal => {
      const cwd = library(60)
      const expected = library(60)
      cards(TO_FOLDER, { cwd: expected })
      for (const after of [0, 5, 30]) {
        const dir = join(cwd, 'site')
        mkdirSync(dir, { recursive: true })
        await killedRun(TO_FOLDER, { cwd, dir }, { after, from: 'write', signal })
        if (signal === 'SIGINT') expect(readdirSync(dir).filter(name => /tmp$|lock$/.test(name))).toEqual([])
        const { stderr, exitCode } = cards(TO_FOLDER, { cwd })
        expect([stderr, exitCode]).toEqual([expect.stringContaining('60 cards in site: '), 0])
        expect(readdirSync(dir).sort()).toEqual(readdirSync(join(expected, 'site')).sort())
        expect(filesOf(dir)).toEqual(filesOf(join(expected, 'site')))
        cards(['export', 'title:nothing', '-f', 'markdown', '-o', 'site/', '--force'], { cwd })
        expect(readdirSync(dir)).toEqual(['.cards-export.json', 'index.md'])
      }
    },
  )
})

describe.skipIf(!canMount)('an export to a disk that is full (skipped where nothing may be mounted)', () => {
  const ON_SMALL_DISK = `
    cd "$1"; shift
    mount -t tmpfs -o size=64k tmpfs /mnt
    status=0; cards "$@" || status=$?
    ls -A /mnt >&2
    exit $status
  `

  it('leaves nothing of a file', () => {
    const { stderr, exitCode } = withMounts(ON_SMALL_DISK, library(60), 'export', '-o', '/mnt/all.md')
    expect([stderr, exitCode]).toEqual([
      'error: Could not write /mnt/all.md: the disk is full.\n' +
        'Free some space and run the command again; nothing was left half-written.\n',
      2,
    ])
  })

  it('leaves whole pages in a folder, and says that the next run does the rest', () => {
    const { stderr, exitCode } = withMounts(ON_SMALL_DISK, library(60), ...TO_FOLDER.slice(0, -1), '/mnt/')
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /^error: Could not write \/mnt\/(?:\w+\.md|\.cards-export\.json): the disk is full\.\n/,
    )
    expect(stderr).toMatch(/\d+ of 61 files were written; the same command, run again, does the rest\.\n/)
    expect(stderr).not.toMatch(/tmp|lock/)
  })
})
