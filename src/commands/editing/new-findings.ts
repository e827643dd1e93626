import type { KeyedFinding } from '../../lint/placed-finding.ts'
import { counted, grouped } from '../../model/count-text.ts'
import { CardsError } from '../../model/errors.ts'
import { firstOf } from '../../model/first-of.ts'
import { checkFiles } from '../check-files.ts'
import type { Context } from '../command.ts'
import { findingLine } from '../references.ts'
import type { EditPlan } from './edit-plan.ts'

/** The fields in which cards are compared with each other; a change of any other is checked without the rest. */
const COMPARED = new Set(['id', 'url', 'doi', 'arxiv', 'isbn', 'pmid', 'also_at', 'aliases', 'title'])

/** So many findings are told; `cards lint` tells the others. */
const TOLD = 5

/**
 * What lint has to say of an edit that it did not say before.
 * @param isForced whether errors are merely told, too; but a name never leads to two cards
 * @returns a line for each warning, and for each error that is kept
 * @throws CardsError `no` for an error
 */
export async function newFindings(context: Context, plan: EditPlan, isForced: boolean): Promise<string[]> {
  if (plan.texts.size === 0) return []
  const alone = !plan.edited.some(({ changed }) => changed.some(field => COMPARED.has(field)))
  const { findings } = await checkFiles(context, plan.texts, { alone })
  const told = findings.filter(({ severity }) => severity !== 'info')
  const line = findingLine(context.library.name)
  const errors = told.filter(({ severity }) => severity === 'error')
  const lasting = errors.filter(isLasting)
  const refused = isForced ? lasting : [...lasting, ...errors.filter(finding => !isLasting(finding))]
  if (refused.length > 0)
    throw new CardsError(
      'no',
      [
        `This would bring ${counted(refused.length, 'error')}; nothing was written:`,
        ...few(refused, line),
      ].join('\n'),
      lasting.length > 0 ? undefined : 'To keep it all the same: --force',
    )
  return few(told, line)
}

/** An ID or alias of another card: references would lead to the wrong one, also when it is put right later. */
function isLasting({ rule }: KeyedFinding): boolean {
  return rule.startsWith('id/')
}

function few(findings: readonly KeyedFinding[], line: (finding: KeyedFinding) => string): string[] {
  return firstOf(findings.map(line), TOLD, more => `… and ${grouped(more)} more: cards lint tells them.`)
}
