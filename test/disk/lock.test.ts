import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { LOCK_NAME, withLock } from '../../src/disk/lock.ts'
import { buildScript, exitOf, start, temporaryFolder } from './child-process.ts'

let folder: string
let lock: string

beforeEach(() => {
  folder = temporaryFolder()
  lock = join(folder, LOCK_NAME)
})

/** A lock file that no process of this test made. */
const lockOf = (pid: number, host = hostname()) =>
  JSON.stringify({ pid, host, token: '0123456789abcdef', since: '2026-02-06T10:00:00.000Z' })

/** Adds 1 to a counter so that two at once would lose counts: read, wait, write. */
const COUNT = `
  import { readFileSync, writeFileSync } from 'node:fs'
  import { setTimeout } from 'node:timers/promises'
  import { withLock } from './lock.ts'
  const [dir, times] = process.argv.slice(2)
  const counter = dir + '/counter'
  for (let i = 0; i < Number(times); i++) {
    await withLock(dir, async () => {
      const count = Number(readFileSync(counter, 'utf8'))
      await setTimeout(Math.random() * 3)
      writeFileSync(counter, String(count + 1))
    })
  }
`

/** Takes the lock, says so, and keeps the processor for itself until it gives the lock back. */
const BUSY = `
  import { withLock } from './lock.ts'
  await withLock(process.argv[2], () => {
    process.send('holding')
    const end = performance.now() + 500
    while (performance.now() < end);
  })
  process.disconnect()
  setTimeout(() => {}, 5000)
`

/** Takes the lock, says so, and keeps it until it is killed. */
const HOLD = `
  import { withLock } from './lock.ts'
  await withLock(process.argv[2], () => {
    process.send('holding')
    return new Promise(() => setInterval(() => {}, 1000))
  })
`

async function killedHolder(): Promise<void> {
  const child = start(buildScript(HOLD), [folder])
  await once(child, 'message')
  child.kill('SIGKILL')
  await exitOf(child)
}

