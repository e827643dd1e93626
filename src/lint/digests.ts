import { fileStem, isRetiredPath } from '../model/card.ts'
import { compareText } from '../model/order.ts'
import { foldId } from '../model/stable-id.ts'
import { type FileDigest, idOf } from './file-digest.ts'
import { NAMES } from './links/link-names.ts'
import { LinkSearch } from './links/link-search.ts'
import type { LinkTable } from './links/link-table.ts'

/** The digests of a whole library. What is asked of all of them together is worked out when it is first asked for. */
export class Digests {
  /** Of the files of cards, in the order of their paths, as the rows of the links. */
  readonly cards: readonly FileDigest[]
  readonly registries: readonly FileDigest[]
  readonly links: LinkTable
  private searched: LinkSearch | undefined
  private sortedIds: readonly string[] | undefined
  private stems: ReadonlyMap<string, string> | undefined

  constructor(cards: readonly FileDigest[], registries: readonly FileDigest[], links: LinkTable) {
    this.cards = cards
    this.registries = registries
    this.links = links
  }

  /** Which cards have to do with which others. */
  get search(): LinkSearch {
    this.searched ??= new LinkSearch(this.links)
    return this.searched
  }

  /** The IDs of all cards: of those in use, then of the retired ones, each in their order. */
  ids(): readonly string[] {
    if (this.sortedIds === undefined) {
      const cards = this.cards.filter(({ id }) => id !== undefined)
      const idsOf = (isRetired: boolean) =>
        cards
          .flatMap(digest => (isRetiredPath(digest.path) === isRetired ? (idOf(digest) ?? []) : []))
          .sort(compareText)
      this.sortedIds = [...idsOf(false), ...idsOf(true)]
    }
    return this.sortedIds
  }

  /** The row of a card's file; undefined when there is no such file. */
  rowOf(path: string): number | undefined {
    let low = 0
    let high = this.cards.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const order = compareText(this.cards[middle]?.path ?? '', path)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }

  /** Whether there is a file. */
  hasFile(path: string): boolean {
    return this.rowOf(path) !== undefined || this.registries.some(digest => digest.path === path)
  }

  /** Whether a card, a former ID, or the name of another file than the one at a path has an ID, in any case. */
  isTaken(id: string, path: string): boolean {
    if (this.search.rowsSharing(NAMES, foldId(id)).length > 0) return true
    this.stems ??= pathsByStem(this.cards)
    const holder = this.stems.get(id.toLowerCase())
    return holder !== undefined && holder !== path
  }

  /** The file of the card with an ID: of several, the last, as retired ones come last. */
  pathOf(id: string): string | undefined {
    const paths = this.cards.filter(digest => idOf(digest) === id).map(({ path }) => path)
    return paths
      .sort((a, b) => Number(isRetiredPath(a)) - Number(isRetiredPath(b)) || compareText(a, b))
      .at(-1)
  }
}

/** The path of the file of each name, without regard to case; '' where several have it. */
function pathsByStem(digests: readonly FileDigest[]): Map<string, string> {
  const paths = new Map<string, string>()
  for (const { path } of digests) {
    const stem = fileStem(path).toLowerCase()
    paths.set(stem, paths.has(stem) ? '' : path)
  }
  return paths
}
