import { readFileSync, statSync } from 'node:fs'
import { CardsError } from '../model/errors.ts'
import { ioCode, ioError } from '../model/io-error.ts'

/** What a lock file says. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** Tells this holder from every other, also from one with the same process number. */
  readonly token: string
  readonly since: string
}

/**
 * Who holds a lock; undefined when nobody does, or when the file cannot be understood.
 * @throws {CardsError} `io`, with the system's reason, or for what is no file: reading a pipe might never end
 */
export function readHolder(path: string): Holder | undefined {
  try {
    if (!statSync(path).isFile())
      throw new CardsError('io', `Could not read ${path}: it is no ordinary file.`, 'Delete it.')
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isHolder(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError || ioCode(error) === 'ENOENT') return undefined
    throw ioError(error, 'read', path)
  }
}

function isHolder(value: unknown): value is Holder {
  const { pid, host, token, since } = (value ?? {}) as Partial<Record<keyof Holder, unknown>>
  const isToken = typeof token === 'string' && /^[0-9a-f]{16}$/.test(token)
  return isToken && Number.isSafeInteger(pid) && typeof host === 'string' && typeof since === 'string'
}
