import { join } from 'node:path'
import { type Card, compareCards } from '../model/card.ts'
import { compareFindings, type Finding } from '../model/finding.ts'
import { ReferenceIndex } from '../model/reference.ts'
import { decode } from './decode.ts'
import { duplicateIds } from './duplicate-ids.ts'
import { findFiles } from './find-files.ts'
import { readBytes } from './read-bytes.ts'
import { type ReadCard, readCard } from './read-card.ts'
import type { Settings } from './settings.ts'

const RETIRED = 'retired/'

/** All cards that a directory holds, and what is wrong with its files. */
export interface DirectoryContents {
  readonly cards: readonly Card[]
  readonly retired: readonly Card[]
  readonly findings: readonly Finding[]
  /** The files that hold no card that could be read. */
  readonly unread: readonly string[]
  readonly references: ReferenceIndex
}

/** Reads every card of a directory: finds the files, reads each, sorts the cards, looks for IDs that two share. */
export async function readDirectory({ dir, extra }: Settings): Promise<DirectoryContents> {
  const files = findFiles(dir)
  const read: (ReadCard & { path: string })[] = []
  for (const path of files.paths) {
    const result = readCard(() => readBytes(join(dir, path)), path, extra)
    read.push({ path, ...(result instanceof Promise ? await result : result) })
  }
  const all = read.flatMap(({ card }) => card ?? []).sort(compareCards)
  const cards = all.filter(card => !card.path.startsWith(RETIRED))
  const retired = all.filter(card => card.path.startsWith(RETIRED))
  const findings = [
    ...files.findings,
    ...read.flatMap(file => file.findings),
    ...(await duplicateIds(all, async card => decode(readBytes(join(dir, card.path))).text)),
  ]
  return {
    cards,
    retired,
    findings: findings.sort(compareFindings),
    unread: [
      ...files.findings.filter(finding => finding.severity === 'error').map(finding => finding.file),
      ...read.filter(({ card }) => card === undefined).map(({ path }) => path),
    ],
    references: new ReferenceIndex(cards, retired),
  }
}
