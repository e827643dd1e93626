import type { Finding } from '../model/finding.ts'
import { compareText } from '../model/order.ts'
import { type FoundFiles, findFiles, REGISTRIES } from './find-files.ts'
import type { CacheUse } from './memo/cache.ts'
import { Stamps } from './memo/stamps.ts'
import { readRegularFile } from './read-bytes.ts'
import type { Settings } from './settings.ts'

/** What files are to hold instead of what they hold on disk, by path. */
export type Overlay = ReadonlyMap<string, Uint8Array>

/** Of fewer files, less is saved than it takes to keep what was found. */
const FEWEST_KEPT = 200

/** The files of a library that are or should be cards: looked for once, for all who read them. */
export class LibraryFiles {
  /** Relative to the library, in their order. */
  readonly paths: readonly string[]
  /** What could not be followed. */
  readonly findings: readonly Finding[]
  /** What is kept of these files for the next run, and how; undefined when nothing is. */
  readonly use: CacheUse | undefined
  private readonly dir: string
  private readonly overlay: Overlay
  private readonly taken: Stamps | undefined

  private constructor(
    dir: string,
    overlay: Overlay,
    found: FoundFiles,
    use: CacheUse | undefined,
    stamps?: Stamps,
  ) {
    this.dir = dir
    this.overlay = overlay
    this.paths = found.paths
    this.findings = found.findings
    this.use = use
    this.taken = stamps
  }

  /** Looks for the files and, where something is kept, asks the file system about them. */
  static async find({ dir }: Settings, overlay: Overlay, use: CacheUse | undefined): Promise<LibraryFiles> {
    const found = findFiles(dir)
    if (overlay.size > 0) {
      const paths = [...new Set([...found.paths, ...cardFiles(overlay)])].sort(compareText)
      return new LibraryFiles(dir, overlay, { ...found, paths }, undefined)
    }
    if (!use || found.paths.length < FEWEST_KEPT) return new LibraryFiles(dir, overlay, found, undefined)
    const stamps = await Stamps.take(dir, found.paths, use.now())
    return new LibraryFiles(dir, overlay, found, use, stamps)
  }

  /** What the file system told of the files before any was read; nothing where nothing is kept. */
  get stamps(): Stamps {
    return this.taken ?? Stamps.none(this.paths.length)
  }

  /** @throws the system's error for a file that cannot be read */
  bytesOf(path: string): Uint8Array {
    // To join paths with care takes a tenth as long as to read the file.
    return this.overlay.get(path) ?? readRegularFile(`${this.dir}/${path}`)
  }
}

/** The files of an overlay that are cards. */
function cardFiles(overlay: Overlay): string[] {
  return [...overlay.keys()].filter(path => /\.ya?ml$/.test(path) && !REGISTRIES.has(path))
}
