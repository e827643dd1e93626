import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readdirSync, renameSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
// Whose lock it is, and whether its holder lives: beside main and signals, the one thing that asks about processes.
import { kill, pid } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { CardsError } from '../model/errors.ts'
import { ioCode, ioError } from '../model/io-error.ts'
import { type Holder, readHolder } from './lock-holder.ts'
import { onSignals } from './on-signals.ts'
import { removeLeftovers, removeQuietly, writeBeside, writeNew } from './temporary-file.ts'

/** The file that says who is writing to a library. */
export const LOCK_NAME = '.cards.lock'

/** Tokens that this very process holds: a lock with our process number but none of these is from before a restart. */
const held = new Set<string>()

export interface LockOptions {
  /** How long to wait for one and the same living holder, in milliseconds. */
  readonly patience?: number
  /** What messages call the directory: `library` when left out. */
  readonly what?: string
}

/**
 * Does something to a library while no other process of ours does. Waits its turn; not re-entrant.
 *
 * The lock of a process that died is taken over. It is enough to know who holds it: hosts are told apart by name,
 * and the holder on another host counts as living.
 *
 * @param dir the library's directory, or another in which we write
 * @throws {CardsError} `io` when the lock is still held then: by whom, and since when
 */
export async function withLock<T>(
  dir: string,
  action: () => T | Promise<T>,
  { patience = 10_000, what = 'library' }: LockOptions = {},
): Promise<T> {
  const path = join(dir, LOCK_NAME)
  const me: Holder = {
    pid,
    host: hostname(),
    token: randomBytes(8).toString('hex'),
    since: new Date().toISOString(),
  }
  held.add(me.token)
  const stopListening = onSignals(() => release(path, me))
  try {
    const isTakenOver = (await acquire(path, me, patience, what)) === 'taken over'
    try {
      removeLeftovers(dir, isTakenOver)
      removeDeadRights(dir)
      return await action()
    } finally {
      release(path, me)
    }
  } finally {
    held.delete(me.token)
    await stopListening()
  }
}

async function acquire(path: string, me: Holder, patience: number, what: string): Promise<Acquired> {
  let holder = readHolder(path)?.token
  let deadline = performance.now() + patience
  for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
    const acquired = tryAcquire(path, me, what)
    if (acquired) return acquired
    const now = readHolder(path)?.token
    // A queue that moves on is worth waiting in.
    if (now !== holder) deadline = performance.now() + patience
    holder = now
    if (performance.now() > deadline) throw heldError(path, what)
    // Of processes that started together, each waits a little differently.
    await wait(pause * (0.5 + Math.random()))
  }
}

/** How a lock was come by: nobody had it, or somebody who died. */
type Acquired = 'claimed' | 'taken over'

function tryAcquire(path: string, me: Holder, what: string): Acquired | undefined {
  if (claim(path, me, what)) return 'claimed'
  const holder = readHolder(path)
  return holder !== undefined && isDead(holder) && takeOver(path, holder, me, what) ? 'taken over' : undefined
}

/** Makes the lock file, whole and only if there is none. */
function claim(path: string, me: Holder, what: string): boolean {
  if (existsSync(path)) return false
  const content = JSON.stringify(me)
  try {
    const temporary = writeBeside(path, content)
    try {
      linkSync(temporary, path)
    } catch (error) {
      if (ioCode(error) === 'EEXIST') return false
      // No hard links here. A lock that is read half-written has no holder and is waited for.
      writeNew(path, content)
    } finally {
      removeQuietly(temporary)
    }
    return true
  } catch (error) {
    if (ioCode(error) === 'EEXIST') return false
    throw ioError(error, `lock the ${what} with`, path)
  }
}

/**
 * Takes the lock of a dead process. Deleting it and claiming it anew would let two takers in: the slower would
 * delete the lock of the faster. So the right to replace just this lock is itself a lock, named by its token; it
 * is claimed, and if need be taken over, in the same way. With it in hand the old lock can be changed by no one else,
 * and if it is still there it is replaced in one step.
 */
function takeOver(path: string, dead: Holder, me: Holder, what: string): boolean {
  const right = `${path}.${dead.token}`
  if (!tryAcquire(right, me, what)) return false
  try {
    if (readHolder(path)?.token !== dead.token) return false
    renameSync(writeBeside(path, JSON.stringify(me)), path)
    return true
  } catch (error) {
    throw ioError(error, 'take over', path)
  } finally {
    release(right, me)
  }
}

/** Removes the rights to take over that processes left that died with them. Only under the lock itself. */
function removeDeadRights(dir: string): void {
  for (const name of readdirSync(dir)) {
    if (!/^\.cards\.lock(?:\.[0-9a-f]{16})+$/.test(name)) continue
    const holder = readHolder(join(dir, name))
    if (holder && isDead(holder)) removeQuietly(join(dir, name))
  }
}

function release(path: string, me: Holder): void {
  // Someone may have deleted the lock by hand, and another made theirs.
  if (readHolder(path)?.token === me.token) removeQuietly(path)
}

function isDead(holder: Holder): boolean {
  if (holder.host !== hostname() || holder.pid <= 0) return false
  if (holder.pid === pid) return !held.has(holder.token)
  try {
    kill(holder.pid, 0)
    return false
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    return ioCode(error) === 'ESRCH'
  }
}

function heldError(path: string, what: string): CardsError {
  const holder = readHolder(path)
  const who = holder
    ? `process ${holder.pid} on ${holder.host} has been writing to it since ${holder.since}`
    : `${path} cannot be read`
  return new CardsError(
    'io',
    `The ${what} is locked: ${who}.`,
    `Wait for it to finish. If no cards command is running there, delete ${path}.`,
  )
}
