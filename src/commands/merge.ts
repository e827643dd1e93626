import { brief } from '../model/brief.ts'
import { cardTitle } from '../model/card.ts'
import { counted } from '../model/count-text.ts'
import { neutralLine } from '../model/neutral.ts'
import { changeLibrary } from './change-library.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { readChoice } from './merge/choice.ts'
import { readGroups } from './merge/groups.ts'
import { type MergePlan, planMerge } from './merge/plan.ts'
import { mergeJson, mergeLines } from './merge/report.ts'
import { flag, text, texts } from './option.ts'
import { patchText } from './patch-text.ts'
import { cancelled, nobodyToAsk } from './prompts.ts'

export const merge = defineCommand({
  usage: '<keep> [other...]',
  description:
    'Makes cards for one source into one. The card to keep gets the tags, key points, citing pages and URLs of the others, and fills its empty fields from them; where they differ it keeps its own value, and each other is told. The others are retired in its favour, so that their IDs and URLs lead to it. `cards dupes` finds what to merge.',
  examples: [
    ['cards merge MDc4MjQ5Yj AbC123dEf4', 'the second into the first'],
    ['cards merge MDc4MjQ5Yj AbC123dEf4 --take title=AbC123dEf4', 'with the title of the second'],
    ['cards merge MDc4MjQ5Yj AbC123dEf4 --dry-run', 'what would change'],
    ['cards dupes | cards merge - --yes', 'all that surely are one, with the card to keep as suggested'],
    ["cards dupes --json | jq '.[:10]' | cards merge - --yes --json", 'the first ten groups'],
  ],
  options: {
    prefer: text('--prefer <ref>', 'take the values of this card where they differ'),
    take: texts('--take <field=ref>', 'take this field of that card; may be given several times', {
      splits: false,
    }),
    yes: flag('-y, --yes', 'do not ask'),
    dryRun: flag('--dry-run', 'write nothing, show the difference'),
    json: flag('--json', 'what became of each value, as JSON'),
  },
  async run(context, args, { prefer, take, yes, dryRun, json }): Promise<Result> {
    const groups = await readGroups(context, args)
    const choice = readChoice(prefer, take)
    if (groups.length === 0)
      return { text: json ? '[]\n' : '', notes: ['There is nothing to merge.'], exitCode: 0 }
    context.progress(`Planning ${counted(groups.length, 'merge')} …`)
    const planned = await planMerge(context, groups, choice)
    if (dryRun) return result(context, planned, { json, dryRun })
    const isSeen = !yes && (await ask(context, planned, args.includes('-')))
    if (planned.changes.length === 0) return result(context, planned, { json, dryRun })
    const done = await changeLibrary(context, library => planMerge({ ...context, library }, groups, choice), {
      confirmed: isSeen ? planned : undefined,
    })
    const answer = result(context, done, { json, dryRun })
    return isSeen ? { ...answer, notes: [] } : answer
  },
})

/**
 * Shows a person what would happen, and asks.
 * @param isPiped whether the cards were not named one by one
 * @returns whether they have seen it
 * @throws CardsError `cancelled` when they do not want it, `usage` where nobody can be asked and somebody must be
 */
async function ask(context: Context, { groups }: MergePlan, isPiped: boolean): Promise<boolean> {
  const count = groups.flatMap(({ merged }) => merged).length
  if (count === 0) return false
  const prompts = await context.prompts()
  if (!prompts && isPiped) throw nobodyToAsk(`${counted(count, 'card')} would be merged away`)
  if (!prompts) return false
  prompts.note(mergeLines(groups, 'planned').join('\n'))
  const question = groups.length === 1 ? 'Merge them?' : `Merge ${counted(groups.length, 'group')}?`
  if (!(await prompts.confirm(`${question} ${counted(count, 'card')} will be retired.`))) throw cancelled()
  return true
}

function result(
  context: Context,
  { changes, groups }: MergePlan,
  { json, dryRun }: { json: boolean; dryRun: boolean },
): Result {
  return {
    text: json ? mergeJson(groups) : dryRun ? patchText(changes, context) : mapText(groups, context),
    notes: mergeLines(groups, dryRun ? 'planned' : 'done'),
    exitCode: 0,
  }
}

/** Which ID became which, a line each. */
function mapText(groups: MergePlan['groups'], { isTerminal }: Context): string {
  const lines = groups.flatMap(({ keep, merged }) =>
    merged.map(({ card }) =>
      isTerminal
        ? `${card.id} → ${keep.id}  ${neutralLine(brief(cardTitle(keep)))}\n`
        : `${card.id}\t${keep.id}\n`,
    ),
  )
  return lines.join('')
}
