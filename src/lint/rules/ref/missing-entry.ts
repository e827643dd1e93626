import { nearest } from '../../../model/nearest.ts'
import type { Omissions } from '../../../model/omissions.ts'
import type { LintContext } from '../../lint-context.ts'

/** Beyond so many, a nearest id is not looked for. */
const MANY = 10_000

/** What to do about an id that a registry does not have. */
export function missingHelp(id: string, known: readonly string[], file: string): string {
  const [near] = known.length > MANY ? [] : nearest(id, known, 1)
  return near === undefined
    ? `Add it to ${file}, or remove it here.`
    : `Did you mean \`${near}\`? Else add it to ${file}.`
}

/** Whether all entries of a registry could be read: one that could not may be the one that is missed. */
export function isComplete(
  file: 'venues.yaml' | 'pages.yaml',
  count: number,
  { omissions }: LintContext,
): boolean {
  const left: Omissions | undefined = omissions.get(file)
  if (left === undefined) return true
  const lost = left
    .flat()
    .some(pointer => pointer.length === 1 || (pointer.length === 2 && pointer[1] === 'id'))
  // Of a file that is no YAML, nothing is read.
  return count > 0 && !lost
}
