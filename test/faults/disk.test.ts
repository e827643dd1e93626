import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { getuid } from 'node:process'
import { describe, expect, it } from 'vitest'
import { cleanCard, directoryWith } from '../support/library.ts'
import { filesOf, leftoversOf } from '../support/library-files.ts'
import { CARDS, cards } from '../support/process.ts'
import { canMount, withMounts } from '../support/small-disk.ts'

const ids = Array.from({ length: 30 }, (_, i) => `aaaaaa${String(i).padStart(4, '0')}`)
const records = ids.map(id => `- url: https://example.org/${id}\n  title: Card ${id}\n  type: web\n`).join('')
const library = () =>
  directoryWith({
    ...Object.fromEntries(ids.map(id => [`cards/${id}.yaml`, cleanCard(id)])),
    'new.yaml': records,
  })

/** Copies the library to a small disk, runs `cards`, and copies what it left back. */
const ON_SMALL_DISK = `
  dir="$1"; pages="$2"; filler="$3"; shift 3
  mount -t tmpfs -o size=$((pages * 4))k tmpfs /mnt
  mkdir /mnt/cards; cp "$dir"/cards/* /mnt/cards
  if [ "$filler" = full ]; then head -c 10M /dev/zero > /mnt/filler 2>/dev/null || true; fi
  status=0; cards "$@" --dir /mnt/cards || status=$?
  mkdir "$dir/left"; cp -a /mnt/cards/. "$dir/left"
  exit $status
`

describe.skipIf(!canMount)('a disk that is full (skipped where nothing may be mounted)', () => {
  it('keeps what an import has written, whole, says how far it came, and lets it go on', () => {
    const dir = library()
    const { stderr, exitCode } = withMounts(
      ON_SMALL_DISK,
      dir,
      '42',
      'empty',
      'import',
      '-f',
      'longterm-wiki',
      `${dir}/new.yaml`,
    )
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /^error: Could not write \/mnt\/cards\/\w{10}\.yaml: the disk is full\.\nBefore that, \d+ of 30 files were written; the same command, run again, does the rest\.\nFree some space and run the command again; nothing was left half-written\.\n$/,
    )
    const left = filesOf(`${dir}/left`)
    const made = Number(/that, (\d+)/.exec(stderr)?.[1])
    expect(left.size).toBe(ids.length + made)
    for (const [path, text] of filesOf(`${dir}/cards`)) expect(left.get(path)).toBe(text)
    expect(leftoversOf(`${dir}/left`)).toEqual([])
    const again = cards(['import', '-f', 'longterm-wiki', `${dir}/new.yaml`, '--dir', `${dir}/left`])
    expect(again.stdout).toContain(`Made ${30 - made} cards in `)
    expect(cards(['lint', '--dir', `${dir}/left`]).stdout).toContain('60 cards')
  })

  it.each([
    ['edit', 'aaaaaa0000', '--set', 'language=en'],
    ['retire', 'aaaaaa0000', '--reason', 'Gone.'],
    ['merge', 'aaaaaa0000', 'aaaaaa0001', '--yes'],
    ['add', 'https://example.org/x', '--no-fetch', '--title', 'X', '--type', 'web'],
  ])('changes nothing and says so when there is no room at all: %s', (...words) => {
    const dir = library()
    const { stderr, exitCode } = withMounts(ON_SMALL_DISK, dir, '40', 'full', ...words)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/the disk is full\.\nFree some space and run the command again/)
    expect([...filesOf(`${dir}/left`)]).toEqual([...filesOf(`${dir}/cards`)])
    expect(leftoversOf(`${dir}/left`)).toEqual([])
  })
})

const WRITERS: readonly (readonly string[])[] = [
  ['edit', 'aaaaaa0000', '--set', 'language=en'],
  ['retire', 'aaaaaa0000', '--reason', 'Gone.'],
  ['merge', 'aaaaaa0000', 'aaaaaa0001', '--yes'],
  ['add', 'https://example.org/x', '--no-fetch', '--title', 'X', '--type', 'web'],
  ['import', '-f', 'longterm-wiki', 'new.yaml'],
]

describe.skipIf(!canMount)('a file system that is read-only (skipped where nothing may be mounted)', () => {
  it.each(WRITERS)('is told, and read all the same: %s', (...words) => {
    const dir = library()
    const script = `
      cd "$1"; shift
      mount --bind cards cards; mount -o remount,ro,bind cards cards
      cards list --count --quiet
      cards "$@"
    `
    expect(withMounts(script, dir, ...words)).toEqual({
      stdout: '30\n',
      stderr: `error: Could not lock the library with ${dir}/cards/.cards.lock: the file system is read-only.\nWork on a copy of the library that can be written.\n`,
      exitCode: 2,
    })
  })
})

/** How to be somebody whom permissions stop; undefined where there is no way. */
const somebody =
  getuid?.() !== 0
    ? []
    : spawnSync('setpriv', ['--version']).status === 0
      ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
      : undefined

describe.skipIf(somebody === undefined)(
  'a folder that may not be written (skipped for root without setpriv)',
  () => {
    it.each(WRITERS)('is told, and read all the same: %s', (...words) => {
      const dir = library()
      chmodSync(dir, 0o755)
      chmodSync(`${dir}/cards`, 0o555)
      const run = (...args: string[]) => {
        const [program = '', ...line] = [...(somebody ?? []), process.execPath, CARDS, ...args]
        const { PATH = '' } = process.env
        const { stdout, stderr, status } = spawnSync(program, line, {
          cwd: dir,
          encoding: 'utf8',
          env: { PATH },
        })
        return { stdout, stderr, exitCode: status }
      }
      expect(run('list', '--count').stdout).toBe('30\n')
      expect(run(...words)).toEqual({
        stdout: '',
        stderr: `error: Could not lock the library with ${dir}/cards/.cards.lock: permission denied.\nCheck who owns the file and its folder, and that you may write there.\n`,
        exitCode: 2,
      })
      chmodSync(`${dir}/cards`, 0o755)
    })
  },
)

describe.skipIf(!canMount)('a card that is a mount of its own (skipped where nothing may be mounted)', () => {
  it.each([
    ['edit', 'aaaaaa0000', '--set', 'language=en'],
    ['retire', 'aaaaaa0000', '--reason', 'Gone.'],
    ['merge', 'aaaaaa0001', 'aaaaaa0000', '--yes'],
  ])('stays where and as it is, with no copy elsewhere, and the reason is told: %s', (...words) => {
    const dir = library()
    const script = `
      cd "$1"; shift
      mount --bind cards/aaaaaa0000.yaml cards/aaaaaa0000.yaml
      cards "$@"
    `
    const { stdout, stderr, exitCode } = withMounts(script, dir, ...words)
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr).toMatch(/^error: Could not (?:write|move) \S*cards\/aaaaaa0000\.yaml: \S/)
    expect([...filesOf(`${dir}/cards`).keys()]).toEqual(ids.map(id => `${id}.yaml`))
    expect(filesOf(`${dir}/cards`).get('aaaaaa0000.yaml')).toBe(cleanCard('aaaaaa0000'))
    expect(leftoversOf(`${dir}/cards`)).toEqual([])
  })
})
