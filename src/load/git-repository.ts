import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { CardsError } from '../model/errors.ts'
import { ioCode } from '../model/io-error.ts'

/** Whether bytes are those of a blob, but for the line ends that git may change as it checks out. */
export function isBlob(bytes: Buffer, blob: string): boolean {
  const algorithm = blob.length === 64 ? 'sha256' : 'sha1'
  const hash = (content: Buffer) =>
    createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex')
  if (hash(bytes) === blob) return true
  return (
    bytes.includes('\r\n') &&
    hash(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) === blob
  )
}

/**
 * The repository that a directory is in. git is asked only for what commits hold: comparing with the files on disk, it
 * would run the filters that a repository names for it, and write to its index.
 */
export class GitRepository {
  private readonly dir: string
  private readonly env: NodeJS.ProcessEnv

  /**
   * @param env the environment, of which git's own variables are left out: in a hook they lead to another repository
   */
  constructor(dir: string, env: Readonly<Record<string, string | undefined>>) {
    this.dir = dir
    const own = Object.entries(env).filter(([name]) => !name.startsWith('GIT_'))
    this.env = { ...Object.fromEntries(own), GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' }
  }

  /**
   * The last commit that a revision and HEAD have in common.
   * @throws CardsError `usage` for a revision that is not there
   */
  mergeBase(revision: string): string {
    this.requireRepository()
    const isName = revision !== '' && !revision.startsWith('-')
    const commit = isName
      ? this.try('rev-parse', '--verify', '--quiet', `${revision}^{commit}`).output
      : undefined
    if (commit === undefined)
      throw this.notThere(`There is no revision \`${revision}\` in this repository.`, revision)
    const base = this.try('merge-base', commit, 'HEAD').output
    if (base === undefined)
      throw this.notThere(`HEAD and \`${revision}\` have no commit in common here.`, revision)
    return base
  }

  /** The blobs of the files below the directory at a commit, by path. */
  filesAt(commit: string): Map<string, string> {
    return this.blobs('ls-tree', '-r', '-z', commit, '.')
  }

  /** The blobs of some files at a commit, all by paths from the top of the repository. */
  blobsOf(commit: string, paths: readonly string[]): Map<string, string> {
    return this.blobs('ls-tree', '--full-tree', '-z', commit, '--', ...paths)
  }

  /** The top of its working tree. */
  topLevel(): string {
    return realpathSync(this.run(['rev-parse', '--show-toplevel']).toString('utf8').replace(/\n$/, ''))
  }

  /** What blobs hold, in one go: a line `<name> blob <size>`, the bytes, a line feed, for each. */
  contents(blobs: readonly string[]): (Uint8Array | undefined)[] {
    if (blobs.length === 0) return []
    const output = this.run(['cat-file', '--batch'], `${blobs.join('\n')}\n`)
    let at = 0
    return blobs.map(() => {
      const lineEnd = output.indexOf('\n', at)
      const size = /^\w+ blob (\d+)$/.exec(output.toString('latin1', at, lineEnd))?.[1]
      const start = lineEnd + 1
      // In a partial clone it can be missing.
      at = size === undefined ? start : start + Number(size) + 1
      return size === undefined ? undefined : output.subarray(start, at - 1)
    })
  }

  private requireRepository(): void {
    const { reason } = this.try('rev-parse', '--git-dir')
    if (reason === undefined) return
    const isOthers = reason.includes('dubious ownership')
    throw new CardsError(
      'usage',
      isOthers
        ? `git does not trust the repository of ${this.dir}, as it belongs to another user.`
        : `${this.dir} is in no git repository, so nothing can be compared with --since.`,
      isOthers ? `If you do: git config --global --add safe.directory '*'` : 'Leave --since out.',
    )
  }

  private notThere(message: string, revision: string): CardsError {
    const isShallow = this.try('rev-parse', '--is-shallow-repository').output === 'true'
    const [, branch] = /^origin\/(\w[\w./-]*)$/.exec(revision) ?? []
    // A shallow clone knows no other branch than its own.
    const fetch = branch ? `git fetch origin ${branch}:refs/remotes/origin/${branch}` : 'git fetch origin'
    return new CardsError(
      'usage',
      isShallow ? `${message} The clone is shallow.` : message,
      isShallow
        ? `Get the history first: ${fetch} --unshallow; or fetch-depth: 0 for actions/checkout.`
        : `Check its name, or fetch it: ${fetch}`,
    )
  }

  private blobs(...args: string[]): Map<string, string> {
    const entries = this.run(args).toString('utf8').split('\0')
    return new Map(
      entries.flatMap(entry => {
        const [, blob, path] = /^100\d+ blob (\w+)\t(.*)$/s.exec(entry) ?? []
        return blob === undefined || path === undefined ? [] : [[path, blob] as const]
      }),
    )
  }

  /** What git answers, without the last line break; or why it does not. */
  private try(...args: string[]): { readonly output?: string; readonly reason?: string } {
    const { stdout, reason } = this.call(args)
    return reason === undefined ? { output: stdout.toString('utf8').trim() } : { reason }
  }

  private run(args: readonly string[], input?: string): Buffer {
    const { stdout, reason } = this.call(args, input)
    if (reason === undefined) return stdout
    throw new CardsError('io', `git ${args[0]} failed: ${reason}.`, 'Leave --since out.')
  }

  private call(args: readonly string[], input = ''): { readonly stdout: Buffer; readonly reason?: string } {
    const { stdout, stderr, status, error } = spawnSync(
      'git',
      ['-C', this.dir, '-c', 'core.quotePath=false', ...args],
      {
        input,
        env: this.env,
        maxBuffer: 1024 * 1024 * 1024,
      },
    )
    if (ioCode(error) === 'ENOENT')
      throw new CardsError(
        'io',
        '--since needs git, which is not installed here.',
        'Install git, or leave --since out.',
      )
    if (error) throw error
    const [first = ''] = stderr.toString('utf8').trim().split('\n')
    return status === 0 ? { stdout } : { stdout, reason: first.replace(/^fatal: /, '') || `status ${status}` }
  }
}
