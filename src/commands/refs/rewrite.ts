import { withLock } from '../../disk/lock.ts'
import { replaceFiles } from '../../disk/replace-files.ts'
import { requireDirectory } from '../../load/settings.ts'
import { counted } from '../../model/count-text.ts'
import { CardsError } from '../../model/errors.ts'
import { areSameChanges } from '../../model/file-change.ts'
import { jsonText } from '../../model/json-text.ts'
import { neutralLine } from '../../model/neutral.ts'
import type { Context, Result } from '../command.ts'
import { chosenOption } from '../option.ts'
import { pathLines } from '../path-lines.ts'
import { cancelled, nobodyToAsk } from '../prompts.ts'
import { documentPatch, shownPatch } from './patches.ts'
import { planRewrite, type RewritePlan } from './rewrite-plan.ts'
import { rewriteComplaints, rewriteJson, rewriteNotes } from './rewrite-report.ts'
import type { WriteOptions } from './write-options.ts'

/**
 * `cards refs rewrite`: makes old names of cards in documents their present ones.
 * @throws CardsError `usage` where a person must be asked and nobody is there
 */
export async function rewriteRefs(
  context: Context,
  patterns: readonly string[],
  options: Pick<WriteOptions, 'yes' | 'dryRun' | 'json' | 'stableIds'>,
): Promise<Result> {
  const { yes, dryRun, json, stableIds } = options
  chosenOption(options, ['yes', 'dryRun'])
  const plan = (library: Context['library']) => planRewrite({ ...context, library }, patterns, stableIds)
  if (yes) return result(context, await carriedOut(context, plan), { json, done: 'done' })
  const planned = await plan(context.library)
  if (dryRun || planned.changes.length === 0)
    return result(context, planned, { json, done: dryRun ? 'planned' : 'done' })
  await ask(context, planned)
  return result(context, await carriedOut(context, plan, planned), { json, done: 'done' })
}

/** Plans under the lock of the library, so that no card gets another name meanwhile, and writes. */
async function carriedOut(
  context: Context,
  plan: (library: Context['library']) => Promise<RewritePlan>,
  confirmed?: RewritePlan,
): Promise<RewritePlan> {
  const { settings, cwd } = context
  requireDirectory(settings)
  return withLock(settings.dir, async () => {
    const planned = await plan(context.openLibrary())
    if (confirmed && !areSameChanges(confirmed.changes, planned.changes))
      throw new CardsError(
        'no',
        'The library or a document changed while you were asked; nothing was written.',
        'Run the command again, and look again.',
      )
    await replaceFiles(cwd, planned.changes, done =>
      context.progress(`${done} of ${counted(planned.changes.length, 'document')} written`),
    )
    return planned
  })
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
    notes: rewriteNotes(plan, done),
    complaints,
    exitCode: complaints.length > 0 ? 1 : 0,
  }
}
