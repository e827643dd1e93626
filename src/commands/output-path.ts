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
  const [real, dir] = [withoutLinks(path), withoutLinks(settings.dir)]
  const below = relative(dir, real)
  const isConfig = path === settings.configFile || basename(real) === CONFIG_NAME
  const isInput = inputs.some(input => input !== '-' && withoutLinks(resolve(cwd, input)) === real)
  const what = isInput
    ? 'is what is read'
    : isConfig || (isBelow(below) && OWN_FILE.test(below))
      ? 'is a file of the library'
      : undefined
  if (what === undefined) return path
  throw new CardsError(
    'usage',
    `${option}: ${shownPath(path, cwd)} ${what}; a report must not take its place.`,
    'Name another file.',
  )
}
