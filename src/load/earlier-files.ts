import { execFileSync } from 'node:child_process'
import { CardsError } from '../model/errors.ts'
import { ioCode } from '../model/io-error.ts'
import type { Raw } from './raw.ts'
import { SourceText } from './source-text.ts'

/** What has changed in a library since a revision of its git repository. */
export interface Changes {
  /** The files that differ from then or were not there, and those that are gone: relative to the library. */
  readonly changed: ReadonlySet<string>
  /** The cards that the changed files held then. */
  readonly earlier: readonly { readonly id: string; readonly path: string }[]
  /** Whether the config file has changed. */
  readonly hasNewConfig: boolean
}

/**
 * Compares a library's files, as they are on disk, with those of a revision: of the last commit that it and the one
 * checked out have in common, so that what others did meanwhile is no change. Asks git, which runs none of the
 * programs that a repository can name for showing differences.
 *
 * @param dir the library's directory, absolute
 * @param revision anything that git takes for a commit: `origin/main`, `HEAD~1`, a hash
 * @param configFile absolute, when there is one
 * @throws CardsError `usage` for a revision that is not there, with what to do in a shallow clone; `io` without git
 */
export function changesSince(dir: string, revision: string, configFile: string | undefined): Changes {
  const git = new Git(dir)
  const commit = git.mergeBase(revision)
  const files = git.filesAt(commit)
  const changed = new Set([...git.changedSince(commit), ...git.untracked()])
  const held = files.filter(({ path }) => changed.has(path) && /\.ya?ml$/.test(path))
  return {
    changed,
    earlier: git.contents(held.map(({ blob }) => blob)).flatMap((bytes, i) => {
      const path = held[i]?.path ?? ''
      const id = idIn(new SourceText(path, 'card', bytes).value)
      return id === undefined ? [] : [{ id, path }]
    }),
    hasNewConfig: configFile !== undefined && git.hasChanged(configFile, commit),
  }
}

function idIn(value: Raw | undefined): string | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  return typeof value.id === 'string' && value.id !== '' ? value.id : undefined
}

/** The repository that a directory is in. */
class Git {
  private readonly dir: string

  constructor(dir: string) {
    this.dir = dir
  }

  /** The last commit that a revision and HEAD have in common. */
  mergeBase(revision: string): string {
    this.requireRepository()
    const commit = revision.startsWith('-')
      ? undefined
      : this.try('rev-parse', '--verify', '--quiet', `${revision}^{commit}`)
    if (commit === undefined)
      throw this.notThere(`There is no revision \`${revision}\` in this repository.`, revision)
    const base = this.try('merge-base', commit.trim(), 'HEAD')
    if (base === undefined)
      throw this.notThere(`HEAD and \`${revision}\` have no commit in common here.`, revision)
    return base.trim()
  }

  /** The files below the directory at a commit. */
  filesAt(commit: string): { path: string; blob: string }[] {
    return this.list('ls-tree', '-r', '-z', commit, '.').flatMap(entry => {
      const [, blob, path] = /^100\d+ blob (\w+)\t(.*)$/s.exec(entry) ?? []
      return blob === undefined || path === undefined ? [] : [{ path, blob }]
    })
  }

  changedSince(commit: string): string[] {
    return this.list(
      'diff',
      '--name-only',
      '-z',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--relative',
      commit,
      '--',
      '.',
    )
  }

  /** Files that git does not know, ignored ones too: they are read like the others. */
  untracked(): string[] {
    return this.list('ls-files', '--others', '-z', '.')
  }

  hasChanged(file: string, commit: string): boolean {
    return (
      this.list('diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', commit, '--', file).length > 0
    )
  }

  /** What blobs hold, in one go: a line `<name> blob <size>`, the bytes, a line feed, for each. */
  contents(blobs: readonly string[]): Uint8Array[] {
    if (blobs.length === 0) return []
    const output = this.run(['cat-file', '--batch'], `${blobs.join('\n')}\n`)
    let at = 0
    return blobs.map(() => {
      const lineEnd = output.indexOf('\n', at)
      const size = Number(output.toString('latin1', at, lineEnd).split(' ')[2])
      at = lineEnd + 1 + size + 1
      return output.subarray(lineEnd + 1, at - 1)
    })
  }

  private requireRepository(): void {
    if (this.try('rev-parse', '--git-dir') !== undefined) return
    throw new CardsError(
      'usage',
      `${this.dir} is in no git repository, so nothing can be compared with --since.`,
      'Leave --since out.',
    )
  }

  private notThere(message: string, revision: string): CardsError {
    const isShallow = this.try('rev-parse', '--is-shallow-repository')?.trim() === 'true'
    return new CardsError(
      'usage',
      isShallow ? `${message} The clone is shallow.` : message,
      isShallow
        ? `Get the history first: git fetch --unshallow origin, or fetch-depth: 0 for actions/checkout.`
        : `Check its name with \`git log ${revision.startsWith('-') ? '' : revision}\`, or fetch it.`,
    )
  }

  private list(...args: string[]): string[] {
    return this.run(args)
      .toString('utf8')
      .split('\0')
      .filter(item => item !== '')
  }

  private try(...args: string[]): string | undefined {
    try {
      return this.run(args).toString('utf8')
    } catch (error) {
      if (error instanceof CardsError) throw error
      return undefined
    }
  }

  private run(args: readonly string[], input?: string): Buffer {
    try {
      return execFileSync(
        'git',
        ['-C', this.dir, '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args],
        {
          ...(input === undefined ? {} : { input }),
          stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
          maxBuffer: 1024 * 1024 * 1024,
        },
      )
    } catch (error) {
      if (ioCode(error) !== 'ENOENT') throw error
      throw new CardsError(
        'io',
        '--since needs git, which is not installed here.',
        'Install git, or leave --since out.',
      )
    }
  }
}
