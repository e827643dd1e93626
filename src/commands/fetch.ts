import { brief } from '../model/brief.ts'
import { counted, grouped } from '../model/count-text.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { jsonArray } from '../model/json-pieces.ts'
import { neutralLine } from '../model/neutral.ts'
import { changeLibrary } from './change-library.ts'
import { chosenCards } from './chosen-cards.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { type FetchPlan, type FilledCard, planFetch } from './fetch/plan.ts'
import { type FetchedCard, fetchSources } from './fetch/sources.ts'
import { chosenOption, flag, text, texts, type Values } from './option.ts'
import { patchText } from './patch-text.ts'
import { pathLines } from './path-lines.ts'
import { cancelled, nobodyToAsk } from './prompts.ts'
import type { Resolved } from './references.ts'

/** The fields that the network can tell. */
const FIELDS = [
  ...['url', 'doi', 'arxiv', 'isbn', 'pmid', 'also_at', 'title', 'label', 'type', 'authors', 'published'],
  ...['venue', 'language', 'abstract'],
]

const fetchOptions = {
  where: text('--where <query>', 'all cards that a query matches, instead of references'),
  overwrite: texts(
    '--overwrite <fields>',
    'replace these fields by what is fetched, also where they are filled',
  ),
  dryRun: flag('--dry-run', 'show what would change, and change nothing'),
  yes: flag('-y, --yes', 'fetch and write without asking'),
  json: flag('--json', 'as a JSON array: what became of each card'),
}

export const fetchCards = defineCommand({
  usage: '[ref...]',
  description:
    'Asks the network about the sources of cards, and fills what the cards lack: the registrar of a DOI, arXiv, and the page itself. What a card has stays, but for --overwrite. On a terminal the difference is shown before it is written. What its server answered, and when, is kept in the `fetch` of the card; without an answer the card stays as it is.',
  examples: [
    ['cards fetch MDc4MjQ5Yj', 'fill what a card lacks'],
    ['cards fetch MDc4 --overwrite title,authors', 'take the title and authors of the page'],
    ["cards fetch --where 'no:authors type:paper' --dry-run", 'see what could be filled in many'],
  ],
  options: fetchOptions,
  async run(context, args, options): Promise<Result> {
    chosenOption(options, ['yes', 'dryRun'])
    const overwrite = new Set(options.overwrite.map(fieldNamed))
    const resolved = await chosenCards(context, args, options.where)
    const { cards } = resolved
    if (cards.length === 0) return result(context, options, NOTHING, resolved)
    await confirmQuery(context, options, cards.length)
    const sources = await fetchSources(context, cards)
    const draft = await planFetch(context, context.library, sources, overwrite)
    if (options.dryRun || draft.changes.length === 0) return result(context, options, draft, resolved)
    const shown = await confirmChange(context, options, draft)
    const plan = await written(context, sources, overwrite)
    return result(context, options, plan, resolved, shown)
  },
})

type FetchCommandOptions = Values<typeof fetchOptions>

const NOTHING: FetchPlan = { changes: [], cards: [], failed: new Set() }

function fieldNamed(name: string): string {
  const field = FIELDS.find(known => known === name.replaceAll('-', '_'))
  if (field !== undefined) return field
  const hint = didYouMean(name, FIELDS, `Those that can be fetched are ${FIELDS.join(', ')}.`)
  throw new CardsError('usage', `\`${name}\` is no field that can be fetched.`, hint)
}

/** Asks before more sources are asked for than were named. */
async function confirmQuery(context: Context, options: FetchCommandOptions, count: number): Promise<void> {
  if (options.where === undefined || options.yes || options.dryRun) return
  const cards = counted(count, 'card')
  const prompts = await context.prompts()
  if (!prompts) throw nobodyToAsk(`--where would fetch ${cards}`)
  if (!(await prompts.confirm(`Fetch ${cards}?`, true))) throw cancelled()
}

/**
 * Shows a person what is to be written, and asks.
 * @returns the lines that the person has read
 */
async function confirmChange(
  context: Context,
  options: FetchCommandOptions,
  { changes, cards: all }: FetchPlan,
): Promise<ReadonlySet<string>> {
  const prompts = options.yes ? undefined : await context.prompts()
  if (!prompts) return new Set()
  const told = all.flatMap(card => lines(card, options)).map(neutralLine)
  prompts.note(told.join('\n'))
  prompts.show({
    drawn: patchText(changes, { ...context, terminal: context.errorTerminal, isTerminal: true }),
  })
  const cards = changes.length === 1 ? 'this card' : counted(changes.length, 'card')
  if (!(await prompts.confirm(`Change ${cards}?`, true))) throw cancelled()
  return new Set(told)
}

/** Only writing waits for the lock: the network takes its time. */
function written(
  context: Context,
  sources: readonly FetchedCard[],
  overwrite: ReadonlySet<string>,
): Promise<FetchPlan> {
  return changeLibrary(context, library => planFetch(context, library, sources, overwrite))
}

function result(
  context: Context,
  options: FetchCommandOptions,
  plan: FetchPlan,
  resolved: Resolved,
  shown: ReadonlySet<string> = new Set(),
): Result {
  const { library } = context
  const paths = plan.changes.map(({ path }) => library.location(path))
  const text = options.json
    ? jsonArray(plan.cards)
    : options.dryRun
      ? patchText(plan.changes, context)
      : pathLines(paths, context)
  const failed = plan.cards.filter(({ id }) => plan.failed.has(id))
  const well = plan.cards.filter(({ id }) => !plan.failed.has(id))
  const none = plan.cards.length === 0 && resolved.complaints.length === 0 ? ['No card matches.'] : []
  const told = (cards: readonly FilledCard[]) =>
    cards
      .flatMap(card => lines(card, options))
      .map(neutralLine)
      .filter(line => !shown.has(line))
  const sum = plan.cards.length > 1 ? [sumOf(plan)] : []
  const isWell = plan.failed.size === 0 && resolved.complaints.length === 0
  return {
    text,
    notes: [...resolved.notes, ...none, ...told(well), ...(isWell ? sum : [])],
    complaints: [...resolved.complaints, ...told(failed), ...(isWell ? [] : sum)],
    exitCode: isWell ? 0 : 1,
  }
}

/** How it went with all cards together. */
function sumOf({ cards, failed }: FetchPlan): string {
  const filled = cards.filter(({ filled }) => filled.length > 0).length
  return `${grouped(filled)} filled, ${grouped(failed.size)} failed.`
}

/** What became of a card, a sentence a line. */
function lines({ id, filled, problems }: FilledCard, { dryRun }: FetchCommandOptions): string[] {
  const would = dryRun ? 'would be ' : ''
  const into = filled.filter(({ replaced }) => replaced === undefined)
  const named = into.map(({ field, from }) => `${field} from ${from}`).join(', ')
  const what = [
    ...(into.length > 0 ? [`${would}filled: ${named}`] : []),
    ...filled.flatMap(({ field, from, replaced }) =>
      replaced === undefined ? [] : [`${would}replaced: ${field} from ${from}, before “${brief(replaced)}”`],
    ),
  ]
  const nothing = filled.length === 0 && problems.length === 0 ? ['nothing to fill.'] : []
  return [...what, ...nothing, ...problems].map(line => `${id}: ${line}`)
}
