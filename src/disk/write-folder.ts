import { accessSync, constants, realpathSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CardsError } from '../model/errors.ts'
import { isExportPath } from '../model/export-manifest.ts'
import { fewNames } from '../model/few-names.ts'
import { type FolderPlan, planFolder } from '../model/folder-plan.ts'
import { ioCode, ioError } from '../model/io-error.ts'
import { checkStill, hashOf, look, remove, replace } from './folder-file.ts'
import { readManifest, writeManifest } from './folder-manifest.ts'
import { withLock } from './lock.ts'
import { makeDirectory } from './make-directory.ts'
import { pauseAmong } from './pauses.ts'
import { interrupted } from './write-changes.ts'
import { createFile } from './write-file.ts'

/** A file that is to be in a folder, its path relative to it, with forward slashes. */
export interface FolderFile {
  readonly path: string
  readonly text: string
}

export interface FolderOptions {
  /** What messages call the folder. */
  readonly name: string
  /** How its files end, without the dot. */
  readonly extension: string
  /** Whether files of earlier runs are replaced and removed also when somebody changed them. */
  readonly isForced: boolean
  /**
   * What becomes of files of earlier runs that are not wanted now: they are removed; left as they are, still ours; or they
   * must not be, and nothing is written.
   */
  readonly others: 'removed' | 'kept' | 'refused'
}

/** What became of the files of a folder. */
export interface FolderOutcome {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  /** Of earlier runs, and not wanted now. */
  readonly kept: number
}

/**
 * Makes a folder hold these files, beside whatever else is in it: writes those that are new or changed, leaves the others
 * untouched, and sees to those of earlier runs that are no longer wanted. A list in the folder says which files are ours;
 * what is not in it is never replaced or removed, nor anything through a link. The list is brought up to date before the
 * first file is written, so that a run that was interrupted is healed by the next.
 * @param files the same each time that it is gone through: once to look, and once to write
 * @throws {CardsError} `io` before anything is written, when a path is taken by a file that is not ours, ours were
 *   changed, or there are others and none may be; with the system's reason
 */
export async function writeFolder(
  path: string,
  files: Iterable<FolderFile>,
  options: FolderOptions,
): Promise<FolderOutcome> {
  const wanted = await hashesOf(files, options.extension)
  makeDirectory(path)
  const dir = realpathSync(path)
  checkWritable(dir)
  const action = async () => {
    const plan = planIn(dir, wanted, options)
    const isDone = plan.write.size === 0 && plan.remove.size === 0
    if (!isDone) writeManifest(dir, plan.before)
    let written = 0
    try {
      if (!isDone) await carryOut(dir, plan, files, () => written++)
      writeManifest(dir, plan.after)
    } catch (error) {
      throw written > 0 && error instanceof CardsError ? interrupted(error, written, plan.write.size) : error
    }
    const { write, unchanged, remove, keep } = plan
    return { written: write.size, unchanged, removed: remove.size, kept: keep.length }
  }
  return await withLock(dir, action, { what: 'folder' })
}

/**
 * What `writeFolder` would do now. Writes nothing: no folder, no list, no lock.
 * @throws {CardsError} `io` for the same reasons
 */
export async function planWriteFolder(
  path: string,
  files: Iterable<FolderFile>,
  options: FolderOptions,
): Promise<FolderPlan> {
  const wanted = await hashesOf(files, options.extension)
  const isThere = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (isThere) checkWritable(path)
  return planIn(isThere ? realpathSync(path) : path, wanted, options)
}

function planIn(dir: string, wanted: ReadonlyMap<string, string>, options: FolderOptions): FolderPlan {
  const manifest = readManifest(dir, options.extension, options.name)
  const plan = planFolder(wanted, manifest, path => look(dir, path), options.others === 'kept')
  refuse(plan, options)
  return plan
}

/** Before anything else, so that the error is about the folder and not about our lock in it. */
function checkWritable(dir: string): void {
  try {
    accessSync(dir, constants.W_OK)
  } catch (error) {
    throw ioError(error, 'write to', dir)
  }
}

async function hashesOf(files: Iterable<FolderFile>, extension: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (const { path, text } of files) {
    if (!isExportPath(path, extension) || hashes.has(path))
      throw new Error(`no path for an exported file: ${path}`)
    hashes.set(path, hashOf(text))
    await pauseAmong(hashes.size - 1)
  }
  return hashes
}

function refuse({ foreign, edited, remove }: FolderPlan, { name, isForced, others }: FolderOptions): void {
  if (foreign.length > 0)
    throw new CardsError(
      'io',
      `In ${name} there is already what cards export did not make: ${fewNames(foreign)}.`,
      'Nothing was written. Move that away, or name another folder.',
    )
  if (others === 'refused' && remove.size > 0)
    throw new CardsError(
      'io',
      `Nothing is selected, so that all pages in ${name} would be removed: ${fewNames([...remove.keys()])}.`,
      'Nothing was written. Check what is asked for, or give --force to remove them.',
    )
  if (edited.length > 0 && !isForced)
    throw new CardsError(
      'io',
      `In ${name} somebody changed what cards export made: ${fewNames(edited)}.`,
      'Nothing was written. Keep the changes elsewhere, and give --force to lose them here.',
    )
}

async function carryOut(
  dir: string,
  plan: FolderPlan,
  files: Iterable<FolderFile>,
  onWritten: () => number,
): Promise<void> {
  for (const { path, text } of files) {
    if (!plan.write.has(path)) continue
    const target = join(dir, path)
    checkStill(dir, path, plan.write.get(path))
    makeDirectory(dirname(target))
    if (plan.write.get(path) === undefined) createFile(target, text)
    else replace(target, text)
    await pauseAmong(onWritten())
  }
  for (const [path, hash] of plan.remove) {
    checkStill(dir, path, hash)
    remove(join(dir, path))
  }
  removeFolders(dir, plan)
}

/** Removes the folders of ours that are empty now, the inner ones first. */
function removeFolders(dir: string, { before, after }: FolderPlan): void {
  const gone = before.folders.filter(folder => !after.folders.includes(folder))
  for (const folder of gone.sort((a, b) => b.length - a.length)) {
    // A link in its place is not ours.
    if (look(dir, `${folder}/x`) === 'other') continue
    try {
      rmdirSync(join(dir, folder))
    } catch (error) {
      // Somebody else's files are in it.
      if (ioCode(error) === undefined) throw error
    }
  }
}
