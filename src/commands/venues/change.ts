import { requireDirectory } from '../../load/settings.ts'
import { parseUrl } from '../../model/canonical-url.ts'
import type { Venue } from '../../model/card.ts'
import type { VenueIndex } from '../../model/credibility.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import { domainParts, withoutWww } from '../../model/host.ts'
import { jsonText } from '../../model/json-text.ts'
import type { Library } from '../../model/library.ts'
import { withoutEndSlashes } from '../../model/without-end-slashes.ts'
import { changeLibrary } from '../change-library.ts'
import type { Context, Result } from '../command.ts'
import { patchText } from '../patch-text.ts'
import { type VenueFigures, venueFigures, venueJson } from './figures.ts'
import type { VenuesOptions } from './options.ts'

/** A change of venues.yaml that was decided. */
export interface VenuePlan {
  /** The venue's id afterwards. */
  readonly id: string
  /** One, or none where everything is as wanted already. */
  readonly changes: readonly FileChange[]
  /** What venues.yaml holds afterwards, when it changes. */
  readonly content?: Uint8Array
}

/** What is told of a change of venues.yaml. */
export interface VenueWords {
  /** `Added X to venues.yaml`. */
  readonly done: string
  /** The same of what was not done: `Would add X to venues.yaml`. */
  readonly wouldDo: string
  /** What it means for cards, without a full stop. */
  readonly effect: string
  /** When everything is as wanted already. */
  readonly same: string
}

/**
 * Makes a planned change of venues.yaml, or shows it, and tells of the venue.
 * @param words of the venue as it is then
 */
export async function changeVenue(
  context: Context,
  { dryRun, json }: VenuesOptions,
  plan: (library: Library) => Promise<VenuePlan>,
  words: (venue: Venue, figures: VenueFigures) => VenueWords,
): Promise<Result> {
  requireDirectory(context.settings)
  const { id, changes, content } = dryRun ? await plan(context.library) : await changeLibrary(context, plan)
  const { venues, figuresOf } = await venueFigures(
    context.openLibrary(content && new Map([['venues.yaml', content]])),
  )
  const venue = venues.get(id)
  if (!venue) throw new CardsError('io', `${id} is not in venues.yaml any more.`, 'Run the command again.')
  const figures = figuresOf(venue)
  const { done, wouldDo, effect, same } = words(venue, figures)
  return {
    text: json
      ? `${jsonText(venueJson(venue, figures), 2)}\n`
      : dryRun
        ? patchText(changes, context)
        : `${id}\n`,
    notes: [
      changes.length === 0
        ? `${same}.`
        : dryRun
          ? `${wouldDo}: ${effect}. Nothing was written.`
          : `${done}: ${effect}.`,
    ],
    exitCode: 0,
  }
}

/** A domain as venues.yaml has it, of one that was typed, perhaps as a URL. */
export function typedDomain(typed: string): string {
  const url = /^https?:\/\//i.test(typed) ? parseUrl(typed) : undefined
  return url ? withoutWww(url.host) + withoutEndSlashes(url.pathname) : typed
}

/** Whether URLs match two domains alike. */
export function isSameDomain(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

/**
 * Refuses domains that another venue has: which of the two a URL belongs to would be chance.
 * @throws CardsError `no`
 */
export function checkDomains(domains: readonly string[], id: string, venues: VenueIndex): void {
  for (const domain of domains) {
    const owner = venues.all.find(
      venue => venue.id !== id && venue.domains?.some(other => isSameDomain(other, domain)),
    )
    if (owner)
      throw new CardsError(
        'no',
        `The domain \`${domain}\` is already that of ${owner.name} (${owner.id}).`,
        'Leave it to that venue, or give this one a path or a subdomain of it.',
      )
  }
}

function plain(domain: string): string {
  const { host, path } = domainParts(domain)
  return host + path
}
