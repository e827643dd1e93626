import type { ListedLibrary } from '../load/listed-library.ts'
import type { FileRows } from '../load/memo/file-rows.ts'
import type { Section } from '../load/memo/memo-file.ts'
import { bytesOf, intsIn } from '../load/memo/number-views.ts'
import type { Digests } from './digests.ts'
import type { FileDigest } from './file-digest.ts'
import { LinkTable } from './links/link-table.ts'
import { keepLint, type LintedBy, type LintMemo } from './lint-memo.ts'
import type { KeyedFinding } from './placed-finding.ts'
import { type Notable, notableOf, plainDigest } from './plain-digest.ts'
import type { Days } from './today.ts'

/** What is kept of all files together. */
interface About extends Notable {
  /** What was found of cards together. */
  readonly together: readonly KeyedFinding[]
  /** How many rows there are. */
  readonly count: number
  /** The rows of the cards that were looked at together. */
  readonly linked: readonly number[]
  /** `LinkSearch.mostlyKeys` */
  readonly mostly: readonly number[]
}

/** What lint found in a library the last time, a row for each file. */
export class DigestMemo {
  /** The same as it is kept, with the files that it is about. */
  readonly kept: LintMemo
  private readonly about: About
  private readonly notable: ReadonlyMap<number, Omit<FileDigest, 'path' | 'kind'>>
  /** On which days the digests that say nothing else hold. */
  private readonly plainDays: Days | undefined

  private constructor(kept: LintMemo, about: About) {
    this.kept = kept
    this.about = about
    this.notable = new Map(about.notable)
    this.plainDays = about.from === '' ? undefined : { from: about.from }
  }

  /**
   * @param today `YYYY-MM-DD`
   * @returns undefined for what does not hold today, with other registries, or is damaged
   */
  static of(memo: LintMemo, today: string): DigestMemo | undefined {
    const about = memo.hasSameRegistries ? (memo.file.json('about') as About | undefined) : undefined
    return about && about.from <= today ? new DigestMemo(memo, about) : undefined
  }

  /** What was found in a file. */
  digest(row: number, path: string): FileDigest {
    const known = this.notable.get(row)
    return known ? { path, kind: 'card', ...known } : plainDigest(path, this.plainDays)
  }

  /** How many rows there are. */
  get count(): number {
    return this.about.count
  }

  get together(): readonly KeyedFinding[] {
    return this.about.together
  }

  get linked(): readonly number[] {
    return this.about.linked
  }

  get mostly(): readonly number[] {
    return this.about.mostly
  }

  /** The links of all rows; undefined when they are damaged. */
  links(): LinkTable | undefined {
    const [ends, words] = [this.kept.file.section('link-ends'), this.kept.file.section('links')]
    return ends && words && LinkTable.of(intsIn(ends), intsIn(words))
  }
}

/**
 * Keeps what was found, for the next run.
 * @returns a name for all that is kept
 */
export function keepDigests(
  library: ListedLibrary,
  by: LintedBy,
  rows: FileRows,
  digests: Digests,
  together: readonly KeyedFinding[],
): Promise<string> {
  return keepLint(library, by, rows, sections(digests, together))
}

function* sections(digests: Digests, together: readonly KeyedFinding[]): Iterable<Section> {
  const about: About = {
    ...notableOf(digests.cards),
    together,
    count: digests.cards.length,
    linked: digests.search.withOthers(digests.search.subjects()),
    mostly: digests.search.mostlyKeys(),
  }
  yield ['about', Buffer.from(JSON.stringify(about), 'utf8')]
  yield ['link-ends', bytesOf(digests.links.rowEnds)]
  yield ['links', bytesOf(digests.links.words)]
}
