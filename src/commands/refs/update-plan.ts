import { join } from 'node:path'
import { isByOwnName } from '../../documents/rewrite-document.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { citedByChanges } from '../../edit/operations/cited-by.ts'
import { unchangeableText } from '../../edit/unchangeable.ts'
import { mergeRegistry } from '../../import/merge-registry.ts'
import { readIfThere } from '../../load/read-inputs.ts'
import type { Card, Page } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import { groupBy } from '../../model/group-by.ts'
import type { Library } from '../../model/library.ts'
import { listed } from '../../model/listed.ts'
import type { LibraryPlan } from '../change-library.ts'
import type { Context } from '../command.ts'
import { type ScannedDocument, scanDocuments } from '../scan-documents.ts'
import { schemaAddresses } from '../schema-addresses.ts'
import { sourceOf } from '../source-of.ts'
import {
  type CitingPage,
  type PlaceOptions,
  placeDocuments,
  type SkippedDocument,
} from './place-documents.ts'

/** What is to be read, and as which pages. */
export interface UpdateTask extends PlaceOptions {
  readonly patterns: readonly string[]
  /** The scheme of the citation keys, as `scanDocuments` takes it. */
  readonly key?: string | undefined
}

/** A card whose `cited_by` changes. */
export interface UpdatedCard {
  readonly card: Card
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}

export interface UpdatePlan extends LibraryPlan {
  readonly cards: readonly UpdatedCard[]
  /** The pages whose documents were read. */
  readonly pages: readonly CitingPage[]
  /** The documents that cite and are no page. */
  readonly skipped: readonly SkippedDocument[]
  /** How many names lead to no card, and to retired ones. */
  readonly unknown: number
  readonly retired: number
  /** How many documents were read. */
  readonly read: number
  /** How many files were passed over that are no documents. */
  readonly notes: readonly string[]
  /** The documents whose front matter cannot be read: they go by their paths. */
  readonly unclear: readonly ScannedDocument[]
  /** The documents that could not be read, the pages that stay for their sake, and the cards that cannot be changed. */
  readonly complaints: readonly string[]
}

/**
 * Plans what cards say in `cited_by` after documents have been read. Where one could not be, no page is taken away: it
 * may be any of them, and cite any card. Nor where a card could not be, which may tell what replaces another.
 */
export async function planUpdate(
  context: Pick<Context, 'library' | 'settings' | 'cwd' | 'progress'>,
  task: UpdateTask,
): Promise<UpdatePlan> {
  const { library } = context
  const { documents, notes, complaints } = await scanDocuments(context, task.patterns, task.key)
  const cards = await listed(library.cards())
  const entries = await library.pages()
  // A page that cards name is known, whether or not pages.yaml has a title for it.
  const known = new Set([...entries.keys(), ...cards.flatMap(({ fields }) => fields.cited_by ?? [])])
  const { pages, skipped, unclear } = placeDocuments(documents, known, task)
  const added = pages.flatMap(({ added }) => added ?? [])
  const isComplete = complaints.length === 0 && (await library.unread()).length === 0
  const registry = added.length === 0 ? [] : [pagesChange(context, added, [...entries.values()])]
  const { updated, unchanged, kept } = await updatedCards(library, cards, pages, isComplete)
  const targets = documents.flatMap(({ citations }) =>
    citations.filter(isByOwnName).map(({ target }) => target.kind),
  )
  return {
    changes: [...registry, ...updated.map(({ change }) => change)],
    cards: updated,
    pages,
    skipped,
    unknown: targets.filter(kind => kind === 'unknown').length,
    retired: targets.filter(kind => kind === 'retired').length,
    read: documents.length,
    notes,
    unclear,
    complaints: [...complaints, ...(kept > 0 ? [keptLine(kept)] : []), ...unchanged],
  }
}

interface UpdatedCards {
  readonly updated: readonly (UpdatedCard & { readonly change: FileChange })[]
  /** Why other cards cannot be. */
  readonly unchanged: readonly string[]
  /** How many pages stay that would have been removed. */
  readonly kept: number
}

/** @param removes whether pages are also taken away */
async function updatedCards(
  library: Library,
  cards: readonly Card[],
  pages: readonly CitingPage[],
  removes: boolean,
): Promise<UpdatedCards> {
  const read = new Set(pages.map(({ id }) => id))
  const citing = groupBy(
    pages.flatMap(({ id, cards }) => cards.map(({ path }) => ({ id, path }))),
    ({ path }) => path,
  )
  const updated: (UpdatedCard & { change: FileChange })[] = []
  const unchanged: string[] = []
  let kept = 0
  for (const card of cards) {
    const now = new Set((citing.get(card.path) ?? []).map(({ id }) => id))
    if (now.size === 0 && !card.fields.cited_by?.some(id => read.has(id))) continue
    const source = await sourceOf(library, card.path)
    const whole = citedByChanges(source, { read, citing: now })
    if (!removes) kept += whole.lost.length
    const wanted = removes ? whole : citedByChanges(source, { read: new Set(), citing: now })
    const { changes, gained, lost } = wanted
    if (changes.length === 0) continue
    const content = editedFile(source, changes)
    if (content === undefined) {
      unchanged.push(
        `${unchangeableText(library.location(card.path))} Edit it by hand: cards edit ${card.id}`,
      )
      continue
    }
    const change: FileChange = { kind: 'replace', path: card.path, content, expected: source.bytes }
    updated.push({ card, gained, lost, change })
  }
  return { updated, unchanged, kept }
}

function keptLine(kept: number): string {
  const [pages, stay] = [counted(kept, 'citing page'), kept === 1 ? 'stays' : 'stay']
  return `${pages} ${stay} in cited_by that would be removed if all documents and cards could be read. Mend those, then run this again.`
}

const PAGES = 'pages.yaml'

/** @throws CardsError `no` for a file at whose end nothing can be added */
function pagesChange(
  { library, settings }: Pick<Context, 'library' | 'settings'>,
  added: readonly Page[],
  entries: readonly Page[],
): FileChange {
  const name = library.location(PAGES)
  const { change } = mergeRegistry(
    PAGES,
    added.map(item => ({ item, origin: { file: name, line: 1 } })),
    entries,
    readIfThere(join(settings.dir, PAGES)),
    schemaAddresses(settings).pages,
  )
  if (change) return change
  throw new CardsError(
    'no',
    `Nothing can be added at the end of ${name}, and nothing was written.`,
    'Write it as a block list: each page on lines of its own (`- id: about-us`), and no `...` at the end.',
  )
}
