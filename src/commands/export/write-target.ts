import { type FolderOptions, planWriteFolder, writeFolder } from '../../disk/write-folder.ts'
import { streamOutput } from '../../disk/write-output.ts'
import type { Export } from '../../export/export-cards.ts'
import { counted, grouped } from '../../model/count-text.ts'
import type { FolderPlan } from '../../model/folder-plan.ts'
import type { OutputTarget } from './output-target.ts'

/** How an export is written. */
export interface WriteOptions {
  /** Whether what somebody changed in a folder is lost, and all of its pages when nothing is selected. */
  readonly isForced: boolean
  /** Whether it is only told what would be written into the folder: files know no such thing. */
  readonly isDry: boolean
  /** Whether more cards might be selected if everything could be read: no page of a folder is removed then. */
  readonly isIncomplete: boolean
}

/** What was done, or would be. */
export interface Written {
  /** For standard output: of a dry run a line for each file that would be written or removed. */
  readonly text: string
  readonly notes: readonly string[]
}

/**
 * Writes an export to a file or into a folder.
 * @throws CardsError `io`
 */
export async function writeTarget(
  { cards, format, text, files }: Export,
  { kind, path, name }: OutputTarget,
  { isForced, isDry, isIncomplete }: WriteOptions,
): Promise<Written> {
  const done = `${counted(cards.length, 'card')} in ${name}`
  if (kind === 'file' || files === undefined) {
    await streamOutput(path, text)
    return { text: '', notes: [`${done}.`] }
  }
  const options: FolderOptions = {
    name,
    extension: format.extension,
    isForced,
    others: isIncomplete ? 'kept' : cards.length === 0 && !isForced ? 'refused' : 'removed',
  }
  if (isDry) {
    const plan = await planWriteFolder(path, files, options)
    const { write, unchanged, remove, keep } = plan
    const facts = factsOf('to write', 'to remove', write.size, unchanged, remove.size)
    return {
      text: planText(plan, name),
      notes: [`${done}: ${facts}. Nothing was written.`, ...keptNote(keep.length)],
    }
  }
  const { written, unchanged, removed, kept } = await writeFolder(path, files, options)
  const facts = factsOf('written', 'removed', written, unchanged, removed)
  return { text: '', notes: [`${done}: ${facts}.`, ...keptNote(kept)] }
}

function factsOf(
  toWrite: string,
  toRemove: string,
  written: number,
  unchanged: number,
  removed: number,
): string {
  const facts = [`${counted(written, 'file')} ${toWrite}`]
  if (unchanged > 0) facts.push(`${grouped(unchanged)} unchanged`)
  if (removed > 0) facts.push(`${grouped(removed)} ${toRemove}`)
  return facts.join(', ')
}

function keptNote(kept: number): string[] {
  if (kept === 0) return []
  const stays = kept === 1 ? 'stays' : 'stay'
  return [`${counted(kept, 'page')} that would be removed ${stays}, as the selection is incomplete.`]
}

/** What would be done with each file, and its path, separated by a tab. */
function planText({ write, remove }: FolderPlan, name: string): string {
  const lines = [
    ...[...write].map(([path, hash]) => [hash === undefined ? 'create' : 'replace', path]),
    ...[...remove.keys()].map(path => ['remove', path]),
  ]
  return lines.map(([what, path]) => `${what}\t${name}/${path}\n`).join('')
}
