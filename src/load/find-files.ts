import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { FILE_START, type Finding } from '../model/finding.ts'
import { ioCode, ioReason } from '../model/io-error.ts'
import { isBelow } from '../model/is-below.ts'
import { compareText } from '../model/order.ts'
import { toSlashes } from './library-path.ts'

/** The card files of a library, by path relative to it, and what could not be followed. */
export interface FoundFiles {
  readonly paths: readonly string[]
  readonly findings: readonly Finding[]
}

/** The files at the top that hold no card. */
export const REGISTRIES: ReadonlySet<string> = new Set(['venues.yaml', 'pages.yaml'])

/**
 * Finds the files that may be cards: `*.yaml` and `*.yml` at any depth, but for the registries at the top and dot
 * files. Links are followed while they stay inside; a file reached twice is taken once, under its own path; loops
 * end.
 * @param root the library's directory, absolute
 */
export function findFiles(root: string): FoundFiles {
  const walk = new Walk(realpathSync(root))
  walk.directory(root, '')
  const paths = [...walk.files, ...walk.linked()].sort(compareText)
  return { paths, findings: walk.findings }
}

class Walk {
  readonly files: string[] = []
  readonly findings: Finding[] = []
  private readonly links: { path: string; target: string }[] = []
  private readonly linkedDirectories = new Set<string>()
  private readonly root: string

  constructor(root: string) {
    this.root = root
  }

  directory(absolute: string, path: string): void {
    for (const entry of this.entries(absolute, path)) {
      if (entry.name.startsWith('.')) continue
      const below = path === '' ? entry.name : `${path}/${entry.name}`
      if (REGISTRIES.has(below)) continue
      if (entry.isFile()) {
        if (isYaml(entry.name)) this.files.push(below)
      } else if (entry.isDirectory()) this.directory(join(absolute, entry.name), below)
      else if (entry.isSymbolicLink()) this.link(join(absolute, entry.name), below)
      else if (isYaml(entry.name)) this.notAFile(below)
    }
  }

  /** Links to files that no walk has reached, each target once. */
  linked(): string[] {
    if (this.links.length === 0) return []
    const known = new Set(this.files)
    return this.links.flatMap(({ path, target }) => {
      if (known.has(target)) return []
      known.add(target)
      return path
    })
  }

  private entries(absolute: string, path: string): Dirent[] {
    try {
      return readdirSync(absolute, { withFileTypes: true })
    } catch (error) {
      this.report(
        'file/unreadable',
        path,
        `The folder cannot be read: ${ioReason(error)}.`,
        'Check its permissions.',
      )
      return []
    }
  }

  private notAFile(path: string): void {
    this.report('file/unreadable', path, 'This is not a regular file.', 'Move it out of the library.')
  }

  private link(absolute: string, path: string): void {
    const target = this.targetOf(absolute, path)
    if (target === undefined) return
    const stats = statSync(absolute)
    const isDirectory = stats.isDirectory()
    if (!isDirectory && !isYaml(path)) return
    const inside = relative(this.root, target)
    if (!isDirectory && !stats.isFile()) this.notAFile(path)
    else if (inside === '' || isBelow(inside)) this.follow(absolute, path, toSlashes(inside), isDirectory)
    else
      this.report(
        'file/outside',
        path,
        'The link leads out of the library.',
        'Keep the file itself in the library.',
      )
  }

  private follow(absolute: string, path: string, target: string, isDirectory: boolean): void {
    if (!isDirectory) {
      this.links.push({ path, target })
      return
    }
    // What a linked folder holds is inside the library, so the walk finds it there, under its own path. A link to
    // a dot folder, which the walk passes over, is followed once.
    if (!target.split('/').some(name => name.startsWith('.')) || this.linkedDirectories.has(target)) return
    this.linkedDirectories.add(target)
    this.directory(absolute, path)
  }

  private targetOf(absolute: string, path: string): string | undefined {
    try {
      return realpathSync(absolute)
    } catch (error) {
      if (isYaml(path) || ioCode(error) === 'ELOOP') {
        const message =
          ioCode(error) === 'ELOOP' ? 'The link leads back to itself.' : 'The link leads nowhere.'
        this.report('file/unreadable', path, message, 'Remove the link, or mend its target.')
      }
      return undefined
    }
  }

  private report(rule: string, file: string, message: string, help: string): void {
    const severity = rule === 'file/outside' ? 'warning' : 'error'
    this.findings.push({ rule, severity, message, help, file, range: FILE_START, pointer: '' })
  }
}

function isYaml(name: string): boolean {
  return name.endsWith('.yaml') || name.endsWith('.yml')
}
