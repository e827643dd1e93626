import { previewPath } from '../edit/card-path.ts'
import { editedFile } from '../edit/edited-file.ts'
import { fillChanges } from '../edit/operations/fill-changes.ts'
import { unchangeableText } from '../edit/unchangeable.ts'
import { SourceText } from '../load/source-text.ts'
import type { FileChange } from '../model/file-change.ts'
import { groupBy } from '../model/group-by.ts'
import { aliasClash } from './alias-clash.ts'
import { differencesOf } from './differences.ts'
import type { Difference, Dropped, Unreadable, Updated } from './import-report.ts'
import { type Offer, offeredFields } from './offered-fields.ts'
import { placeOf } from './record-place.ts'
import type { ExistingCard, KnownRecord } from './sort-known.ts'

/** What becomes of cards that an import has something for. */
export interface Updates {
  readonly changes: readonly FileChange[]
  readonly updated: readonly Updated[]
  readonly differences: readonly Difference[]
  /** Records that had nothing to give. */
  readonly unchanged: readonly KnownRecord[]
  readonly failed: readonly Unreadable[]
  /** What of the records is left out. */
  readonly dropped: readonly Dropped[]
  /** Venues in words, of cards that have none. */
  readonly unknownVenues: readonly { readonly id: string; readonly name: string }[]
}

export const NO_UPDATES: Updates = {
  changes: [],
  updated: [],
  differences: [],
  unchanged: [],
  failed: [],
  dropped: [],
  unknownVenues: [],
}

/** A record of a card that is in the library, and in use. */
export interface KnownCard extends KnownRecord {
  readonly is: ExistingCard
}

export interface UpdateOptions {
  /** The fields whose values are replaced, not only filled. */
  readonly overwrite: ReadonlySet<string>
  /** The bytes of a card's file. */
  readonly sourceOf: (path: string) => Uint8Array
  /** Whether the library uses an ID. */
  readonly isTaken: (id: string) => boolean
}

/**
 * Gives cards what they lack and records have. Of several records of one card, the first that says something counts.
 * All else in the files stays to the byte.
 */
export function planUpdates(known: readonly KnownCard[], options: UpdateOptions): Updates {
  const groups = [...groupBy(known, ({ is }) => is.path).values()].map(records => updateOf(records, options))
  return {
    changes: groups.flatMap(({ changes }) => changes),
    updated: groups.flatMap(({ updated }) => updated),
    differences: groups.flatMap(({ differences }) => differences),
    unchanged: groups.flatMap(({ unchanged }) => unchanged),
    failed: groups.flatMap(({ failed }) => failed),
    dropped: groups.flatMap(({ dropped }) => dropped),
    unknownVenues: groups.flatMap(({ unknownVenues }) => unknownVenues),
  }
}

function updateOf(records: readonly KnownCard[], { overwrite, sourceOf, isTaken }: UpdateOptions): Updates {
  const card = records[0]?.is
  if (card === undefined) return NO_UPDATES
  const source = new SourceText(card.path, 'card', sourceOf(card.path))
  const own = new Set([card.id, ...(card.fields.aliases ?? [])])
  const isClash = (alias: string) => !own.has(alias) && isTaken(alias)
  const offers = records.map(({ record }) =>
    withoutAliases(offeredFields(record, card.fields, source.value, overwrite), isClash),
  )
  const offer = joinedOffer(offers)
  const changes = fillChanges(card.fields, offer, overwrite)
  const content = editedFile(source, changes)
  if (content === undefined) return { ...NO_UPDATES, failed: records.map(each => failure(each)) }
  const changed = new Set(changes.map(({ pointer }) => String(pointer[0])))
  const replaced = new Set([...changed].filter(key => overwrite.has(key) && key in card.fields))
  const parts = shares(offers, changed)
  const updated = records.flatMap(({ record, why }, i): Updated[] => {
    const keys = parts[i] ?? []
    const filled = keys.filter(key => !replaced.has(key))
    const overwritten = keys.filter(key => replaced.has(key))
    return keys.length === 0 ? [] : [{ ...placeOf(record), id: card.id, why, filled, overwritten }]
  })
  const views = { raw: source.value, offer, replaced }
  return {
    changes: [...previewFile(records, changed, card), ...replacement(card, source.bytes, content)],
    updated,
    differences: records.flatMap(({ record }) => differencesOf(record, card, views)),
    unchanged: records.filter((_, i) => (parts[i] ?? []).length === 0),
    failed: [],
    dropped: records.flatMap(({ record }) =>
      (record.fields.aliases ?? []).filter(isClash).map(alias => aliasClash(record, alias)),
    ),
    unknownVenues: records.flatMap(({ record }) =>
      record.unknownVenue === undefined || card.fields.venue !== undefined
        ? []
        : [{ id: card.id, name: record.unknownVenue }],
    ),
  }
}

function withoutAliases({ aliases, ...offer }: Offer, isClash: (alias: string) => boolean): Offer {
  const free = aliases?.filter(alias => !isClash(alias)) ?? []
  return free.length === 0 ? offer : { ...offer, aliases: free }
}

/** What several offers come to. Aliases come first: a `url` that changes adds to them. */
function joinedOffer(offers: readonly Offer[]): Offer {
  const { aliases, ...offer }: Offer = Object.assign({}, ...[...offers].reverse())
  return aliases === undefined ? offer : { aliases, ...offer }
}

/** Which of the fields that change each of several offers gives: the first that has one. */
function shares(offers: readonly Offer[], changed: ReadonlySet<string>): string[][] {
  const given = new Set<string>()
  return offers.map(offer => {
    const keys = Object.keys(offer).filter(key => changed.has(key) && !given.has(key))
    for (const key of keys) given.add(key)
    return keys
  })
}

function failure({ record, is }: KnownCard): Unreadable {
  const why = `${unchangeableText(`The card ${is.path}`)} Edit it by hand.`
  return { ...placeOf(record), why }
}

function replacement({ path }: ExistingCard, expected: Uint8Array, content: Uint8Array): FileChange[] {
  return content === expected ? [] : [{ kind: 'replace', path, content, expected }]
}

/** The excerpt that a card now names; before the card, so that none is named that is not there. */
function previewFile(
  records: readonly KnownCard[],
  changed: ReadonlySet<string>,
  { id }: ExistingCard,
): FileChange[] {
  const preview = records.find(({ record }) => record.preview)?.record.preview
  return preview && changed.has('preview')
    ? [{ kind: 'create', path: previewPath(id), content: preview.text }]
    : []
}
