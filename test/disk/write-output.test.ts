import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { beforeEach, describe, expect, it } from 'vitest'
import { isStream, streamOutput, writeOutput } from '../../src/disk/write-output.ts'
import { buildScript, exitOf, start, temporaryFolder } from './child-process.ts'

const isRoot = getuid?.() === 0

let folder: string
let path: string

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'out.json')
})

/** Writes without an end, and says so once it has begun. */
const ENDLESS = `
  import { streamOutput } from './write-output.ts'
  function* chunks() {
    for (let i = 0; ; i++) {
      if (i === 3) process.send('writing')
      yield 'x'.repeat(70_000)
      const end = performance.now() + 5
      while (performance.now() < end);
    }
  }
  await streamOutput(process.argv[2], chunks())
`

/** Writes in one go, and stays. */
const IN_ONE_GO = `
  import { writeOutput } from './write-output.ts'
  writeOutput(process.argv[2], Buffer.alloc(100_000_000))
  setTimeout(() => {}, 5000)
`

describe('an output', { timeout: 60_000 }, () => {
  it.each([
    ['in one go', async (text: string) => writeOutput(path, text)],
    ['in chunks', (text: string) => streamOutput(path, [text.slice(0, 2), text.slice(2)])],
  ])('is written %s, whole, and replaces what was there but for its mode', async (_, write) => {
    await write('first')
    chmodSync(path, 0o600)
    await write('second')
    expect(readFileSync(path, 'utf8')).toBe('second')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    symlinkSync('out.json', join(folder, 'link'))
    expect(readdirSync(folder).sort()).toEqual(['link', 'out.json'])
  })

  it('goes where a link leads, which stays', async () => {
    writeFileSync(path, 'old')
    symlinkSync('out.json', join(folder, 'link'))
    await streamOutput(join(folder, 'link'), ['new'])
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['link', 'out.json'])
  })

  it('that fails in the middle leaves what was there, and nothing else', async () => {
    writeFileSync(path, 'old')
    const chunks = function* () {
      yield 'half'
      throw new Error('no card')
    }
    await expect(streamOutput(path, chunks())).rejects.toThrow('no card')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.json'])
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ended by %s leaves nothing', async signal => {
    const child = start(buildScript(ENDLESS), [path])
    await once(child, 'message')
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.cards\.[0-9a-f]{16}\.tmp$/)])
    child.kill(signal)
    await exitOf(child)
    expect(child.signalCode).toBe(signal)
    expect(readdirSync(folder)).toEqual([])
  })

  it('that is written in one go is whole before a signal ends the process', async () => {
    const child = start(buildScript(IN_ONE_GO), [path])
    while (readdirSync(folder).length === 0) await new Promise(resolve => setImmediate(resolve))
    child.kill('SIGINT')
    await exitOf(child)
    expect(child.signalCode).toBe('SIGINT')
    expect([readdirSync(folder), statSync(path).size]).toEqual([['out.json'], 100_000_000])
  })

  it('leaves no ear for signals behind', async () => {
    const before = process.listenerCount('SIGINT')
    await streamOutput(path, ['x'])
    writeOutput(path, 'x')
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(process.listenerCount('SIGINT')).toBe(before)
  })

  it('says what is wrong with its place', async () => {
    mkdirSync(join(folder, 'dir'))
    await expect(streamOutput(join(folder, 'gone/x'), ['x'])).rejects.toMatchObject({
      code: 'io',
      message: `Could not write ${join(folder, 'gone/x')}: there is no such file or folder.`,
    })
    await expect(streamOutput(join(folder, 'dir'), ['x'])).rejects.toThrow('it is a folder')
    expect(readdirSync(folder)).toEqual(['dir'])
  })

  it.skipIf(isRoot)(
    'says so when the folder may not be written (skipped for root, whom modes do not stop)',
    async () => {
      chmodSync(folder, 0o555)
      await expect(streamOutput(path, ['x'])).rejects.toThrow('permission denied')
      chmodSync(folder, 0o755)
      expect(existsSync(path)).toBe(false)
    },
  )

  it.skipIf(process.platform === 'win32')('goes into a pipe as it comes', async () => {
    execFileSync('mkfifo', [path])
    const reader = execFileSync.bind(undefined, 'sh')
    // The reader must be there first, or opening the pipe would wait for ever.
    const child = start(
      buildScript(`
      import { streamOutput } from './write-output.ts'
      await streamOutput(process.argv[2], ['one', 'two'])
    `),
      [path],
    )
    expect(reader(['-c', `cat '${path}'`]).toString()).toBe('onetwo')
    expect(await exitOf(child)).toBe(0)
    expect(readdirSync(folder)).toEqual(['out.json'])
  })
})

describe('a place to write to', () => {
  it('is a stream when nothing there can be replaced', () => {
    writeFileSync(path, 'x')
    expect([path, join(folder, 'none'), '/dev/null'].map(isStream)).toEqual([false, false, true])
  })
})
