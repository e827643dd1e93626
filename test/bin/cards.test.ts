import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directoryWith } from '../support/library.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A copy of the built program, to be damaged. */
function installation(): string {
  const dir = directoryWith({})
  for (const folder of ['bin', 'dist', 'cards'])
    cpSync(join(root, folder), join(dir, folder), { recursive: true })
  return dir
}

function run(dir: string) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(dir, 'bin/cards.cjs'), 'show', 'MDc4MjQ5Yj', '--dir', join(dir, 'cards'), '--field', 'title'],
    { encoding: 'utf8' },
  )
  return { stdout, stderr, status }
}

const right = { stdout: 'Goodfire and Training on Interpretability\n', stderr: '', status: 0 }

interface Loader {
  load(): unknown
  scripts: { script: { cachedDataRejected?: boolean } }[]
}

/** Whether the loader took the code cache of a copy of the program. */
function usesCache(dir: string): boolean {
  const { ProgramLoader } = createRequire(import.meta.url)(join(root, 'bin/cards.cjs')) as {
    ProgramLoader: new (directory: string) => Loader
  }
  const loader = new ProgramLoader(join(dir, 'dist'))
  loader.load()
  // Undefined when no cache was given to V8 at all.
  return loader.scripts[0]?.script.cachedDataRejected === false
}

describe('the code cache', () => {
  it('is used as it was built', () => {
    const dir = installation()
    expect(usesCache(dir)).toBe(true)
    expect(run(dir)).toEqual(right)
  })

  it('is not needed', () => {
    const dir = installation()
    for (const file of ['cards.cache', 'more.cache']) rmSync(join(dir, 'dist', file))
    expect(usesCache(dir)).toBe(false)
    expect(run(dir)).toEqual(right)
  })

  it('is not used for a program that has changed since, though it has the same length', () => {
    const dir = installation()
    const file = join(dir, 'dist/cards.cjs')
    writeFileSync(file, readFileSync(file, 'utf8').replace('This is a bug', 'That is a bug'))
    expect(usesCache(dir)).toBe(false)
    expect(run(dir)).toEqual(right)
  })

  it.each([
    [
      'another Node',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(/^node \d+/, 'node 99'), 'latin1'),
    ],
    ['nothing', () => Buffer.alloc(0)],
    ['its first half', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['all but its last byte', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ])('is not used when it is of %s', (_, change) => {
    const dir = installation()
    const file = join(dir, 'dist/cards.cache')
    writeFileSync(file, change(readFileSync(file)))
    expect(usesCache(dir)).toBe(false)
    expect(run(dir)).toEqual(right)
  })

  it('is not used when a single bit of it is wrong, wherever', () => {
    const dir = installation()
    const file = join(dir, 'dist/cards.cache')
    const bytes = readFileSync(file)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (place, bit) => {
        const damaged = Buffer.from(bytes)
        damaged[place] = (damaged[place] ?? 0) ^ (1 << bit)
        writeFileSync(file, damaged)
        expect(usesCache(dir)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('is made again after an installation', () => {
    const dir = installation()
    rmSync(join(dir, 'dist/cards.cache'))
    expect(spawnSync(process.execPath, [join(dir, 'bin/make-code-cache.cjs')]).status).toBe(0)
    expect(usesCache(dir)).toBe(true)
  })

  it('is not made, without complaint, where there is no program yet', () => {
    const dir = installation()
    rmSync(join(dir, 'dist'), { recursive: true })
    const { status, stderr } = spawnSync(process.execPath, [join(dir, 'bin/make-code-cache.cjs')], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
