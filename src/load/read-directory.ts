import { type Card, compareCards, isRetiredPath, type KnownFields } from '../model/card.ts'
import { mapped } from '../model/chunks.ts'
import type { Clue } from '../model/clue.ts'
import { compareFindings, type Finding } from '../model/finding.ts'
import type { LibraryFile } from '../model/library.ts'
import { decode } from './decode.ts'
import { duplicateIds } from './duplicate-ids.ts'
import type { ExtraFields } from './extra-fields.ts'
import type { LibraryFiles } from './library-files.ts'
import { CardsMemo, type FileContent } from './memo/cards-memo.ts'
import { FileReader } from './memo/file-reader.ts'
import { type FileRows, NONE, placeAmong, placesOf } from './memo/file-rows.ts'
import { keepCards } from './memo/keep-cards.ts'
import { readCard } from './read-card.ts'

/** All cards that a directory holds, in the order of their IDs. */
export interface CardsOfDirectory {
  readonly cards: readonly Card[]
  readonly retired: readonly Card[]
}

/** Cards in use and retired ones apart, each in their order. */
export function partedByUse(cards: readonly Card[]): CardsOfDirectory {
  return {
    cards: cards.filter(card => !isRetiredPath(card.path)),
    retired: cards.filter(card => isRetiredPath(card.path)),
  }
}

/**
 * The cards of a directory, and what is wrong with its files. A file that surely is as it was when its card was kept is
 * not read again.
 */
export class DirectoryContents {
  private readonly source: LibraryFiles
  private readonly extra: ExtraFields
  private memo: CardsMemo | undefined
  private readonly reader: FileReader
  /** What the files hold that were read, by their place; that of all others is in the memo. */
  private readonly fresh = new Map<number, FileContent>()
  private whole: Promise<CardsOfDirectory> | undefined

  private constructor(
    source: LibraryFiles,
    extra: ExtraFields,
    memo: CardsMemo | undefined,
    reader: FileReader,
  ) {
    this.source = source
    this.extra = extra
    this.memo = memo
    this.reader = reader
  }

  /** Reads what has to be read. */
  static async read(source: LibraryFiles, extra: ExtraFields): Promise<DirectoryContents> {
    const memo = source.use && CardsMemo.open(source.use, madeBy(extra))
    const contents = new DirectoryContents(source, extra, memo, await FileReader.over(source, memo))
    await contents.readChanged()
    return contents
  }

  /** All cards, with all that they say. */
  cards(): Promise<CardsOfDirectory> {
    this.whole ??= this.select(undefined)
    return this.whole
  }

  /**
   * The cards in use with their IDs and some more of their fields at least, in no order. Each is made when it is
   * asked for: of those that nobody keeps, no memory is taken.
   * @param clues kept cards without one of these are left out
   */
  async cardsWith(fields: ReadonlySet<string>, clues: readonly Clue[] = []): Promise<Iterable<Card>> {
    if (this.whole) return (await this.whole).cards
    return inUse(await this.found(fields, clues))
  }

  /** How many cards are in use. */
  count(): number {
    let count = 0
    const { paths } = this.source
    for (let i = 0; i < paths.length; i++) if (this.hasCard(i) && !isRetiredPath(paths[i] as string)) count++
    return count
  }

  /**
   * Cards that `cardsWith` gave, with more of their fields. A few cost less than all.
   * @param fields all when left out
   */
  async complete(cards: readonly Card[], fields?: ReadonlySet<string>): Promise<Card[]> {
    const isFew = cards.length < this.source.paths.length * FEW
    const known = this.whole || !isFew || !fields ? undefined : this.fieldsOfFew(cards, fields)
    if (known) return cards.map((card, i) => (known[i] ? { ...card, fields: known[i] } : card))
    const all = fields ? await this.cardsWith(fields) : (await this.cards()).cards
    const byPath = new Map(mapped(all, card => [card.path, card]))
    return cards.map(card => byPath.get(card.path) ?? card)
  }

  /** The fields of some cards; undefined for a card that was read, and for all when the memo is damaged. */
  private fieldsOfFew(
    cards: readonly Card[],
    fields: ReadonlySet<string>,
  ): (KnownFields | undefined)[] | undefined {
    const rows = cards.map(({ path }) => this.reader.rows[placeAmong(this.source.paths, path)] ?? NONE)
    const wanted = [...new Set(rows)].filter(row => row !== NONE).sort((a, b) => a - b)
    const known = this.memo?.fieldsOf(wanted, fields)
    const fieldsAt = known && new Map(known)
    return fieldsAt && rows.map(row => fieldsAt.get(row))
  }

  /** The whole cards that were read now, or all if they are many, by path. */
  async cardsInHand(count: number): Promise<ReadonlyMap<string, Card>> {
    if (!this.whole && count < this.source.paths.length * FEW)
      return new Map([...this.fresh.values()].flatMap(({ card }) => (card ? [[card.path, card]] : [])))
    return this.byPath()
  }

