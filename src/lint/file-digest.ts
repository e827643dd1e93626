import { fileStem } from '../model/card.ts'
import type { LibraryFile } from '../model/library.ts'
import type { Omissions } from '../model/omissions.ts'
import type { KeyedFinding } from './placed-finding.ts'
import { type Days, daysOfBoth } from './today.ts'

/** What linting one file by itself has found out: plain data, to be kept and to be sent. */
export interface FileDigest {
  readonly path: string
  readonly kind: LibraryFile['kind']
  /** Of the card that could be read; true when the file is named after it. */
  readonly id?: string | true | undefined
  /** What the loader and the rules about texts and cards find. No comment has suppressed anything yet. */
  readonly findings: readonly KeyedFinding[]
  /** The values that were left out because they are wrong. */
  readonly omissions: Omissions
  /** Whether there may be comments that suppress findings. */
  readonly hasComments?: boolean | undefined
  /** The excerpt that the card names, and why it could not be read. */
  readonly preview?: { readonly file: string; readonly problem?: string } | undefined
  /** On which days all this is so; on any when undefined. */
  readonly days?: Days | undefined
  /** Whether a fix rests on which IDs are taken, so that the file has to be looked at once more. */
  readonly needsIds?: boolean | undefined
  /** A hash of the file's bytes, when there is a fix to be made on them. */
  readonly hash?: string | undefined
}

/** What was found out about a file: also by what its card may have to do with others, as `CardLinks` has it. */
export interface DigestedFile {
  readonly digest: FileDigest
  readonly links: ArrayLike<number>
}

/** What has to be still so for digests to hold, besides the files. */
export interface Conditions {
  readonly previews: readonly NonNullable<FileDigest['preview']>[]
  readonly days: Days
}

/** What has to be so for all of some digests to hold. */
export function conditionsOf(digests: readonly FileDigest[]): Conditions {
  const previews = digests.flatMap(({ preview }) => preview ?? [])
  return { previews, days: digests.reduce<Days>((all, { days }) => (days ? daysOfBoth(all, days) : all), {}) }
}

/** The ID of the card that a file holds; undefined when none could be read. */
export function idOf({ id, path }: Pick<FileDigest, 'id' | 'path'>): string | undefined {
  return id === true ? fileStem(path) : id
}
