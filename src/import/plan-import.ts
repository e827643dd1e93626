import { cardPath, type Layout, previewPath } from '../edit/card-path.ts'
import { cardText } from '../edit/write-card.ts'
import type { CardFields, Page, Venue } from '../model/card.ts'
import type { FileChange } from '../model/file-change.ts'
import { assignIds, type IdentifiedCard } from './assign-ids.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportBatch } from './importer.ts'
import { mergeRegistry } from './merge-registry.ts'
import { importReport, type PlannedCard } from './report-import.ts'
import { type ExistingCard, sortKnown } from './sort-known.ts'

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
}

export interface PlanOptions {
  /** The stable IDs that records must get, by the IDs that they have. */
  readonly ids?: ReadonlyMap<string, string>
  /** What the modelines of new files name; none for those left out. */
  readonly schemas?: Schemas
}

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

/** Decides what an import would write to a library, and tells what becomes of every record. */
export function planImport(batch: ImportBatch, library: LibraryState, options: PlanOptions = {}): ImportPlan {
  const { ids = new Map<string, string>(), schemas = {} } = options
  const { fresh, skipped } = sortKnown(batch.cards, library.cards, ids)
  const cards = assignIds(fresh, ids, library.isTaken).map(each => ({ ...each, fields: finalFields(each) }))
  const venues = mergeRegistry(
    'venues.yaml',
    batch.venues,
    library.venues,
    library.venuesFile,
    schemas.venues,
  )
  const pages = mergeRegistry('pages.yaml', batch.pages, library.pages, library.pagesFile, schemas.pages)
  return {
    changes: [
      ...[venues, pages].flatMap(({ change }) => change ?? []),
      ...cards.flatMap(card => cardFiles(card, library.layout, schemas.card)),
    ],
    report: importReport({ batch, library, cards, skipped, venues, pages }),
  }
}

function finalFields({ id, aliases, card }: IdentifiedCard): CardFields {
  const { preview } = card
  const excerpt = preview && {
    file: previewPath(id),
    ...(preview.truncated === undefined ? {} : { truncated: preview.truncated }),
    ...(preview.sizeKb === undefined ? {} : { size_kb: preview.sizeKb }),
  }
  return {
    ...card.fields,
    id,
    ...(excerpt === undefined ? {} : { preview: excerpt }),
    ...(aliases.length === 0 ? {} : { aliases: [...aliases] }),
  }
}

function cardFiles(
  { id, card, fields }: PlannedCard,
  layout: Layout,
  schema: string | undefined,
): FileChange[] {
  const own: FileChange = {
    kind: 'create',
    path: cardPath(id, layout),
    content: cardText(fields, { schema }),
  }
  return card.preview ? [{ kind: 'create', path: previewPath(id), content: card.preview.text }, own] : [own]
}
