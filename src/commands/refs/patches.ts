import { dirname, relative } from 'node:path'
import { shownPath } from '../../load/settings.ts'
import { counted } from '../../model/count-text.ts'
import type { FileChange } from '../../model/file-change.ts'
import { isBelow } from '../../model/is-below.ts'
import type { Context } from '../command.ts'
import { patchText } from '../patch-text.ts'

/** So many files, and so many lines of their difference, are shown before a person is asked. */
const [SHOWN, SHOWN_LINES] = [10, 300]

type Patch = (changes: readonly FileChange[], context: Context) => string

/** The difference that changes of documents make, which go by their absolute paths: below the working directory by those from there. */
export function documentPatch(changes: readonly FileChange[], context: Context): string {
  return patchText(changes, context, path => shownPath(path, context.cwd), commonFolder(changes))
}

/**
 * The difference for a person who is asked, on standard error; of many files, the first.
 * @param what a file is called
 */
export function shownPatch(
  changes: readonly FileChange[],
  context: Context,
  patch: Patch,
  what: string,
): string {
  const shown = patch(changes.slice(0, SHOWN), {
    ...context,
    terminal: context.errorTerminal,
    isTerminal: true,
  })
  const lines = shown.split('\n')
  const [files, rest] = [changes.length - SHOWN, lines.length - 1 - SHOWN_LINES]
  const more = [
    ...(rest > 0 ? [counted(rest, 'more line')] : []),
    ...(files > 0 ? [counted(files, `more ${what}`)] : []),
  ]
  if (more.length === 0) return shown
  const start = rest > 0 ? `${lines.slice(0, SHOWN_LINES).join('\n')}\n` : shown
  return `${start}\n… and ${more.join(', and ')}: --dry-run shows all.\n`
}

/** The folder in or below which all changed files are. */
function commonFolder([first, ...others]: readonly FileChange[]): string {
  let folder = dirname(first?.path ?? '/')
  for (const { path } of others)
    while (!isBelow(relative(folder, path)) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
