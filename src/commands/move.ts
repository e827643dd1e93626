import { parseSite, type Site } from '../edit/operations/move-host.ts'
import { brief } from '../model/brief.ts'
import { cardTitle } from '../model/card.ts'
import { counted } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import { firstOf } from '../model/first-of.ts'
import { jsonText } from '../model/json-text.ts'
import { neutralLine } from '../model/neutral.ts'
import { changeLibrary } from './change-library.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { type Clash, type MovedVenue, type MovePlan, planMove } from './move/plan.ts'
import { flag } from './option.ts'
import { patchText } from './patch-text.ts'
import { cancelled, nobodyToAsk } from './prompts.ts'

/** So many clashes and new URLs are told one by one before a person is asked. */
const TOLD = 10

export const move = defineCommand({
  usage: '<oldhost> <newhost>',
  description:
    'Rewrites the URLs of cards after a site has moved. Path, query and fragment stay as they are; the old URL stays in also_at and its resource ID in aliases, so that both still lead to the card. The host is matched whole, with and without www.; subdomains and other ports are other sites. Archived copies stay.',
  examples: [
    ['cards move old.org new.org', 'the whole site'],
    ['cards move old.org/blog https://new.org/posts', 'a part of it, and to https'],
    ['cards move old.org new.org --dry-run', 'what would change'],
    ['cards move old.org new.org --venues --yes', 'venues too, and without asking'],
  ],
  options: {
    venues: flag('--venues', 'add the new domain to venues that have the old one'),
    force: flag('--force', 'also where another card has the new URL'),
    yes: flag('-y, --yes', 'do not ask'),
    dryRun: flag('--dry-run', 'write nothing, show the difference'),
    json: flag('--json', 'what was done, as JSON'),
  },
  async run(context, args, options): Promise<Result> {
    const [from, to] = readSites(args)
    const task = { from, to, force: options.force, venues: options.venues }
    const planned = await planMove(context, task)
    const isSeen = !options.dryRun && !options.yes && (await ask(context, planned, args))
    const isDone = !options.dryRun && planned.changes.length > 0
    const plan = isDone
      ? await changeLibrary(context, library => planMove({ ...context, library }, task), {
          confirmed: isSeen ? planned : undefined,
        })
      : planned
    const clashes = options.force ? [] : plan.clashes.map(clashLine)
    return {
      text: options.json
        ? `${jsonText(report(plan, task), 2)}\n`
        : options.dryRun
          ? patchText(plan.changes, context)
          : movedText(plan, context),
      notes: [countLine(plan, args, options.dryRun), ...plan.venues.map(venueLine(task.venues))],
      complaints: clashes,
      exitCode: clashes.length > 0 ? 1 : 0,
    }
  },
})

function readSites(args: readonly string[]): [from: Site, to: Site] {
  const example = 'For example: cards move old.org new.org, or cards move old.org/blog https://new.org/posts'
  const [from, to] = args.map(text => {
    const site = parseSite(text)
    if (site) return site
    throw new CardsError('usage', `\`${brief(text)}\` is no site.`, example)
  })
  if (from === undefined || to === undefined || isSame(from, to))
    throw new CardsError('usage', 'Both sites are the same.', example)
  return [from, to]
}

function isSame(a: Site, b: Site): boolean {
  const isScheme = b.scheme === undefined || a.scheme === b.scheme
  return isScheme && a.host === b.host && a.port === b.port && a.path === b.path
}

/**
 * Shows a person what would move, and asks.
 * @returns whether they have seen it
 * @throws CardsError `cancelled` when they do not want it, `usage` where nobody can be asked
 */
async function ask(
  context: Context,
  { moved, changes, clashes }: MovePlan,
  args: readonly string[],
): Promise<boolean> {
  if (changes.length === 0) return false
  const prompts = await context.prompts()
  const count = counted(moved.length, 'card')
  if (!prompts) throw nobodyToAsk(`${count} would move from ${args[0]} to ${args[1]}`)
  const lines = moved.map(({ card, urls }) => `${card.id}  ${urls.join(' ')}`)
  prompts.note(
    [
      ...firstOf(lines, TOLD, more => `… and ${counted(more, 'more card')}`),
      ...clashes.slice(0, TOLD).map(clashLine),
    ].join('\n'),
  )
  if (!(await prompts.confirm(`Move ${count} from ${args[0]} to ${args[1]}?`))) throw cancelled()
  return true
}

function clashLine({ card, url, other }: Clash): string {
  const title = neutralLine(brief(cardTitle(other)))
  return `${card.id} stays: ${neutralLine(url)} is that of ${other.id} “${title}”. If they are one source: cards merge ${other.id} ${card.id}`
}

function venueLine(added: boolean): (venue: MovedVenue) => string {
  return ({ id, domain, moved }) => {
    const [name, old, now] = [id, domain, moved].map(neutralLine)
    return added
      ? `The venue ${name} has the domain ${now} now, too.`
      : `The venue ${name} has the domain ${old}: --venues adds ${now}.`
  }
}

function countLine(
  { moved, clashes, unknown }: MovePlan,
  [from, to]: readonly string[],
  dryRun: boolean,
): string {
  const where = `from ${neutralLine(from ?? '')} to ${neutralLine(to ?? '')}`
  if (unknown !== undefined) return neutralLine(unknown)
  if (moved.length === 0)
    return clashes.length > 0 ? `No card moved ${where}.` : `No card is left to move ${where}.`
  return `${counted(moved.length, 'card')} ${dryRun ? 'would move' : 'moved'} ${where}.`
}

function movedText({ moved }: MovePlan, { isTerminal }: Context): string {
  return moved
    .map(({ card, urls }) => {
      const line = `${card.id}${isTerminal ? '  ' : '\t'}${urls.join(' ')}`
      return `${isTerminal ? neutralLine(line) : line}\n`
    })
    .join('')
}

function report({ moved, clashes, venues }: MovePlan, task: { force: boolean; venues: boolean }): unknown {
  return {
    moved: moved.map(({ card, url, urls }) => ({
      id: card.id,
      path: card.path,
      ...(url !== undefined && { from: card.fields.url, to: url }),
      also_at: urls.filter(other => other !== url),
    })),
    clashes: clashes.map(({ card, url, other }) => ({
      id: card.id,
      url,
      other: other.id,
      moved: task.force,
    })),
    venues: venues.map(({ id, domain, moved: now }) => ({ id, domain, moved: now, added: task.venues })),
  }
}
