import { existsSync, realpathSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Card, Page, Venue } from '../model/card.ts'
import type { Registries } from '../model/card-json.ts'
import type { Clue } from '../model/clue.ts'
import { VenueIndex } from '../model/credibility.ts'
import { CardsError } from '../model/errors.ts'
import { compareFindings, type Finding } from '../model/finding.ts'
import { ioCode, ioError, ioReason } from '../model/io-error.ts'
import { isBelow } from '../model/is-below.ts'
import type { KeptOfCards, Library, LibraryFile, Lookup, Preview } from '../model/library.ts'
import { HadAtOnce } from '../model/listed.ts'
import { compareText } from '../model/order.ts'
import { isStableId } from '../model/stable-id.ts'
import { decode } from './decode.ts'
import type { ReferenceFinder } from './find-reference.ts'
import type { LibraryFiles, Overlay } from './library-files.ts'
import { NotInLibraryError, readBelow, toSlashes } from './library-path.ts'
import type { ListedLibrary } from './listed-library.ts'
import type { CacheUse } from './memo/cache.ts'
import { readBytes } from './read-bytes.ts'
import { readCard } from './read-card.ts'
import type { DirectoryContents } from './read-directory.ts'
import { type ReadRegistry, readPages, readVenues } from './read-registry.ts'
import { requireDirectory, type Settings } from './settings.ts'
import type { UncheckedLibrary } from './unchecked-library.ts'
import { pagesOf, venuesOf } from './wanted-entries.ts'

/**
 * A library in a directory. Each part is read when it is first asked for: one card by its ID costs one file,
 * everything else reads all. Bad data never throws; it becomes findings.
 */
export class DirectoryLibrary implements Library {
  readonly name: string
  readonly settings: Settings
  readonly cwd: string
  private readonly overlay: Overlay
  private readonly use: CacheUse | undefined
  private found: Promise<LibraryFiles> | undefined
  private readonly later: (() => Promise<void>)[] = []
  private finder: Promise<ReferenceFinder> | undefined
  private contents: Promise<DirectoryContents> | undefined
  private venueFile: Promise<ReadRegistry<Venue>> | undefined
  private pageFile: Promise<ReadRegistry<Page>> | undefined
  private venueIndex: Promise<VenueIndex> | undefined
  private pageIndex: Promise<ReadonlyMap<string, Page>> | undefined

  /**
   * @param cwd the directory from which the user names paths
   * @param overlay what some files are to hold, instead of what is on disk
   * @param use what is kept from one run to the next; nothing when left out
   */
  constructor(settings: Settings, cwd: string, overlay: Overlay = new Map(), use?: CacheUse) {
    this.settings = settings
    this.name = settings.name
    this.cwd = cwd
    this.overlay = overlay
    this.use = use
  }

  async find(reference: string): Promise<Lookup> {
    requireDirectory(this.settings)
    const id = reference.trim()
    const direct = isStableId(id) ? await this.direct(id) : undefined
    if (direct) return { kind: 'found', card: direct }
    this.finder ??= import('./find-reference.ts').then(
      async ({ ReferenceFinder }) =>
        new ReferenceFinder(await this.foundFiles(), this.settings.extra, () => this.load()),
    )
    return (await this.finder).find(reference, this.pathOf(reference))
  }

  /** Keeps for the next run what was found in this one, where that saves more than it takes. */
  async keep(): Promise<void> {
    if (!this.use) return
    await (await this.contents)?.keep()
    await (await this.finder)?.keep()
    for (const action of this.later) await action()
  }

  cards(): AsyncIterable<Card> {
    return new HadAtOnce(async () => (await (await this.load()).cards()).cards)
  }

  async cardsWith(fields: ReadonlySet<string>, clues: readonly Clue[] = []): Promise<Iterable<Card>> {
    return (await this.load()).cardsWith(fields, clues)
  }

  async count(): Promise<number> {
    return (await this.load()).count()
  }

  async complete(cards: readonly Card[], fields?: ReadonlySet<string>): Promise<readonly Card[]> {
    return (await this.load()).complete(cards, fields)
  }

  async cardsAt(paths: readonly string[]): Promise<readonly Card[]> {
    const inHand = await (await this.contents)?.cardsInHand(paths.length)
    const cards: Card[] = []
    for (const path of paths) {
      const card = inHand?.get(path) ?? (await this.cardIn(path))
      if (!card) throw this.movedMeanwhile(path)
      cards.push(card)
    }
    return cards
  }

  private async cardIn(path: string): Promise<Card | undefined> {
    const bytes = () => this.overlay.get(path) ?? readBytes(join(this.settings.dir, path))
    return (await readCard(bytes, path, this.settings.extra)).card
  }

  async kept(name: string): Promise<KeptOfCards> {
    requireDirectory(this.settings)
    const files = await this.foundFiles()
    const { keptText } = await import('./kept-text.ts')
    return keptText(name, {
      files,
      contents: () => this.load(),
      later: action => void this.later.push(action),
    })
  }

  retired(): AsyncIterable<Card> {
    return new HadAtOnce(async () => (await (await this.load()).cards()).retired)
  }

  async registriesFor(
    cards: readonly Card[],
  ): Promise<Registries & { readonly findings: readonly Finding[] }> {
    const isWhole = this.contents !== undefined || cards.length > FEW
    const venues = await (isWhole ? this.readVenues() : readVenues(this.below, venuesOf(cards)))
    const pages = await (isWhole ? this.readPages() : readPages(this.below, pagesOf(cards)))
    return {
      venues: new VenueIndex(venues.entries),
      pages: byId(pages.entries),
      findings: [...venues.findings, ...pages.findings],
    }
  }

