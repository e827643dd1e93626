import type { Finding } from '../model/finding.ts'
import { ioCode } from '../model/io-error.ts'
import type { Omissions } from '../model/omissions.ts'
import type { Page, Venue } from '../model/schema-types.generated.ts'
import { decode } from './decode.ts'
import { readBySchema, valueBySchema } from './read-by-schema.ts'
import type { Typed } from './typed-value.ts'
import { unreadFinding } from './unread-finding.ts'
import type { Wanted } from './wanted-entries.ts'
import { readPlain } from './yaml-plain.ts'

/** A registry's entries, as far as they are right, and what is wrong with the others. */
export interface ReadRegistry<Entry> {
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
  /** Whether there is such a file. */
  readonly isThere: boolean
  /** Whether nothing of the file could be read. */
  readonly isUnread: boolean
  /** The values that are left out of the entries. */
  readonly omissions: Omissions
}

/** Gives the bytes of a file of the library. */
export type ReadFile = (path: string) => Uint8Array

/**
 * Reads venues.yaml; a library without one has no venues.
 * @param wanted gives only these entries; but all that there are, where the file needs a closer look
 */
export function readVenues(read: ReadFile, wanted?: Wanted): Promise<ReadRegistry<Venue>> {
  return readRegistry<Venue>(read, 'venues', wanted)
}

/**
 * Reads pages.yaml; a library without one knows no pages.
 * @param wanted gives only these entries; but all that there are, where the file needs a closer look
 */
export function readPages(read: ReadFile, wanted?: Wanted): Promise<ReadRegistry<Page>> {
  return readRegistry<Page>(read, 'pages', wanted)
}

async function readRegistry<Entry>(
  read: ReadFile,
  name: 'venues' | 'pages',
  wanted: Wanted | undefined,
): Promise<ReadRegistry<Entry>> {
  const file = `${name}.yaml`
  let bytes: Uint8Array
  try {
    bytes = read(file)
  } catch (error) {
    const isThere = ioCode(error) !== 'ENOENT'
    const findings = isThere ? [unreadFinding(file, error)] : []
    return { entries: [], findings, isThere, isUnread: isThere, omissions: [] }
  }
  const { text, problem } = decode(bytes)
  const value = problem ? undefined : (wantedEntries(name, text, wanted) ?? readBySchema(name, text))
  // The schema has been held to it, so each item is an entry.
  const base = { isThere: true, isUnread: false, omissions: [] }
  if (value !== undefined) return { ...base, entries: value as Entry[], findings: [] }
  const { examine, textFinding } = await import('./examine.ts')
  if (problem) return { ...base, entries: [], findings: [textFinding(problem, file)], isUnread: true }
  const examined = examine(name, text, file)
  const entries = Array.isArray(examined.value) ? (examined.value as Entry[]) : undefined
  return { ...base, ...examined, entries: entries ?? [], isUnread: entries === undefined }
}

/** The entries that are needed, of a plain file; undefined when it is not plain, or something is wrong with them. */
function wantedEntries(
  name: 'venues' | 'pages',
  text: string,
  wanted: Wanted | undefined,
): Typed | undefined {
  const raw = wanted && readPlain(text)
  if (!wanted || !Array.isArray(raw)) return undefined
  const entries = raw.filter(entry => typeof entry === 'object' && !Array.isArray(entry) && wanted(entry))
  return valueBySchema(name, entries)
}
