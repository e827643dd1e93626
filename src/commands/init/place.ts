import { dirname, join, relative, resolve } from 'node:path'
import { toSlashes } from '../../load/library-path.ts'
import { pathKind } from '../../load/path-kind.ts'
import { repositoryRoot } from '../../load/repository-root.ts'
import { findSettings, hasDirectory, type Settings, shownPath } from '../../load/settings.ts'
import { CardsError } from '../../model/errors.ts'
import { isBelow } from '../../model/is-below.ts'
import type { Context } from '../command.ts'

/** Where a new library and what belongs to it are to be. All paths are absolute. */
export interface InitPlace {
  /** The library's directory. */
  readonly dir: string
  /** The directory of its config, from which commands find it. */
  readonly base: string
  /** The library's directory from there, with forward slashes. */
  readonly dirFromBase: string
  /** The top of the repository that all this is in; undefined outside of any. */
  readonly root: string | undefined
  /** What commands that run in `base` go by, now. */
  readonly settings: Settings
}

/**
 * Decides where a library is made. The config goes into the working directory when the library is below it, so that
 * commands find it from here, else beside the library.
 * @param given the directory that was named, if any
 * @param force whether a library may be made where commands find another
 * @throws CardsError `usage` where it must not be made
 */
export async function initPlace(
  context: Context,
  given: string | undefined,
  force: boolean,
): Promise<InitPlace> {
  const { cwd } = context
  const usual = await findSettings({ cwd })
  // `--dir` and CARDS_DIR name it as well.
  const named =
    given !== undefined
      ? resolve(cwd, given)
      : context.settings.dir === usual.dir
        ? undefined
        : context.settings.dir
  if (named === undefined) {
    const base = usual.configFile === undefined ? dirname(usual.dir) : dirname(usual.configFile)
    if (base === cwd) return checked({ ...usual }, usual.dir, cwd)
    if (!force) throw libraryAbove(usual, base, cwd)
  }
  const dir = named ?? join(cwd, 'cards')
  if (relative(dir, cwd) === '' || isBelow(relative(dir, cwd)))
    throw new CardsError(
      'usage',
      `${shownPath(dir, cwd)} cannot be the library: it is where you are, and its config stands beside it.`,
      'Without a name it is made in cards/. To make this very directory one, name it from the directory above.',
    )
  const base = isBelow(relative(cwd, dir)) ? cwd : dirname(dir)
  const settings = await findSettings({ cwd: base })
  const { configFile } = settings
  if (configFile !== undefined && settings.dir === dir)
    return checked(settings, dir, dirname(configFile), cwd)
  if (configFile !== undefined && dirname(configFile) === base)
    throw new CardsError(
      'usage',
      `${shownPath(configFile, cwd)} is there already, and its library is ${shownPath(settings.dir, cwd)}.`,
      'Make the new one elsewhere; a config has one library.',
    )
  // Without a config, the library beside would not be found any more.
  const isOther = settings.dir !== dir && hasDirectory(settings)
  const isInWay = isOther && (dirname(settings.dir) === base || isBelow(relative(settings.dir, dir)))
  if ((configFile !== undefined || isInWay) && !force)
    throw libraryAbove(settings, dirname(configFile ?? settings.dir), cwd)
  // Nor would this one, where there is another between it and here.
  const between = await findSettings({ cwd: dirname(dir) })
  const isWithin = between.configFile !== configFile || isBelow(relative(between.dir, dir))
  if (between.dir !== dir && hasDirectory(between) && isWithin && !force)
    throw libraryAbove(between, dirname(between.configFile ?? between.dir), cwd)
  return checked(settings, dir, base, cwd)
}

function checked(settings: Settings, dir: string, base: string, cwd = base): InitPlace {
  const kind = pathKind(dir)
  if (kind !== undefined && kind !== 'directory')
    throw new CardsError(
      'usage',
      `There is a file at ${shownPath(dir, cwd)}, where the library would be.`,
      'Name another directory.',
    )
  return { dir, base, dirFromBase: toSlashes(relative(base, dir)), root: repositoryRoot(base), settings }
}

function libraryAbove({ dir, configFile }: Settings, base: string, cwd: string): CardsError {
  const by = configFile === undefined ? '' : `, as ${pathFrom(cwd, configFile)} says`
  const where =
    dir === cwd ? 'You are in a library already' : `There is a library already: ${pathFrom(cwd, dir)}`
  const there = base === cwd ? 'here' : `in ${pathFrom(cwd, base)}`
  return new CardsError(
    'usage',
    `${where}${by}.`,
    `To add what it lacks, run \`cards init\` ${there}; to make another all the same, give --force.`,
  )
}

/** A path as one would type it here, also when it leads up. */
function pathFrom(cwd: string, path: string): string {
  const below = toSlashes(relative(cwd, path)) || '.'
  return /^(?:\.\.\/){4}/.test(below) ? path : below
}
