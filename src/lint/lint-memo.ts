import type { ListedLibrary } from '../load/listed-library.ts'
import { type ComparedFiles, compareFiles, type FileRows, rowSections } from '../load/memo/file-rows.ts'
import { MemoFile, memoBytes, type Section } from '../load/memo/memo-file.ts'
import type { Stamps } from '../load/memo/stamps.ts'
import { ioCode } from '../model/io-error.ts'
import type { LintOptions } from './lint-options.ts'

const NAME = 'lint.memo'

/** By what a library is linted, as far as that is kept. */
export type LintedBy = Pick<LintOptions, 'fingerprint' | 'tags'>

/** What is kept of a library that was linted in the same way: which files it had, a row each, and what was found. */
export class LintMemo {
  readonly file: MemoFile
  /** Whether the registries are as they were. */
  readonly hasSameRegistries: boolean
  private compared: { readonly result: ComparedFiles | undefined } | undefined

  private constructor(file: MemoFile, hasSameRegistries: boolean) {
    this.file = file
    this.hasSameRegistries = hasSameRegistries
  }

  /** @returns undefined when nothing is kept, or nothing that counts */
  static open(library: ListedLibrary, by: LintedBy): LintMemo | undefined {
    const use = library.kept?.use
    const file = use && MemoFile.open(use.cache, NAME, madeBy(use.version, library, by))
    const registries = file?.section('registries')
    return file && registries && new LintMemo(file, registryBytes(library).equals(registries))
  }

  /** A name for all that is kept. */
  get identity(): string {
    return this.file.identity
  }

  /** Holds the files of the library against those that are kept; undefined when these are damaged. */
  compare(paths: readonly string[], stamps: Stamps): ComparedFiles | undefined {
    this.compared ??= { result: compareFiles(this.file, paths, stamps) }
    return this.compared.result
  }

  hashes(): Uint8Array | undefined {
    return this.file.section('hashes')
  }
}

/**
 * Keeps what was found, for the next run.
 * @param found what there is besides the files
 * @returns a name for all that is kept
 */
export async function keepLint(
  library: ListedLibrary,
  by: LintedBy,
  rows: FileRows,
  found: Iterable<Section>,
): Promise<string> {
  const { use } = library.kept ?? {}
  if (!use) return ''
  let identity = ''
  const chunks = function* (): Iterable<Uint8Array> {
    for (const chunk of memoBytes(madeBy(use.version, library, by), sections(library, rows, found))) {
      yield chunk
      identity = Buffer.from(chunk).toString('latin1')
    }
  }
  await use.cache.write(NAME, chunks())
  return identity
}

function* sections(library: ListedLibrary, rows: FileRows, found: Iterable<Section>): Iterable<Section> {
  yield* rowSections(rows)
  yield ['registries', registryBytes(library)]
  yield* found
}

/** What is kept depends on that besides the files, and it is not compared otherwise. */
function madeBy(version: string, { extra }: ListedLibrary, { fingerprint, tags }: LintedBy): string {
  return JSON.stringify([version, fingerprint, tags ?? null, extra])
}

/** The registries, or why there are none. */
function registryBytes(library: ListedLibrary): Buffer {
  return Buffer.concat(['pages.yaml', 'venues.yaml'].flatMap(path => [...registryPart(path, library)]))
}

function* registryPart(path: string, library: ListedLibrary): Iterable<Uint8Array> {
  try {
    const bytes = library.registryBytes(path)
    yield Buffer.from(`${path} there ${bytes.length}\0`)
    yield bytes
  } catch (error) {
    yield Buffer.from(`${path} ${ioCode(error) ?? String(error)}\0`)
  }
}
