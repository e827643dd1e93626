import type { Change } from '../../edit/change.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { type HostMove, movedDomain, moveHost, type Site } from '../../edit/operations/move-host.ts'
import { SourceText } from '../../load/source-text.ts'
import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import { sourceKey, sourceKeys } from '../../model/identifier.ts'
import type { Library } from '../../model/library.ts'
import { sourceOf, unchangeable } from '../source-of.ts'

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

export interface MovePlan {
  readonly changes: readonly FileChange[]
  readonly moved: readonly (HostMove & { readonly card: Card })[]
  readonly clashes: readonly Clash[]
  /** The venues that lack the new domain. */
  readonly venues: readonly MovedVenue[]
}

/** Plans what the move of a site makes of a library. */
export async function planMove(library: Library, task: MoveTask): Promise<MovePlan> {
  const cards: Card[] = []
  for await (const card of library.cards()) cards.push(card)
  const bySource = new Map<string, Card[]>()
  for (const card of cards)
    for (const key of sourceKeys(card.fields)) {
      const others = bySource.get(key)
      if (others) others.push(card)
      else bySource.set(key, [card])
    }
  const changes: FileChange[] = []
  const moved: (HostMove & { card: Card })[] = []
  const clashes: Clash[] = []
  for (const card of cards) {
    const move = moveHost(card.fields, task.from, task.to)
    if (move.changes.length === 0) continue
    const clash = clashOf(card, move.urls, bySource)
    if (clash) clashes.push(clash)
    if (clash && !task.force) continue
    const source = await sourceOf(library, card.path)
    const content = editedFile(source, move.changes)
    if (content === undefined) throw unchangeable(card, library)
    changes.push({ kind: 'replace', path: card.path, content, expected: source.bytes })
    moved.push({ ...move, card })
  }
  const venues = await movedVenues(library, task)
  if (task.venues && venues.length > 0) changes.push(await venueChange(library, venues))
  return { changes, moved, clashes, venues }
}

function clashOf(
  card: Card,
  urls: readonly string[],
  bySource: ReadonlyMap<string, readonly Card[]>,
): Clash | undefined {
  const own = new Set(sourceKeys(card.fields))
  // Of two that are one source already, `cards dupes` tells.
  for (const url of urls)
    for (const other of bySource.get(sourceKey(url)) ?? [])
      if (other !== card && !sourceKeys(other.fields).some(key => own.has(key))) return { card, url, other }
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

async function venueChange(library: Library, venues: readonly MovedVenue[]): Promise<FileChange> {
  const path = 'venues.yaml'
  const source = new SourceText(path, 'venues', await library.source(path))
  const items = Array.isArray(source.value) ? source.value : []
  const changes = venues.flatMap(({ id, moved }): Change[] => {
    const i = items.findIndex(item => typeof item === 'object' && !Array.isArray(item) && item.id === id)
    return i < 0 ? [] : [{ kind: 'append', pointer: [i, 'domains'], value: moved }]
  })
  const content = editedFile(source, changes)
  if (content === undefined)
    throw new CardsError(
      'no',
      `${library.location(path)} cannot be changed without touching something else in it.`,
      'Leave --venues out, and add the domains by hand.',
    )
  return { kind: 'replace', path, content, expected: source.bytes }
}
