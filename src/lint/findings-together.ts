import { NONE } from '../load/memo/file-rows.ts'
import type { UncheckedLibrary } from '../load/unchecked-library.ts'
import type { DigestedLibrary } from './digest-library.ts'
import type { Digests } from './digests.ts'
import type { Before } from './digests-builder.ts'
import { findingsOf, libraryFindings } from './library-findings.ts'
import { affectedRows, type LinkChanges } from './links/affected-rows.ts'
import { keyName } from './links/card-links.ts'
import type { LinkTable } from './links/link-table.ts'
import type { LintOptions } from './lint-options.ts'
import type { KeyedFinding } from './placed-finding.ts'
import type { RulePlan } from './rule-plan.ts'

/**
 * What rules find that look at cards together. What was found before counts still, but for the cards that have changed,
 * and those that have to do with them.
 */
export async function findingsTogether(
  library: UncheckedLibrary,
  { digests, before }: DigestedLibrary,
  options: LintOptions,
  plan: RulePlan,
): Promise<readonly KeyedFinding[]> {
  if (!before || options.earlier) return libraryFindings(library, digests, options, plan)
  const { memo, links } = before
  if (!links) return memo.together
  const affected = affectedRows(digests.links, digests.search, changesSince(before, links, digests))
  const subjects = new Set(digests.search.subjects())
  const isKept = ({ file }: KeyedFinding) => {
    const row = digests.rowOf(file)
    return row !== undefined && subjects.has(row) && !affected.has(row)
  }
  const again = [...subjects].filter(row => affected.has(row))
  return [...memo.together.filter(isKept), ...(await findingsOf(again, library, digests, options, plan))]
}

function changesSince({ memo, rows }: Before, links: LinkTable, digests: Digests): LinkChanges {
  const changed = [...rows.keys()].filter(row => rows[row] === NONE)
  const isPresent = new Uint8Array(memo.count)
  for (const row of rows) if (row !== NONE) isPresent[row] = 1
  const former: Int32Array[] = []
  for (let row = 0; row < memo.count; row++) if (!isPresent[row]) former.push(links.row(row))
  const most = new Set(memo.mostly)
  const mostNow = new Set(digests.search.mostlyKeys())
  return {
    changed,
    former,
    hasOtherIds: hasOthers(
      former,
      changed.map(row => digests.links.row(row)),
    ),
    turned: new Set([...most, ...mostNow].filter(key => most.has(key) !== mostNow.has(key))),
  }
}

/** Whether some rows are about cards with other IDs than others. The first link of a card is its ID. */
function hasOthers(former: readonly Int32Array[], present: readonly Int32Array[]): boolean {
  const idsOf = (rows: readonly Int32Array[]) =>
    rows
      .flatMap(words => (words.length === 0 ? [] : keyName(words[0] ?? 0, words[1] ?? 0)))
      .sort((a, b) => a - b)
  const [ids, others] = [idsOf(former), idsOf(present)]
  return ids.length !== others.length || ids.some((id, i) => id !== others[i])
}
