import { counted } from '../../model/count-text.ts'
import { jsonText } from '../../model/json-text.ts'
import { neutralLine } from '../../model/neutral.ts'
import type { Context, Result } from '../command.ts'
import { confirmThenWrite } from '../confirm-then-write.ts'
import { patchText } from '../patch-text.ts'
import { pathLines } from '../path-lines.ts'
import { cancelled, nobodyToAsk } from '../prompts.ts'
import { shownPatch } from './patches.ts'
import { planUpdate, type UpdatePlan } from './update-plan.ts'
import { placeNotes, updateJson, updateNotes } from './update-report.ts'
import type { WriteOptions } from './write-options.ts'

/**
 * `cards refs update`: writes into `cited_by` of cards what documents cite.
 * @throws CardsError `usage` where a person must be asked and nobody is there
 */
export async function updateRefs(
  context: Context,
  patterns: readonly string[],
  options: Pick<WriteOptions, 'yes' | 'dryRun' | 'json' | 'addPages' | 'page' | 'key'>,
): Promise<Result> {
  const { yes, dryRun, json, addPages, page, key } = options
  const task = { patterns, addPages, page, key }
  const { plan, done, isSeen } = await confirmThenWrite(context, {
    yes,
    dryRun,
    plan: library => planUpdate({ ...context, library }, task),
    ask: plan => ask(context, plan),
  })
  const answer = result(context, plan, { json, done })
  // Which documents are which pages has been told before the question.
  return isSeen ? { ...answer, notes: updateNotes(plan, done) } : answer
}

/** @throws CardsError `cancelled` when a person does not want it, `usage` where nobody can be asked */
async function ask(context: Context, plan: UpdatePlan): Promise<void> {
  const { changes, cards, pages } = plan
  const added = pages.filter(page => page.added).length
  const what = [
    ...(cards.length > 0 ? [`cited_by of ${counted(cards.length, 'card')}`] : []),
    ...(added > 0 ? [`pages.yaml (${counted(added, 'page')} added)`] : []),
  ].join(' and ')
  const prompts = await context.prompts()
  if (!prompts) throw nobodyToAsk(`This would change ${what}`)
  prompts.show({ drawn: shownPatch(changes, context, patchText, 'file') })
  const told = placeNotes(plan)
  if (told.length > 0) prompts.note(told.join('\n'))
  if (!(await prompts.confirm(`Change ${what}?`))) throw cancelled()
}

function result(
  context: Context,
  plan: UpdatePlan,
  { json, done }: { json: boolean; done: 'done' | 'planned' },
): Result {
  const { library } = context
  const paths = plan.changes.map(({ path }) => library.location(path))
  return {
    text: json
      ? `${jsonText(updateJson(plan), 2)}\n`
      : done === 'planned'
        ? patchText(plan.changes, context)
        : pathLines(paths, context),
    notes: [...placeNotes(plan), ...updateNotes(plan, done)],
    complaints: plan.complaints.map(neutralLine),
    exitCode: plan.complaints.length > 0 ? 1 : 0,
  }
}
