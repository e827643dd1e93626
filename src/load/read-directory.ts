import { join } from 'node:path'
import { type Card, compareCards } from '../model/card.ts'
import { compareFindings, type Finding } from '../model/finding.ts'
import type { LibraryFile } from '../model/library.ts'
import { compareText } from '../model/order.ts'
import { ReferenceIndex } from '../model/reference.ts'
import { decode } from './decode.ts'
import { duplicateIds } from './duplicate-ids.ts'
import { findFiles, REGISTRIES } from './find-files.ts'
import { readBytes } from './read-bytes.ts'
import { type ReadCard, readCard } from './read-card.ts'
import type { Settings } from './settings.ts'

const RETIRED = 'retired/'

/** What files are to hold instead of what they hold on disk, by path. */
export type Overlay = ReadonlyMap<string, Uint8Array>

/** The files of an overlay that are cards. */
function cardFiles(overlay: Overlay): string[] {
  return [...overlay.keys()].filter(path => /\.ya?ml$/.test(path) && !REGISTRIES.has(path))
}

/** All cards that a directory holds, and what is wrong with its files. */
export interface DirectoryContents {
  readonly cards: readonly Card[]
  readonly retired: readonly Card[]
  readonly findings: readonly Finding[]
  /** The files that are or should be cards, in the order of their paths. */
  readonly files: readonly LibraryFile[]
  /** The files that hold no card that could be read. */
  readonly unread: readonly string[]
  readonly references: ReferenceIndex
}

/** Reads every card of a directory: finds the files, reads each, sorts the cards, looks for IDs that two share. */
export async function readDirectory({ dir, extra }: Settings, overlay: Overlay): Promise<DirectoryContents> {
  const bytesOf = (path: string) => overlay.get(path) ?? readBytes(join(dir, path))
  const files = findFiles(dir)
  const paths = [...new Set([...files.paths, ...cardFiles(overlay)])].sort(compareText)
  const read: (ReadCard & { path: string })[] = []
  for (const path of paths) {
    const result = readCard(() => bytesOf(path), path, extra)
    read.push({ path, ...(result instanceof Promise ? await result : result) })
  }
  const all = read.flatMap(({ card }) => card ?? []).sort(compareCards)
  const cards = all.filter(card => !card.path.startsWith(RETIRED))
  const retired = all.filter(card => card.path.startsWith(RETIRED))
  const findings = [
    ...files.findings,
    ...read.flatMap(file => file.findings),
    ...(await duplicateIds(all, async card => decode(bytesOf(card.path)).text)),
  ]
  return {
    cards,
    retired,
    findings: findings.sort(compareFindings),
    files: read.map(({ path, omissions = [] }) => ({ path, kind: 'card', omissions })),
    unread: [
      ...files.findings.filter(finding => finding.severity === 'error').map(finding => finding.file),
      ...read.filter(({ card }) => card === undefined).map(({ path }) => path),
    ],
    references: new ReferenceIndex(cards, retired),
  }
}
