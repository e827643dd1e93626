import type { CacheUse } from '../load/memo/cache.ts'
import { type ComparedFiles, compareFiles, type FileRows, rowSections } from '../load/memo/file-rows.ts'
import { MemoFile, memoBytes, type Section } from '../load/memo/memo-file.ts'
import { bytesOf, intsIn } from '../load/memo/number-views.ts'
import type { Stamps } from '../load/memo/stamps.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import type { Digests } from './digests.ts'
import type { FileDigest } from './file-digest.ts'
import { LinkTable } from './links/link-table.ts'
import type { LintOptions } from './lint-options.ts'
import type { KeyedFinding } from './placed-finding.ts'
import { type Notable, notableOf, plainDigest } from './plain-digest.ts'

const NAME = 'lint.memo'

/** What is kept of all files together. */
interface About extends Notable {
  /** What was found of cards together. */
  readonly together: readonly KeyedFinding[]
  /** How many rows there are. */
  readonly count: number
  /** `LinkSearch.mostlyKeys` */
  readonly mostly: readonly number[]
}

/** What lint found in a library the last time, a row for each file. */
export class DigestMemo {
  private readonly file: MemoFile
  private readonly about: About
  private readonly notable: ReadonlyMap<number, Omit<FileDigest, 'path' | 'kind'>>

  private constructor(file: MemoFile, about: About) {
    this.file = file
    this.about = about
    this.notable = new Map(about.notable)
  }

  /** What was kept of a library, if it was linted in the same way. */
  static open(use: CacheUse, library: UncheckedLibrary, options: LintOptions): DigestMemo | undefined {
    const file = MemoFile.open(use.cache, NAME, madeBy(use, library, options))
    if (!file) return undefined
    const registries = file.section('registries')
    const about = file.json('about') as About | undefined
    const isSame = registries && about && registryBytes(library).equals(registries)
    return isSame && about.from <= options.today ? new DigestMemo(file, about) : undefined
  }

  compare(paths: readonly string[], stamps: Stamps): ComparedFiles | undefined {
    return compareFiles(this.file, paths, stamps)
  }

  hashes(): Uint8Array | undefined {
    return this.file.section('hashes')
  }

  /** What was found in a file. */
  digest(row: number, path: string): FileDigest {
    const known = this.notable.get(row)
    return known ? { path, kind: 'card', ...known } : plainDigest(path)
  }

  /** How many rows there are. */
  get count(): number {
    return this.about.count
  }

  get together(): readonly KeyedFinding[] {
    return this.about.together
  }

  get mostly(): readonly number[] {
    return this.about.mostly
  }

  /** The links of all rows; undefined when they are damaged. */
  links(): LinkTable | undefined {
    const [ends, words] = [this.file.section('link-ends'), this.file.section('links')]
    return ends && words && LinkTable.of(intsIn(ends), intsIn(words))
  }
}

/** Keeps what was found, for the next run. */
export async function keepDigests(
  use: CacheUse,
  library: UncheckedLibrary,
  options: LintOptions,
  rows: FileRows,
  digests: Digests,
  together: readonly KeyedFinding[],
): Promise<void> {
  const made = madeBy(use, library, options)
  await use.cache.write(NAME, memoBytes(made, sections(library, rows, digests, together)))
}

function* sections(
  library: UncheckedLibrary,
  rows: FileRows,
  digests: Digests,
  together: readonly KeyedFinding[],
): Iterable<Section> {
  yield* rowSections(rows)
  const about: About = {
    ...notableOf(digests.cards),
    together,
    count: digests.cards.length,
    mostly: digests.search.mostlyKeys(),
  }
  yield ['about', Buffer.from(JSON.stringify(about), 'utf8')]
  yield ['registries', registryBytes(library)]
  yield ['link-ends', bytesOf(digests.links.rowEnds)]
  yield ['links', bytesOf(digests.links.words)]
}

/** What the digests depend on besides the files, and is not compared otherwise. */
function madeBy(
  { version }: CacheUse,
  { extra }: UncheckedLibrary,
  { fingerprint, tags }: LintOptions,
): string {
  return JSON.stringify([version, fingerprint, tags ?? null, extra])
}

function registryBytes(library: UncheckedLibrary): Buffer {
  return Buffer.concat(
    library.registries.flatMap(({ path }) => [
      Buffer.from(`${path}\0`),
      bytesThere(library, path),
      Buffer.from('\0'),
    ]),
  )
}

function bytesThere(library: UncheckedLibrary, path: string): Uint8Array {
  try {
    return library.registryBytes(path)
  } catch {
    return new Uint8Array()
  }
}
