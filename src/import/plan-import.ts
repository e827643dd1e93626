import { cardPath, type Layout, previewPath } from '../edit/card-path.ts'
import { cardText } from '../edit/write-card.ts'
import type { CardFields, Page, Venue } from '../model/card.ts'
import type { FileChange } from '../model/file-change.ts'
import { assignIds, type IdentifiedCard } from './assign-ids.ts'
import { differencesOf } from './differences.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportBatch } from './importer.ts'
import { mergeRegistry } from './merge-registry.ts'
import { mergeRepeats } from './merge-repeats.ts'
import { type KnownCard, NO_UPDATES, planUpdates, type Updates } from './plan-updates.ts'
import { failures, importReport, type PlannedCard } from './report-import.ts'
import { type ExistingCard, type KnownRecord, sortKnown } from './sort-known.ts'

/** What an import has to know of the library into which it goes. */
export interface LibraryState {
  /** The cards in use and the retired ones. */
  readonly cards: readonly ExistingCard[]
  /** Whether an ID, or one that differs only in case, is in use: by a card, an alias, a retired card or a file. */
  readonly isTaken: (id: string) => boolean
  readonly venues: readonly Venue[]
  readonly pages: readonly Page[]
  /** The bytes of `venues.yaml` and `pages.yaml`; undefined when there is no such file. */
  readonly venuesFile?: Uint8Array | undefined
  readonly pagesFile?: Uint8Array | undefined
  readonly layout: Layout
  /** The folder below the library for new cards, with a slash at its end; the library itself when it is left out. */
  readonly folder?: string | undefined
  /** The bytes of a card's file; needed where cards are to be updated. */
  readonly sourceOf?: (path: string) => Uint8Array
}

export interface PlanOptions {
  /** The stable IDs that records must get, by the IDs that they have. */
  readonly ids?: ReadonlyMap<string, string>
  /** What the modelines of new files name; none for those left out. */
  readonly schemas?: Schemas
  /** What becomes of a record that is a card already; it is skipped when this is left out. */
  readonly onDuplicate?: OnDuplicate
  /** With `update`: the fields that are replaced, not only filled. */
  readonly overwrite?: ReadonlySet<string>
  /** Whether all that can be read is imported, though something cannot. */
  readonly keepGoing?: boolean
}

/** `fail`: then nothing is imported. */
export type OnDuplicate = 'skip' | 'update' | 'fail'

interface Schemas {
  readonly card?: string | undefined
  readonly venues?: string | undefined
  readonly pages?: string | undefined
}

/** What an import would do: nothing has been written. */
export interface ImportPlan {
  /** In this order: a card comes after all that it needs, so that an import that was cut short can be repeated. */
  readonly changes: readonly FileChange[]
  readonly report: ImportReport
}

/**
 * Decides what an import would write to a library, and tells what becomes of every record. There are no changes when
 * something cannot be read and the rest is not wanted without it, or when there must be no duplicates and are some.
 */
export function planImport(batch: ImportBatch, library: LibraryState, options: PlanOptions = {}): ImportPlan {
  const { ids = new Map<string, string>(), schemas = {}, onDuplicate = 'skip' } = options
  const sorting = sortKnown(batch.cards, library.cards, ids)
  const { fresh, known, untitled } = onDuplicate === 'update' ? mergeRepeats(sorting) : sorting
  const cards = assignIds(fresh, ids, library.isTaken).map(each => ({ ...each, fields: finalFields(each) }))
  const { updates, skipped } = updatesOf(known, cards, library, options)
  const venues = mergeRegistry(
    'venues.yaml',
    batch.venues,
    library.venues,
    library.venuesFile,
    schemas.venues,
  )
  const pages = mergeRegistry('pages.yaml', batch.pages, library.pages, library.pagesFile, schemas.pages)
  const decisions = { batch, library, cards, skipped, untitled, updates, venues, pages }
  const isRefused =
    (onDuplicate === 'fail' && known.length > 0) ||
    (options.keepGoing !== true && failures(decisions).length > 0)
  const changes = [
    ...[venues, pages].flatMap(({ change }) => change ?? []),
    ...updates.changes,
    ...cards.flatMap(card => cardFiles(card, library, schemas.card)),
  ]
  return {
    changes: isRefused ? [] : changes,
    report: importReport({ ...decisions, outcome: isRefused ? 'refused' : 'planned' }),
  }
}

/** What records do to cards that are there, and those that do nothing. */
function updatesOf(
  known: readonly KnownRecord[],
  cards: readonly PlannedCard[],
  { sourceOf, isTaken }: LibraryState,
  { onDuplicate, overwrite = new Set() }: PlanOptions,
): { updates: Updates; skipped: readonly KnownRecord[] } {
  if (onDuplicate !== 'update' || !sourceOf) return { updates: NO_UPDATES, skipped: known }
  const updates = planUpdates(known.filter(isUpdatable), { overwrite, sourceOf, isTaken })
  const idOf = new Map<unknown, string>(cards.map(({ card, id }) => [card, id]))
  const repeated = known.flatMap(({ record, is }) =>
    'id' in is
      ? []
      : differencesOf(
          record,
          { id: idOf.get(is) ?? '', fields: is.fields },
          { offer: {}, replaced: new Set() },
        ),
  )
  const unchanged = new Set(updates.unchanged.map(({ record }) => record))
  return {
    updates: { ...updates, differences: [...updates.differences, ...repeated] },
    skipped: known.filter(each => !isUpdatable(each) || unchanged.has(each.record)),
  }
}

function isUpdatable(known: KnownRecord): known is KnownCard {
  return 'id' in known.is && known.is.fields.retired === undefined
}

function finalFields({ id, aliases, card }: IdentifiedCard): CardFields {
  const { preview } = card
  const excerpt = preview && {
    file: previewPath(id),
    ...(preview.truncated === undefined ? {} : { truncated: preview.truncated }),
    ...(preview.sizeKb === undefined ? {} : { size_kb: preview.sizeKb }),
  }
  const { aliases: _, ...fields } = card.fields
  return {
    ...fields,
    id,
    ...(excerpt === undefined ? {} : { preview: excerpt }),
    ...(aliases.length === 0 ? {} : { aliases: [...aliases] }),
  }
}

function cardFiles(
  { id, card, fields }: PlannedCard,
  { layout, folder = '' }: LibraryState,
  schema: string | undefined,
): FileChange[] {
  const own: FileChange = {
    kind: 'create',
    path: `${folder}${cardPath(id, layout)}`,
    content: cardText(fields, { schema }),
  }
  return card.preview ? [{ kind: 'create', path: previewPath(id), content: card.preview.text }, own] : [own]
}
