import { CardsError } from '../model/errors.ts'
import { isStableId } from '../model/stable-id.ts'

/** The file name of the index of a folder, when no other is asked for. */
export const INDEX_NAME = 'index.md'

/**
 * Checks a name for the index of a folder: a plain one that no page of a card can have.
 * @param extension how the files of the folder end, without the dot
 * @throws CardsError `usage`
 */
export function checkIndexName(name: string, extension: string): void {
  const stem = name.endsWith(`.${extension}`) ? name.slice(0, -1 - extension.length) : ''
  if (/^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}$/.test(stem) && !isStableId(stem.replace(/-\d+$/, ''))) return
  const what = isStableId(stem.replace(/-\d+$/, ''))
    ? "is the name of a card's page"
    : 'is no name for an index'
  throw new CardsError(
    'usage',
    `\`${name.slice(0, 100)}\` ${what}.`,
    `Letters, digits, - and _, with .${extension} at the end: _index.${extension}`,
  )
}
