import { readdirSync, realpathSync } from 'node:fs'
import { extname, isAbsolute, join, relative, resolve } from 'node:path'
import { CardsError } from '../model/errors.ts'
import { globs } from '../model/glob.ts'
import { ioReason } from '../model/io-error.ts'
import { isBelow } from '../model/is-below.ts'
import { compareText } from '../model/order.ts'
import { alternatives } from './alternatives.ts'
import { exportedFiles } from './exported-files.ts'
import { toSlashes } from './library-path.ts'
import { pathKind } from './path-kind.ts'

/** The files that patterns name, by the paths that the user would name them by. */
export interface FoundDocuments {
  readonly names: readonly string[]
  /** How many files were passed over that `cards export` made. */
  readonly exported: number
}

/**
 * The files that patterns name, sorted, each once: paths as they are, of directories the files of some endings at any
 * depth, and globs (`docs/**\/*.md`, `{a,b}` too), which take files of these endings unless they end in another.
 * `node_modules` and what starts with a dot are passed over. Links are followed; a file that is reached twice is taken
 * under one path, and loops end. What `cards export` made is no document, as it says what the cards do.
 * @param endings with their dot, in lower case
 * @throws CardsError `io` for a pattern that leads to no document
 */
export function findDocuments(
  patterns: readonly string[],
  cwd: string,
  endings: readonly string[],
): FoundDocuments {
  const byRealPath = new Map<string, string>()
  const isExported = exportedFiles()
  const exported = new Set<string>()
  for (const pattern of patterns) {
    const found = filesOf(pattern, cwd, endings)
    if (found.length === 0) throw nothing(pattern, cwd, endings)
    let isAnyWritten = false
    for (const path of found.sort(compareText)) {
      const real = realpathSync.native(resolve(cwd, path))
      if (isExported(real)) {
        exported.add(real)
        continue
      }
      isAnyWritten = true
      const known = byRealPath.get(real)
      // Its own path rather than that of a link to it.
      if (known === undefined || (known !== path && real.endsWith(toSlashes(path))))
        byRealPath.set(real, path)
    }
    if (!isAnyWritten) throw allExported(pattern, found.length)
  }
  return { names: [...new Set(byRealPath.values())].sort(compareText), exported: exported.size }
}

function filesOf(pattern: string, cwd: string, endings: readonly string[]): string[] {
  const kind = pathKind(resolve(cwd, pattern))
  const isOurs = (path: string) => endings.includes(extname(path).toLowerCase())
  if (kind === 'directory') return filesBelow(pattern, cwd).filter(isOurs)
  if (kind === 'file') return [pattern]
  // A pipe would be waited for, and could not be read twice.
  if (kind === 'other')
    throw new CardsError('io', `${pattern} is no ordinary file.`, 'Save what it gives as a file first.')
  return alternatives(toSlashes(pattern)).flatMap(each => {
    const { base, rest } = parts(each)
    if (rest === '') return pathKind(resolve(cwd, each)) === 'file' ? [each] : []
    const fits = globs([rest])
    const names = extname(rest)
    const isWanted = /^\.[^*?]+$/.test(names) ? () => true : isOurs
    if (base !== '' && pathKind(resolve(cwd, base)) !== 'directory') return []
    const start = base === '' ? '' : base === '/' ? base : `${base}/`
    return filesBelow(base === '' ? '.' : base, cwd)
      .map(path => path.slice(base === '' || path === base ? 0 : start.length))
      .filter(path => fits(path) && isWanted(path))
      .map(path => start + path)
  })
}

/** The folders of a glob before the first wildcard, and the rest. */
function parts(pattern: string): { base: string; rest: string } {
  const names = pattern.replace(/^(?:\.\/)+/, '').split('/')
  const first = names.findIndex(name => /[*?]/.test(name))
  if (first < 0) return { base: pattern, rest: '' }
  const base = names.slice(0, first).join('/')
  return { base: base === '' && isAbsolute(pattern) ? '/' : base, rest: names.slice(first).join('/') }
}

/**
 * The files below a directory, with its path in front (but for `.`). Each folder once, under its own path where it has
 * one there; links that lead to where they stand, or above, are not followed.
 */
function filesBelow(directory: string, cwd: string): string[] {
  const files: string[] = []
  const seen = new Set<string>()
  const linked: string[] = []
  const walk = (folder: string) => {
    const absolute = resolve(cwd, folder)
    const real = attempt(folder, () => realpathSync.native(absolute))
    if (seen.has(real)) return
    seen.add(real)
    for (const entry of attempt(folder, () => readdirSync(absolute, { withFileTypes: true }))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = folder === '.' ? entry.name : toSlashes(join(folder, entry.name))
      const kind = pathKind(resolve(cwd, path))
      if (kind === 'file') files.push(path)
      else if (kind === 'directory' && !entry.isSymbolicLink()) walk(path)
      else if (kind === 'directory' && !leadsUp(resolve(cwd, path), real)) linked.push(path)
    }
  }
  walk(directory)
  for (let path = linked.shift(); path !== undefined; path = linked.shift()) walk(path)
  return files
}

/** Whether a link leads to a folder, or to one that it is in. */
function leadsUp(link: string, folder: string): boolean {
  const target = realpathSync.native(link)
  return target === folder || isBelow(relative(target, folder))
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw new CardsError(
      'io',
      `${path} cannot be read: ${ioReason(error)}.`,
      'Check the path, and its permissions.',
    )
  }
}

function allExported(pattern: string, count: number): CardsError {
  const what = count === 1 ? `${pattern} is no document` : `There are no documents in ${pattern}`
  return new CardsError(
    'io',
    `${what}: \`cards export\` made ${count === 1 ? 'it' : 'all that it matches'}.`,
    'Name the documents that cite the cards.',
  )
}

function nothing(pattern: string, cwd: string, endings: readonly string[]): CardsError {
  return pathKind(resolve(cwd, pattern)) === 'directory'
    ? new CardsError('io', `There are no documents in ${pattern}.`, `Documents end in ${endings.join(', ')}.`)
    : new CardsError(
        'io',
        `No file matches ${pattern}.`,
        'Check the path; documents are found from this directory on.',
      )
}
