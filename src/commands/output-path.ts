import { basename, relative, resolve } from 'node:path'
import { withoutLinks } from '../disk/library-target.ts'
import { CONFIG_NAME, shownPath } from '../load/settings.ts'
import { CardsError } from '../model/errors.ts'
import { isBelow } from '../model/is-below.ts'
import type { Context } from './command.ts'

/** What a library's own files are called: cards, registries, config and excerpts. */
const OWN_FILE = /\.ya?ml$|(?:^|[/\\])previews[/\\]/i

/**
 * The absolute path of a file into which a report goes.
 * @param option what named it, for the message: `--report`
 * @param inputs the files that are read, as the user named them: none may be replaced
 * @throws CardsError `usage` for a file of the library, its config, or one that is read
 */
export function outputPath(
  file: string,
  option: string,
  { cwd, settings }: Context,
  inputs: readonly string[] = [],
): string {
  const path = resolve(cwd, file)
  const real = withoutLinks(path)
  const isInput = inputs.some(input => input !== '-' && withoutLinks(resolve(cwd, input)) === real)
  const what = isInput
    ? 'is what is read'
    : isLibraryFile(path, { settings })
      ? 'is a file of the library'
      : undefined
  if (what === undefined) return path
  throw new CardsError(
    'usage',
    `${option}: ${shownPath(path, cwd)} ${what}; nothing else may take its place.`,
    'Name another file.',
  )
}

/** Whether a path, absolute, is that of a card, a registry, an excerpt or the config of a library. */
export function isLibraryFile(path: string, { settings }: Pick<Context, 'settings'>): boolean {
  const real = withoutLinks(path)
  if (path === settings.configFile || basename(real) === CONFIG_NAME) return true
  const below = relative(withoutLinks(settings.dir), real)
  return isBelow(below) && OWN_FILE.test(below)
}
