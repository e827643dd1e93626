import { existsSync, realpathSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Card, Page, Venue } from '../model/card.ts'
import type { Registries } from '../model/card-json.ts'
import { VenueIndex } from '../model/credibility.ts'
import { CardsError } from '../model/errors.ts'
import { compareFindings, type Finding } from '../model/finding.ts'
import { ioCode, ioError, ioReason } from '../model/io-error.ts'
import { isBelow } from '../model/is-below.ts'
import type { Library, LibraryFile, Lookup, Preview } from '../model/library.ts'
import { compareText } from '../model/order.ts'
import { isStableId } from '../model/stable-id.ts'
import { decode } from './decode.ts'
import { fileBelow, NotInLibraryError, readBelow, toSlashes } from './library-path.ts'
import { readCard } from './read-card.ts'
import type { DirectoryContents, Overlay } from './read-directory.ts'
import { type ReadRegistry, readPages, readVenues } from './read-registry.ts'
import { requireDirectory, type Settings } from './settings.ts'
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
  private contents: Promise<DirectoryContents> | undefined
  private venueFile: Promise<ReadRegistry<Venue>> | undefined
  private pageFile: Promise<ReadRegistry<Page>> | undefined
  private venueIndex: Promise<VenueIndex> | undefined
  private pageIndex: Promise<ReadonlyMap<string, Page>> | undefined

  /**
   * @param cwd the directory from which the user names paths
   * @param overlay what some files are to hold, instead of what is on disk
   */
  constructor(settings: Settings, cwd: string, overlay: Overlay = new Map()) {
    this.settings = settings
    this.name = settings.name
    this.cwd = cwd
    this.overlay = overlay
  }

  async find(reference: string): Promise<Lookup> {
    requireDirectory(this.settings)
    const id = reference.trim()
    const direct = isStableId(id) ? await this.direct(id) : undefined
    if (direct) return { kind: 'found', card: direct }
    const { references } = await this.load()
    return references.find(reference, this.pathOf(reference))
  }

  async *cards(): AsyncIterable<Card> {
    yield* (await this.load()).cards
  }

  async *retired(): AsyncIterable<Card> {
    yield* (await this.load()).retired
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
    const { findings } = await this.load()
    const registries = [...(await this.readVenues()).findings, ...(await this.readPages()).findings]
    return [...findings, ...registries].sort(compareFindings)
  }

  async unread(): Promise<readonly string[]> {
    const { unread } = await this.load()
    const venues = (await this.readVenues()).isUnread ? ['venues.yaml'] : []
    const pages = (await this.readPages()).isUnread ? ['pages.yaml'] : []
    return [...unread, ...venues, ...pages]
  }

  async files(): Promise<readonly LibraryFile[]> {
    const { files } = await this.load()
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
      const what = `${this.location(path)} was moved or deleted meanwhile.`
      throw new CardsError('io', what, 'Run the command again.')
    }
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

  async previewProblem({ fields }: Card): Promise<string | undefined> {
    if (fields.preview === undefined) return undefined
    try {
      fileBelow(this.settings.dir, fields.preview.file)
      return undefined
    } catch (error) {
      return error instanceof NotInLibraryError ? error.message : `cannot be read: ${ioReason(error)}`
    }
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
    this.contents ??= import('./read-directory.ts').then(({ readDirectory }) =>
      readDirectory(this.settings, this.overlay),
    )
    return this.contents
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
