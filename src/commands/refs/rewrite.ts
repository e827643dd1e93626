import { replaceFiles } from '../../disk/replace-files.ts'
import { counted } from '../../model/count-text.ts'
import { jsonText } from '../../model/json-text.ts'
import { neutralLine } from '../../model/neutral.ts'
import type { Context, Result } from '../command.ts'
import { confirmThenWrite } from '../confirm-then-write.ts'
import { pathLines } from '../path-lines.ts'
import { cancelled, nobodyToAsk } from '../prompts.ts'
import { documentPatch, shownPatch } from './patches.ts'
import { planRewrite, type RewritePlan } from './rewrite-plan.ts'
import { rewriteComplaints, rewriteJson, rewriteNotes, stayNotes } from './rewrite-report.ts'
import type { WriteOptions } from './write-options.ts'

/**
 * `cards refs rewrite`: makes old names of cards in documents their present ones.
 * @throws CardsError `usage` where a person must be asked and nobody is there
 */
export async function rewriteRefs(
  context: Context,
  patterns: readonly string[],
  options: Pick<WriteOptions, 'yes' | 'dryRun' | 'json' | 'stableIds' | 'key'>,
): Promise<Result> {
  const { yes, dryRun, json, stableIds, key } = options
  const { plan, done } = await confirmThenWrite(context, {
    yes,
    dryRun,
    plan: library => planRewrite({ ...context, library }, patterns, stableIds, key),
    ask: plan => ask(context, plan),
    what: 'document',
    write: ({ changes }, progress) => replaceFiles(context.cwd, changes, progress),
  })
  return result(context, plan, { json, done })
}

/** @throws CardsError `cancelled` when a person does not want it, `usage` where nobody can be asked */
async function ask(context: Context, { changes, rewritten }: RewritePlan): Promise<void> {
  const names = counted(rewritten.flatMap(({ names }) => names).length, 'name')
  const documents = counted(changes.length, 'document')
  const prompts = await context.prompts()
  if (!prompts) throw nobodyToAsk(`${names} in ${documents} would be rewritten`)
  prompts.show({ drawn: shownPatch(changes, context, documentPatch, 'document') })
  if (!(await prompts.confirm(`Rewrite ${names} in ${documents}?`))) throw cancelled()
}

function result(
  context: Context,
  plan: RewritePlan,
  { json, done }: { json: boolean; done: 'done' | 'planned' },
): Result {
  const complaints = [...plan.complaints.map(neutralLine), ...rewriteComplaints(plan.left)]
  return {
    text: json
      ? `${jsonText(rewriteJson(plan), 2)}\n`
      : done === 'planned'
        ? documentPatch(plan.changes, context)
        : pathLines(
            plan.rewritten.map(({ document }) => document.name),
            context,
          ),
    notes: [...stayNotes(plan.inAddresses), ...rewriteNotes(plan, done)],
    complaints,
    exitCode: complaints.length > 0 ? 1 : 0,
  }
}
