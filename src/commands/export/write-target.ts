import { writeFolder } from '../../disk/write-folder.ts'
import { streamOutput } from '../../disk/write-output.ts'
import type { Export } from '../../export/export-cards.ts'
import { counted, grouped } from '../../model/count-text.ts'
import type { OutputTarget } from './output-target.ts'

/**
 * Writes an export to a file or into a folder.
 * @param isForced whether what somebody changed in a folder is lost
 * @returns what was done, in a sentence
 * @throws CardsError `io`
 */
export async function writeTarget(
  { cards, exporter, text, files }: Export,
  { kind, path, name }: OutputTarget,
  isForced: boolean,
): Promise<string> {
  const done = `${counted(cards.length, 'card')} in ${name}`
  if (kind === 'file' || files === undefined) {
    await streamOutput(path, text)
    return `${done}.`
  }
  const { written, unchanged, removed } = await writeFolder(path, files, {
    name,
    extension: exporter.extension,
    isForced,
  })
  const facts = [`${counted(written, 'file')} written`]
  if (unchanged > 0) facts.push(`${grouped(unchanged)} unchanged`)
  if (removed > 0) facts.push(`${grouped(removed)} removed`)
  return `${done}: ${facts.join(', ')}.`
}
