import type { LibraryFiles } from '../load/library-files.ts'
import { FileReader } from '../load/memo/file-reader.ts'
import { NONE } from '../load/memo/file-rows.ts'
import { previewProblem } from '../load/preview-problem.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import { DigestMemo } from './digest-memo.ts'
import { digestTogether, helpersFor } from './digest-together.ts'
import { Digester } from './digester.ts'
import { Digests } from './digests.ts'
import { type Before, DigestsBuilder } from './digests-builder.ts'
import type { FileDigest } from './file-digest.ts'
import { LinkTable } from './links/link-table.ts'
import type { LintMemo } from './lint-memo.ts'
import type { LintOptions } from './lint-options.ts'
import type { RulePlan } from './rule-plan.ts'
import { isWithin } from './today.ts'

/** The digests of a library, and what they have to do with those of the last time. */
export interface DigestedLibrary {
  readonly digests: Digests
  /** Undefined when nothing was known before. */
  readonly before: Before | undefined
  /** Undefined when nothing is kept. */
  readonly reader: FileReader | undefined
}

/**
 * Lints every file of a library by itself, but for those of which it is known what comes of it.
 * @param lintMemo what is kept of it
 */
export async function digestLibrary(
  library: UncheckedLibrary,
  options: LintOptions,
  plan: RulePlan,
  lintMemo?: LintMemo,
): Promise<DigestedLibrary> {
  const { kept } = library
  const memo = lintMemo && DigestMemo.of(lintMemo, options.today)
  const known = memo && kept && (await digestChanged(library, options, plan, memo, kept.files))
  const digested = known ?? (await digestAll(library, options, plan))
  return { ...digested, digests: await withIds(library, options, plan, digested.digests) }
}

async function digestAll(
  library: UncheckedLibrary,
  options: LintOptions,
  plan: RulePlan,
): Promise<DigestedLibrary> {
  const { kept, files } = library
  const digester = new Digester(library, options, plan)
  const reader = kept && (await FileReader.over(kept.files, undefined))
  const hash = kept && (await import('../load/memo/content-hash.ts')).contentHash
  const bytes = { bytesOf: (path: string) => files.bytesOf(path), hash }
  const helpers = await helpersFor(library, options)
  const cards: FileDigest[] = []
  const links = new LinkTable(files.paths.length)
  for (const part of await digestTogether(files.paths, digester, bytes, helpers))
    for (const [i, digest] of part.digests.entries()) {
      const contentHash = part.hashes[i]
      if (contentHash) reader?.noteRead(cards.length, contentHash)
      cards.push(digest)
      links.add(part.links.row(i))
    }
  const registries = library.registries.map(file => digester.registry(file).digest)
  return { digests: new Digests(cards, registries, links), before: undefined, reader }
}

/** @returns undefined when the memo is damaged */
async function digestChanged(
  library: UncheckedLibrary,
  options: LintOptions,
  plan: RulePlan,
  memo: DigestMemo,
  files: LibraryFiles,
): Promise<DigestedLibrary | undefined> {
  const reader = await FileReader.over(files, memo.kept)
  const digester = new Digester(library, options, plan)
  const builder = new DigestsBuilder(files.paths.length, memo, i => reader.formerRow(i))
  for (const [i, path] of files.paths.entries()) {
    const digest = (bytesOf: () => Uint8Array) => digester.card(path, bytesOf)
    let result = reader.read(i, digest)
    const row = reader.rows[i] ?? NONE
    const former = result ? undefined : memo.digest(row, path)
    if (former && isStill(former, library, options)) builder.keep(i, row, former)
    else {
      result ??= digest(() => files.bytesOf(path))
      builder.add(i, result instanceof Promise ? await result : result)
    }
  }
  const registries = library.registries.map(file => digester.registry(file).digest)
  // What is kept anew is kept with its links, though nothing has changed.
  const isLinked = options.earlier !== undefined || builder.needsIds || reader.isWorthKeeping
  const built = builder.build(registries, isLinked)
  return built && { ...built, reader }
}

/** Whether what was found in a file by itself is still so, as far as that is no matter of the file. */
function isStill({ days, preview }: FileDigest, { dir }: UncheckedLibrary, { today }: LintOptions): boolean {
  if (days && !isWithin(days, today)) return false
  return preview === undefined || previewProblem(dir, preview.file) === preview.problem
}

/** Looks once more at the files whose fixes rest on which IDs are taken. */
async function withIds(
  library: UncheckedLibrary,
  options: LintOptions,
  plan: RulePlan,
  digests: Digests,
): Promise<Digests> {
  if (!digests.cards.some(({ needsIds }) => needsIds)) return digests
  const digester = new Digester(library, options, plan, (id, path) => digests.isTaken(id, path))
  const cards: FileDigest[] = []
  for (const digest of digests.cards) {
    const { path, needsIds } = digest
    const again = needsIds && (await digester.card(path, () => library.files.bytesOf(path)))
    cards.push(again ? again.digest : digest)
  }
  return new Digests(cards, digests.registries, digests.links)
}