describe('withLock', { timeout: 60_000 }, () => {
  it('gives what the action gives, and holds the lock just while it runs', async () => {
    const result = await withLock(folder, () => {
      expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ host: hostname() })
      return 42
    })
    expect(result).toBe(42)
    expect(readdirSync(folder)).toEqual([])
  })

  it('gives the lock back when the action fails', async () => {
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(readdirSync(folder)).toEqual([])
  })

  it('lets actions of one process wait for each other', async () => {
    let running = 0
    const action = async () => {
      running++
      expect(running).toBe(1)
      await new Promise(resolve => setTimeout(resolve, 5))
      running--
    }
    await Promise.all([1, 2, 3, 4].map(() => withLock(folder, action)))
  })

  it('loses no count of several processes', async () => {
    writeFileSync(join(folder, 'counter'), '0')
    const script = buildScript(COUNT)
    const exits = await Promise.all([1, 2, 3, 4, 5].map(() => exitOf(start(script, [folder, '20']))))
    expect(exits).toEqual([0, 0, 0, 0, 0])
    expect(readFileSync(join(folder, 'counter'), 'utf8')).toBe('100')
    expect(readdirSync(folder)).toEqual(['counter'])
  })

  it('takes over the lock of a process that was killed', async () => {
    await killedHolder()
    expect(existsSync(lock)).toBe(true)
    expect(await withLock(folder, () => 'mine', { patience: 1000 })).toBe('mine')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'gives the lock back before it ends by %s',
    async signal => {
      const child = start(buildScript(HOLD), [folder])
      await once(child, 'message')
      expect(existsSync(lock)).toBe(true)
      child.kill(signal)
      await once(child, 'exit')
      expect(child.signalCode).toBe(signal)
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it('leaves no ear for signals behind', async () => {
    const before = process.listenerCount('SIGINT')
    await withLock(folder, () => expect(process.listenerCount('SIGINT')).toBe(before + 1))
    expect(process.listenerCount('SIGINT')).toBe(before)
  })

  it('still ends by a signal that comes while it works without a pause', async () => {
    const child = start(buildScript(BUSY), [folder])
    await once(child, 'message')
    child.kill('SIGINT')
    await once(child, 'exit')
    expect(child.signalCode).toBe('SIGINT')
    expect(readdirSync(folder)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('does not wait for ever for a lock that is a pipe', async () => {
    execFileSync('mkfifo', [lock])
    await expect(withLock(folder, () => 1)).rejects.toThrow(`Could not read ${lock}: it is no ordinary file.`)
  })

  it('lets in one at a time of several that take over the same lock', async () => {
    const script = buildScript(COUNT)
    writeFileSync(join(folder, 'counter'), '0')
    for (let round = 0; round < 5; round++) {
      await killedHolder()
      const exits = await Promise.all([1, 2, 3, 4].map(() => exitOf(start(script, [folder, '2']))))
      expect(exits).toEqual([0, 0, 0, 0])
    }
    expect(readFileSync(join(folder, 'counter'), 'utf8')).toBe('40')
    expect(readdirSync(folder)).toEqual(['counter'])
  })

  it('takes over also when a taker was killed while it took over', async () => {
    await killedHolder()
    const dead: { token: string; pid: number } = JSON.parse(readFileSync(lock, 'utf8'))
    const taker = { ...dead, token: 'fedcba9876543210' }
    writeFileSync(`${lock}.${dead.token}`, JSON.stringify(taker))
    expect(await withLock(folder, () => 'mine', { patience: 1000 })).toBe('mine')
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes over a lock with its own process number that it does not hold, from before a restart', async () => {
    writeFileSync(lock, lockOf(process.pid))
    expect(await withLock(folder, () => 'mine', { patience: 1000 })).toBe('mine')
  })

  it.each([
    ['a living process', () => lockOf(process.ppid), `process ${process.ppid} on ${hostname()}`],
    ['a process on another host', () => lockOf(4242, 'elsewhere'), 'process 4242 on elsewhere'],
  ])('says who holds it since when, and leaves it, when it is held by %s', async (_, content, who) => {
    writeFileSync(lock, content())
    await expect(withLock(folder, () => 'mine', { patience: 50 })).rejects.toMatchObject({
      code: 'io',
      message: `The library is locked: ${who} has been writing to it since 2026-02-06T10:00:00.000Z.`,
      hint: `Wait for it to finish. If no cards command is running there, delete ${lock}.`,
    })
    expect(readFileSync(lock, 'utf8')).toBe(content())
  })

  it('does not take a lock file that it cannot understand', async () => {
    writeFileSync(lock, '{"pid":')
    await expect(withLock(folder, () => 'mine', { patience: 50 })).rejects.toThrow(`${lock} cannot be read`)
  })

  it('says so when the library is not there', async () => {
    const gone = join(folder, 'gone')
    await expect(withLock(gone, () => 'mine')).rejects.toMatchObject({
      code: 'io',
      message: `Could not lock the library with ${join(gone, LOCK_NAME)}: there is no such file or folder.`,
    })
  })

  it('calls what it locks by its name', async () => {
    const gone = join(folder, 'gone')
    await expect(withLock(gone, () => 'mine', { what: 'folder' })).rejects.toThrow(
      'Could not lock the folder with',
    )
    writeFileSync(lock, lockOf(process.ppid))
    await expect(withLock(folder, () => 'mine', { patience: 50, what: 'folder' })).rejects.toThrow(
      'The folder is locked',
    )
  })

  it('removes what was left by processes that died before they had it, or while they took it over', async () => {
    const child = start(buildScript('process.exit(0)'), [])
    await exitOf(child)
    const dead = JSON.stringify({ pid: child.pid, host: hostname(), token: 'fedcba9876543210', since: '' })
    writeFileSync(join(folder, '.cards.0123456789abcdef.tmp'), 'half')
    writeFileSync(`${lock}.0123456789abcdef`, dead)
    writeFileSync(`${lock}.00000000000000aa`, lockOf(process.ppid))
    await withLock(folder, () => {})
    expect(readdirSync(folder)).toEqual(['.cards.lock.00000000000000aa'])
  })

  it('removes what its last holder left in folders below, also when it died while somebody waited', async () => {
    const child = start(buildScript(HOLD), [folder])
    await once(child, 'message')
    mkdirSync(join(folder, 'below'))
    writeFileSync(join(folder, 'below/.cards.0123456789abcdef.tmp'), 'half')
    const waiting = withLock(folder, () => readdirSync(join(folder, 'below')))
    child.kill('SIGKILL')
    expect(await waiting).toEqual([])
  })
})
