import type { Change } from '../../edit/change.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { fillChanges, isFilled } from '../../edit/operations/fill-changes.ts'
import { newProblems } from '../../edit/operations/new-problems.ts'
import { unchangeableText } from '../../edit/unchangeable.ts'
import type { FetchedField, FetchedSource } from '../../fetch/fetched-source.ts'
import { askable } from '../../fetch/identified.ts'
import { isRawMap, type Raw } from '../../load/raw.ts'
import { SourceText } from '../../load/source-text.ts'
import type { Card, CardFields } from '../../model/card.ts'
import type { VenueIndex } from '../../model/credibility.ts'
import type { FileChange } from '../../model/file-change.ts'
import type { Library } from '../../model/library.ts'
import { venueNamed } from '../../model/venue-named.ts'
import type { LibraryPlan } from '../change-library.ts'
import type { Context } from '../command.ts'
import { shownValue } from '../shown-value.ts'
import type { FetchedCard } from './sources.ts'

/** A field that got a value. */
export interface FilledField {
  readonly field: string
  /** The name under which the page says it, or who else does. */
  readonly from: string
  /** What stood there before, on one line. */
  readonly replaced?: string
}

/** What became of one card. */
export interface FilledCard {
  readonly id: string
  /** Relative to the library. */
  readonly path: string
  readonly status?: string
  readonly http_status?: number
  readonly filled: readonly FilledField[]
  readonly problems: readonly string[]
}

export interface FetchPlan extends LibraryPlan {
  readonly cards: readonly FilledCard[]
  /** The IDs of those whose source was not reached, or whose file could not be changed. */
  readonly failed: ReadonlySet<string>
}

/**
 * Plans what was fetched into the cards: what they lack, what may be overwritten, and the record of the fetch.
 * @param library as it is then on disk: a card that changed meanwhile is planned anew, and one that names another source
 *   by now is left alone
 */
export async function planFetch(
  { settings }: Context,
  library: Library,
  sources: readonly FetchedCard[],
  overwrite: ReadonlySet<string>,
): Promise<FetchPlan> {
  const venues = await library.venues()
  const changes: FileChange[] = []
  const cards: FilledCard[] = []
  const failed = new Set<string>()
  for (const { card: before, fetched } of sources) {
    const { status, http_status } = fetched?.fetch ?? {}
    const told = {
      id: before.id,
      path: before.path,
      ...(status === undefined ? {} : { status }),
      ...(http_status === undefined ? {} : { http_status }),
    }
    const giveUp = (problem: string) => {
      failed.add(before.id)
      cards.push({ ...told, filled: [], problems: [...(fetched?.problems ?? []), problem] })
    }
    if (fetched === undefined) {
      giveUp('It has no url, doi or arxiv to ask for.')
      continue
    }
    if (status !== 'ok' && status !== 'partial') failed.add(before.id)
    const card = await sameCard(library, before)
    if (card === undefined) {
      giveUp('It was changed meanwhile and names another source, or is gone; it was left alone.')
      continue
    }
    const bytes = await library.source(card.path)
    const source = new SourceText(card.path, 'card', bytes)
    const offered = offeredFields(card, source.value, fetched, venues, overwrite)
    const fills = fillChanges(card.fields, valuesOf(offered), overwrite)
    // No answer tells nothing of the source: what the last one told stays.
    if (!fetched.isAnswered && fills.length === 0) {
      cards.push({ ...told, filled: [], problems: fetched.problems })
      continue
    }
    const content = editedFile(source, [...fills, ...recordChanges(card, fetched)])
    const [flaw] = content === undefined ? [] : newProblems(source, content, settings.extra)
    if (content === undefined || flaw) {
      giveUp(flaw?.message ?? `${unchangeableText('Its file')} Edit it by hand.`)
      continue
    }
    const changed = new Set(fills.map(({ pointer }) => pointer[0]))
    const filled = offered
      .filter(({ field }) => changed.has(field))
      .map(({ field, from }) => ({ field, from, ...replacedValue(source.value, field) }))
    const venue = filled.some(({ field }) => field === 'venue') ? [] : venueProblem(card, fetched, venues)
    cards.push({ ...told, filled, problems: [...fetched.problems, ...venue] })
    if (!Buffer.from(content).equals(bytes))
      changes.push({ kind: 'replace', path: card.path, content, expected: bytes })
  }
  return { changes, cards, failed }
}

