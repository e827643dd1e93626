import { join } from 'node:path'
import { isByOwnName } from '../../documents/rewrite-document.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { citedByChanges } from '../../edit/operations/cited-by.ts'
import { mergeRegistry } from '../../import/merge-registry.ts'
import { readIfThere } from '../../load/read-inputs.ts'
import type { Card, Page } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import { groupBy } from '../../model/group-by.ts'
import type { Library } from '../../model/library.ts'
import { listed } from '../../model/listed.ts'
import type { LibraryPlan } from '../change-library.ts'
import type { Context } from '../command.ts'
import { scanDocuments } from '../scan-documents.ts'
import { schemaAddresses } from '../schema-addresses.ts'
import { sourceOf, unchangeable } from '../source-of.ts'
import {
  type CitingPage,
  type PlaceOptions,
  placeDocuments,
  type SkippedDocument,
} from './place-documents.ts'

/** What is to be read, and as which pages. */
export interface UpdateTask extends PlaceOptions {
  readonly patterns: readonly string[]
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
  /** The documents that could not be. */
  readonly complaints: readonly string[]
}

/** Plans what cards say in `cited_by` after documents have been read. */
export async function planUpdate(
  context: Pick<Context, 'library' | 'settings' | 'cwd' | 'progress'>,
  task: UpdateTask,
): Promise<UpdatePlan> {
  const { library } = context
  const { documents, complaints } = await scanDocuments(context, task.patterns)
  const cards = await listed(library.cards())
  const entries = await library.pages()
  // A page that cards name is known, whether or not pages.yaml has a title for it.
  const known = new Set([...entries.keys(), ...cards.flatMap(({ fields }) => fields.cited_by ?? [])])
  const { pages, skipped } = placeDocuments(documents, known, task)
  const added = pages.flatMap(({ added }) => added ?? [])
  const registry = added.length === 0 ? [] : [pagesChange(context, added, [...entries.values()])]
  const updated = await updatedCards(library, cards, pages)
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
    complaints,
  }
}

async function updatedCards(
  library: Library,
  cards: readonly Card[],
  pages: readonly CitingPage[],
): Promise<(UpdatedCard & { change: FileChange })[]> {
  const read = new Set(pages.map(({ id }) => id))
  const citing = groupBy(
    pages.flatMap(({ id, cards }) => cards.map(({ path }) => ({ id, path }))),
    ({ path }) => path,
  )
  const updated: (UpdatedCard & { change: FileChange })[] = []
  for (const card of cards) {
    const now = new Set((citing.get(card.path) ?? []).map(({ id }) => id))
    if (now.size === 0 && !card.fields.cited_by?.some(id => read.has(id))) continue
    const source = await sourceOf(library, card.path)
    const { changes, gained, lost } = citedByChanges(source.value ?? {}, { read, citing: now })
    if (changes.length === 0) continue
    const content = editedFile(source, changes)
    if (content === undefined) throw unchangeable(card, library)
    const change: FileChange = { kind: 'replace', path: card.path, content, expected: source.bytes }
    updated.push({ card, gained, lost, change })
  }
  return updated
}

const PAGES = 'pages.yaml'

/** @throws CardsError `no` for a file that nothing can be added to */
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
    `${name} has no end at which pages could be added. Nothing was written.`,
    'Mend it first: `cards lint` says what is wrong.',
  )
}
