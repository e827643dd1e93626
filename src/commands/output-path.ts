import { relative, resolve } from 'node:path'
import { readIfThere } from '../load/read-inputs.ts'
import { shownPath } from '../load/settings.ts'
import { CardsError } from '../model/errors.ts'
import { isBelow } from '../model/is-below.ts'
import type { Context } from './command.ts'

/** What a library's own files are called: cards, registries, config and excerpts. */
const OWN_FILE = /\.ya?ml$|(?:^|[/\\])previews[/\\]/i

/**
 * The absolute path of a file into which a report goes.
 * @param option what named it, for the message: `--report`
 * @throws CardsError `usage` for a file of the library, which the report would replace
 */
export function outputPath(file: string, option: string, { cwd, settings }: Context): string {
  const path = resolve(cwd, file)
  const below = relative(settings.dir, path)
  const isOwn = path === settings.configFile || (isBelow(below) && OWN_FILE.test(below))
  if (isOwn && readIfThere(path) !== undefined)
    throw new CardsError(
      'usage',
      `${option}: ${shownPath(path, cwd)} is a file of the library; a report would replace it.`,
      'Name another file.',
    )
  return path
}