/** What stands in a field of a card, if anything. */
function replacedValue(raw: Raw | undefined, field: string): Pick<FilledField, 'replaced'> {
  return isFilledIn(raw, field)
    ? { replaced: shownValue((raw as { [field: string]: Raw })[field] ?? '') }
    : {}
}

/** The card as it is now; undefined when it is gone, or names another source. */
async function sameCard(library: Library, before: Card): Promise<Card | undefined> {
  const lookup = await library.find(before.id)
  const now = lookup.kind === 'found' && lookup.card.path === before.path ? lookup.card : undefined
  return now && JSON.stringify(askable(now.fields)) === JSON.stringify(askable(before.fields))
    ? now
    : undefined
}

/** What is offered to a card: also its venue, where the library has it. */
function offeredFields(
  { fields }: Card,
  raw: Raw | undefined,
  fetched: FetchedSource,
  venues: VenueIndex,
  overwrite: ReadonlySet<string>,
): FetchedField[] {
  const matching = fields.url === undefined ? undefined : venues.matching(fields.url)
  const named = fetched.venueName === undefined ? undefined : venueNamed(fetched.venueName, venues)
  const venue: FetchedField[] = matching
    ? [{ field: 'venue', value: matching.id, from: 'its URL' }]
    : named
      ? [{ field: 'venue', value: named.id, from: `the name “${fetched.venueName}”` }]
      : []
  // A value that lint complains about is not in `fields`, and is not empty either.
  const isFlawed = (field: string) =>
    !Object.hasOwn(fields, field) && isFilledIn(raw, field) && !overwrite.has(field)
  return [...fetched.fields, ...(isSuccess(fetched) ? venue : [])].filter(({ field }) => !isFlawed(field))
}

function isFilledIn(raw: Raw | undefined, field: string): boolean {
  return isRawMap(raw) && Object.hasOwn(raw, field) && isFilled(raw[field])
}

function isSuccess({ fetch }: FetchedSource): boolean {
  return fetch.status === 'ok' || fetch.status === 'partial'
}

function valuesOf(offered: readonly FetchedField[]): Partial<CardFields> {
  return Object.fromEntries(offered.map(({ field, value }) => [field, value]))
}

/**
 * The changes that record a fetch: its values take the place of the last one's. The hash of what came last stays until
 * something else comes.
 */
function recordChanges({ fields }: Card, { fetch }: FetchedSource): Change[] {
  const texts = Object.entries(fetch).map(([key, value]) => [key, String(value)] as const)
  if (fields.fetch === undefined)
    return [{ kind: 'set', pointer: ['fetch'], value: Object.fromEntries(texts) }]
  const gone = (['status', 'http_status'] as const).filter(
    key => fields.fetch?.[key] !== undefined && fetch[key] === undefined,
  )
  return [
    ...texts.map(([key, value]): Change => ({ kind: 'set', pointer: ['fetch', key], value })),
    ...gone.map((key): Change => ({ kind: 'unset', pointer: ['fetch', key] })),
  ]
}

/** That a venue is named which the library does not have. */
function venueProblem({ fields }: Card, { venueName }: FetchedSource, venues: VenueIndex): string[] {
  if (fields.venue !== undefined || venueName === undefined || venueNamed(venueName, venues)) return []
  return [`Its venue “${venueName}” is not in venues.yaml, so it was not filled in.`]
}
