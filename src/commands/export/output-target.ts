import { relative, resolve } from 'node:path'
import { withoutLinks } from '../../disk/library-target.ts'
import { formats } from '../../export/formats-known.ts'
import { pathKind } from '../../load/path-kind.ts'
import { CardsError } from '../../model/errors.ts'
import { isBelow } from '../../model/is-below.ts'
import type { Context } from '../command.ts'
import { outputPath } from '../output-path.ts'

/** Where an export goes: an absolute path, and the name by which the user knows it. */
export interface OutputTarget {
  readonly kind: 'file' | 'folder'
  readonly path: string
  readonly name: string
}

/**
 * What `--output` names: a folder when it ends in a slash or is one, else a file.
 * @throws CardsError `usage` for a folder of or in the library, a file of it, and a format that makes no folders
 */
export function outputTarget(output: string, format: string, context: Context): OutputTarget {
  const path = resolve(context.cwd, output)
  if (!/[/\\]$/.test(output) && pathKind(path) !== 'directory')
    return { kind: 'file', path: outputPath(output, '--output', context), name: output }
  const name = output.replace(/(?<=[^/\\])[/\\]+$/, '')
  const folders = formats().flatMap(({ name, hasPages }) => (hasPages ? [name] : []))
  if (formats().some(({ name, hasPages }) => name === format && !hasPages))
    throw new CardsError(
      'usage',
      `The format ${format} goes into one file, and ${name} is a folder.`,
      `Name a file. Formats that make folders: ${folders.join(', ')}.`,
    )
  const below = relative(withoutLinks(context.settings.dir), withoutLinks(path))
  if (below === '' || isBelow(below))
    throw new CardsError(
      'usage',
      `--output: ${name} is in the library, which is for cards alone.`,
      'Name a folder outside of it.',
    )
  return { kind: 'folder', path, name }
}
