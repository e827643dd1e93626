import type { Change } from '../../edit/change.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { type HostMove, movedDomain, moveHost, type Site } from '../../edit/operations/move-host.ts'
import type { Card } from '../../model/card.ts'
import type { FileChange } from '../../model/file-change.ts'
import type { Library } from '../../model/library.ts'
import { listed } from '../../model/listed.ts'
import { SourceIndex } from '../../model/same-source.ts'
import type { LibraryPlan } from '../change-library.ts'
import type { Context } from '../command.ts'
import { sourceOf, unchangeable } from '../source-of.ts'
import { VenuesFile } from '../venues-file.ts'
import { unknownSite } from './unknown-site.ts'

/** A site that moved. */
export interface MoveTask {
  readonly from: Site
  readonly to: Site
  /** Whether cards move also to URLs that others have. */
  readonly force: boolean
  /** Whether venues get the new domain. */
  readonly venues: boolean
}

/** A card that cannot move, as the source at its new URL has a card. */
export interface Clash {
  readonly card: Card
  readonly url: string
  readonly other: Card
}

/** A venue whose domain is of the old site. */
export interface MovedVenue {
  readonly id: string
  readonly domain: string
  readonly moved: string
}

export interface MovePlan extends LibraryPlan {
  readonly moved: readonly (HostMove & { readonly card: Card })[]
  readonly clashes: readonly Clash[]
  /** The venues that lack the new domain. */
  readonly venues: readonly MovedVenue[]
  /** What to say when no card has a URL of the old site. */
  readonly unknown: string | undefined
}

/** Plans what the move of a site makes of a library. */
export async function planMove(
  { library, settings }: Pick<Context, 'library' | 'settings'>,
  task: MoveTask,
): Promise<MovePlan> {
  const cards = await listed(library.cards())
  const sources = new SourceIndex(cards, [], await library.venues())
  const changes: FileChange[] = []
  const moved: (HostMove & { card: Card })[] = []
  const clashes: Clash[] = []
  for (const card of cards) {
    const move = moveHost(card.fields, task.from, task.to)
    if (move.changes.length === 0) continue
    const clash = clashOf(card, move.urls, sources)
    if (clash) clashes.push(clash)
    if (clash && !task.force) continue
    const source = await sourceOf(library, card.path)
    const content = editedFile(source, move.changes)
    if (content === undefined) throw unchangeable(card, library)
    changes.push({ kind: 'replace', path: card.path, content, expected: source.bytes })
    moved.push({ ...move, card })
  }
  const venues = await movedVenues(library, task)
  if (task.venues && venues.length > 0)
    changes.push(venueChange(new VenuesFile({ library, settings }), venues))
  const isFound = moved.length > 0 || clashes.length > 0
  return { changes, moved, clashes, venues, unknown: isFound ? undefined : unknownSite(cards, task.from) }
}

function clashOf(card: Card, urls: readonly string[], sources: SourceIndex): Clash | undefined {
  // Of those that are one source already, `cards dupes` tells.
  const known = new Set([card, ...sources.sameAs(card.fields)])
  for (const url of urls) {
    const other = sources.sameAs({ url }).find(each => !known.has(each))
    if (other) return { card, url, other }
  }
  return undefined
}

async function movedVenues(library: Library, { from, to }: MoveTask): Promise<MovedVenue[]> {
  const { all } = await library.venues()
  return all.flatMap(({ id, domains = [] }) => {
    const known = new Set(domains)
    return domains.flatMap(domain => {
      const moved = movedDomain(domain, from, to)
      if (moved === undefined || known.has(moved)) return []
      known.add(moved)
      return { id, domain, moved }
    })
  })
}

function venueChange(file: VenuesFile, venues: readonly MovedVenue[]): FileChange {
  const changes = venues.map(({ id, moved }): [index: number, change: Change] => {
    const index = file.indexOf(id)
    return [index, { kind: 'append', pointer: [index, 'domains'], value: moved }]
  })
  const { change } = file.changed(
    changes.map(([, change]) => change),
    ...changes.map(([index]) => index),
  )
  return change
}
