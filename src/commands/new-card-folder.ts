import { brief } from '../model/brief.ts'
import { CardsError } from '../model/errors.ts'

/** Folders with a meaning of their own. */
const TAKEN: Readonly<Record<string, string>> = {
  retired: 'is for cards that were given up',
  previews: 'is for excerpts of sources',
}

/**
 * The folder of the library into which new cards go.
 * @param named as it is given, below the library; `.` or undefined for the library itself
 * @param by what named it, for the messages: `--folder`
 * @returns with forward slashes and one at its end; `''` for the library itself
 * @throws CardsError `usage` for one that no new card may go to
 */
export function newCardFolder(named: string | undefined, by: string): string {
  const given = (named ?? '.').replaceAll('\\', '/')
  const refuse = (why: string) =>
    new CardsError(
      'usage',
      `${by} \`${brief(named ?? '')}\` ${why}.`,
      'Name a folder in the library, such as inbox or 2026/papers.',
    )
  if (given.trim() === '') throw refuse('names no folder')
  if (/^\/|^[A-Za-z]:/.test(given)) throw refuse('is not a path below the library')
  const names = given.split('/').filter(name => name !== '' && name !== '.')
  if (names.includes('..')) throw refuse('leads out of the library')
  const hidden = names.find(name => name.startsWith('.'))
  if (hidden !== undefined) throw refuse(`has a hidden folder, \`${hidden}\`, which is not read`)
  if (/\p{Cc}/u.test(given)) throw refuse('has a character that no name should have')
  if (/\.ya?ml$/i.test(names.at(-1) ?? '')) throw refuse('names a file')
  const taken = TAKEN[names[0]?.toLowerCase() ?? '']
  if (taken !== undefined) throw refuse(taken)
  return names.map(name => `${name}/`).join('')
}
