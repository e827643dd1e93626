import { nearest } from '../../../model/nearest.ts'
import type { Omissions } from '../../../model/omissions.ts'
import type { CardContext } from '../../lint-context.ts'

/** Beyond so many, a nearest id is not looked for. */
const MANY = 10_000

/**
 * What to do about an id that a registry does not have.
 * @param add how it is added, in words that go on after a comma
 */
export function missingHelp(id: string, known: readonly string[], add: string): string {
  const [near] = known.length > MANY ? [] : nearest(id, known, 1)
  return near === undefined
    ? `${add.charAt(0).toUpperCase()}${add.slice(1)}, or remove it here.`
    : `Did you mean \`${near}\`? Else ${add}.`
}

/** Whether all entries of a registry could be read: one that could not may be the one that is missed. */
export function isComplete(
  file: 'venues.yaml' | 'pages.yaml',
  count: number,
  { omissions }: CardContext,
): boolean {
  const left: Omissions | undefined = omissions.get(file)
  if (left === undefined) return true
  const lost = left
    .flat()
    .some(pointer => pointer.length === 1 || (pointer.length === 2 && pointer[1] === 'id'))
  // Of a file that is no YAML, nothing is read.
  return count > 0 && !lost
}
