import { foldId } from '../../../model/stable-id.ts'
import type { LintContext } from '../../lint-context.ts'

/** Whether an ID leads to a card, be it in use or retired: as its ID, in any case, or as an alias. */
export function knownIds({ cards, retired }: LintContext): (id: string) => boolean {
  const ids = new Set<string>()
  for (const { id, fields } of [...cards, ...retired]) {
    ids.add(foldId(id))
    for (const alias of fields.aliases ?? []) ids.add(foldId(alias))
  }
  return id => ids.has(foldId(id))
}
