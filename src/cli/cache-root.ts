import { resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** What the program's folder in the user's cache directory is called. */
const NAME = 'source-cards'

/**
 * Where the program keeps what it found out, for the next run: `CARDS_CACHE_DIR`, else its folder in the user's cache
 * directory, which is that of the XDG Base Directory Specification, or of macOS or Windows.
 * @param platform as Node names it
 * @returns an absolute path; undefined when the system names no such directory
 */
export function cacheRoot(env: Environment, cwd: string, platform: string): string | undefined {
  if (env.CARDS_CACHE_DIR) return resolve(cwd, env.CARDS_CACHE_DIR)
  const directory = absolute(env.XDG_CACHE_HOME) ?? systemDirectory(env, platform)
  return directory && `${directory}/${NAME}`
}

function systemDirectory(env: Environment, platform: string): string | undefined {
  if (platform === 'win32') return absolute(env.LOCALAPPDATA)
  const home = absolute(env.HOME)
  return home && `${home}/${platform === 'darwin' ? 'Library/Caches' : '.cache'}`
}

/** The specification has a relative path be ignored: it would be another directory each time. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && /^(?:\/|[A-Za-z]:[\\/])/.test(path) ? path : undefined
}