  /** All cards, in use and retired, by path. */
  async byPath(): Promise<ReadonlyMap<string, Card>> {
    const { cards, retired } = await this.cards()
    return new Map([...cards, ...retired].map(card => [card.path, card]))
  }

  /** What is wrong with the files, in reading order. */
  async findings(): Promise<readonly Finding[]> {
    return [
      ...this.source.findings,
      ...this.source.paths.flatMap((_, i) => this.problemsOf(i).findings),
      ...(await this.duplicateIds()),
    ].sort(compareFindings)
  }

  private async duplicateIds(): Promise<readonly Finding[]> {
    if (this.memo?.hasDistinctIds && this.reader.isUnchanged) return []
    const { cards, retired } = await (this.whole ?? this.select(NO_FIELDS))
    const textOf = async (card: Card) => decode(this.source.bytesOf(card.path)).text
    return duplicateIds([...cards, ...retired].sort(compareCards), textOf)
  }

  /** The files that are or should be cards, in the order of their paths. */
  files(): LibraryFile[] {
    return this.source.paths.map((path, i) => ({
      path,
      kind: 'card',
      omissions: this.problemsOf(i).omissions,
    }))
  }

  /** The files that hold no card that could be read, and folders that could not be looked through. */
  unread(): string[] {
    return [
      ...this.source.findings.filter(({ severity }) => severity === 'error').map(({ file }) => file),
      ...this.source.paths.filter((_, i) => !this.hasCard(i)),
    ]
  }

  /** The files as they are, to be kept with what is made of them. */
  fileRows(): FileRows {
    return this.reader.fileRows()
  }

  /** Keeps what was found for the next run, if that is worth while. */
  async keep(): Promise<void> {
    const { use, paths } = this.source
    if (!use || !this.reader.isWorthKeeping) return
    const byPath = await this.byPath()
    const contents = paths.map((path, i) => ({ card: byPath.get(path), ...this.problemsOf(i) }))
    await keepCards(use, madeBy(this.extra), this.reader.fileRows(), contents)
  }

  private async readChanged(): Promise<void> {
    for (const [i, path] of this.source.paths.entries()) {
      const result = this.reader.read(i, bytesOf => readCard(bytesOf, path, this.extra))
      if (result === undefined) continue
      const { card, findings, omissions = [] } = result instanceof Promise ? await result : result
      // Not the text: those of all cards would fill the memory.
      this.fresh.set(i, { card, findings, omissions })
    }
  }

  private async select(fields: ReadonlySet<string> | undefined): Promise<CardsOfDirectory> {
    return partedByUse([...(await this.found(fields))].sort(compareCards))
  }

  /** Every card with some of its fields, in no order. */
  private async found(
    fields: ReadonlySet<string> | undefined,
    clues: readonly Clue[] = [],
  ): Promise<Iterable<Card>> {
    const known = this.memo?.rows(fields, clues)
    if (this.memo && !known) {
      // It was damaged where nobody had looked before.
      this.memo = undefined
      this.reader.forget()
      await this.readChanged()
    }
    return this.freshAndKnown(known ?? [])
  }

  private *freshAndKnown(known: Iterable<readonly [row: number, fields: KnownFields]>): Iterable<Card> {
    for (const { card } of this.fresh.values()) if (card) yield card
    const { paths } = this.source
    const { rows, isUnchanged } = this.reader
    const places = isUnchanged ? rows : placesOf(rows)
    for (const [row, fields] of known) {
      const i = places[row] ?? NONE
      if (i === NONE) continue
      yield { id: fields.id, path: paths[i] as string, fields, findings: this.problemsOf(i).findings }
    }
  }

  private hasCard(i: number): boolean {
    const row = this.reader.rows[i] ?? NONE
    return row === NONE ? this.fresh.get(i)?.card !== undefined : (this.memo?.hasCard(row) ?? false)
  }

  private problemsOf(i: number): Pick<FileContent, 'findings' | 'omissions'> {
    const row = this.reader.rows[i] ?? NONE
    return (row === NONE ? this.fresh.get(i) : this.memo?.problemsOf(row)) ?? NO_PROBLEMS
  }
}

function* inUse(cards: Iterable<Card>): Iterable<Card> {
  for (const card of cards) if (!isRetiredPath(card.path)) yield card
}

/** Of fewer cards than this part of all, the fields are read one by one. */
const FEW = 0.2

const NO_FIELDS: ReadonlySet<string> = new Set()
const NO_PROBLEMS = { findings: [], omissions: [] }

/** What cards depend on besides their files: the library's own fields. */
function madeBy(extra: ExtraFields): string {
  return JSON.stringify(extra)
}