  venues(): Promise<VenueIndex> {
    this.venueIndex ??= this.readVenues().then(({ entries }) => new VenueIndex(entries))
    return this.venueIndex
  }

  pages(): Promise<ReadonlyMap<string, Page>> {
    this.pageIndex ??= this.readPages().then(({ entries }) => byId(entries))
    return this.pageIndex
  }

  async findings(): Promise<readonly Finding[]> {
    const findings = await (await this.load()).findings()
    const registries = [...(await this.readVenues()).findings, ...(await this.readPages()).findings]
    return [...findings, ...registries].sort(compareFindings)
  }

  async unread(): Promise<readonly string[]> {
    const unread = (await this.load()).unread()
    const venues = (await this.readVenues()).isUnread ? ['venues.yaml'] : []
    const pages = (await this.readPages()).isUnread ? ['pages.yaml'] : []
    return [...unread, ...venues, ...pages]
  }

  async files(): Promise<readonly LibraryFile[]> {
    const files = (await this.load()).files()
    const [venues, pages] = [await this.readVenues(), await this.readPages()]
    const registries: LibraryFile[] = [
      ...(venues.isThere
        ? [{ path: 'venues.yaml', kind: 'venues' as const, omissions: venues.omissions }]
        : []),
      ...(pages.isThere ? [{ path: 'pages.yaml', kind: 'pages' as const, omissions: pages.omissions }] : []),
    ]
    return [...files, ...registries].sort((a, b) => compareText(a.path, b.path))
  }

  async source(path: string): Promise<Uint8Array> {
    try {
      return this.below(path)
    } catch (error) {
      // Another program moved or deleted it since the library was read.
      if (ioCode(error) !== 'ENOENT') throw ioError(error, 'read', this.location(path))
      throw this.movedMeanwhile(path)
    }
  }

  private movedMeanwhile(path: string): CardsError {
    const what = `${this.location(path)} was moved or deleted meanwhile.`
    return new CardsError('io', what, 'Run the command again.')
  }

  async preview({ fields }: Card): Promise<Preview | undefined> {
    const file = fields.preview?.file
    if (file === undefined) return undefined
    try {
      const { text, problem } = decode(readBelow(this.settings.dir, file))
      return problem ? { missing: `${file} is not readable: ${problem.message}` } : { text }
    } catch (error) {
      if (error instanceof NotInLibraryError) return { missing: `${file} ${error.message}` }
      return { missing: `${file} cannot be read: ${ioReason(error)}` }
    }
  }

  /** The files of the library, of which nothing has been read. */
  async listed(): Promise<ListedLibrary> {
    requireDirectory(this.settings)
    const files = await this.foundFiles()
    const { listedLibrary } = await import('./listed-library.ts')
    const later = (action: () => Promise<void>) => void this.later.push(action)
    const kept = files.use && { files, use: files.use, later }
    return listedLibrary(this.settings, files, this.overlay, kept)
  }

  /** The library as lint starts from it. */
  async unchecked(): Promise<UncheckedLibrary> {
    const { uncheckedLibrary } = await import('./unchecked-library.ts')
    return uncheckedLibrary(await this.listed())
  }

  location(path: string): string {
    return this.name === '.' ? path : `${this.name}/${path}`
  }

  /** Gives the bytes of a registry. */
  private readonly below = (path: string): Uint8Array =>
    this.overlay.get(path) ?? readBelow(this.settings.dir, path)

  /** The card in the file that is named after its ID, if it says so itself. */
  private async direct(id: string): Promise<Card | undefined> {
    const root = realpathSync.native(this.settings.dir)
    for (const path of [`${id}.yaml`, `${id.slice(0, 2)}/${id}.yaml`]) {
      // What a link leads to goes by its own path, which only the walk through all files knows.
      if (!isItself(root, path)) continue
      const { card } = await readCard(() => readBelow(root, path), path, this.settings.extra)
      if (card?.id === id) return card
    }
    return undefined
  }

  private load(): Promise<DirectoryContents> {
    requireDirectory(this.settings)
    // One card by its ID has no need of the code for all.
    this.contents ??= import('./read-directory.ts').then(async ({ DirectoryContents }) =>
      DirectoryContents.read(await this.foundFiles(), this.settings.extra),
    )
    return this.contents
  }

  private foundFiles(): Promise<LibraryFiles> {
    this.found ??= import('./library-files.ts').then(({ LibraryFiles }) =>
      LibraryFiles.find(this.settings, this.overlay, this.use),
    )
    return this.found
  }

  private readVenues(): Promise<ReadRegistry<Venue>> {
    this.venueFile ??= readVenues(this.below)
    return this.venueFile
  }

  private readPages(): Promise<ReadRegistry<Page>> {
    this.pageFile ??= readPages(this.below)
    return this.pageFile
  }

  /** A reference as a path relative to the library, when it names an existing file there. */
  private pathOf(reference: string): string | undefined {
    for (const base of [this.cwd, this.settings.dir]) {
      const below = relative(this.settings.dir, resolve(base, reference))
      if (/\.ya?ml$/.test(below) && isBelow(below) && existsSync(join(this.settings.dir, below)))
        return toSlashes(below)
    }
    return undefined
  }
}

/** Up to so many cards, their venues and pages are looked for one by one. */
const FEW = 5

/** Whether a file is where its path says, and not reached through a link. */
function isItself(root: string, path: string): boolean {
  try {
    return realpathSync.native(join(root, path)) === join(root, path)
  } catch {
    return false
  }
}

/** Of two entries with one id the first wins. */
function byId(pages: readonly Page[]): Map<string, Page> {
  return new Map([...pages].reverse().map(page => [page.id, page]))
}
