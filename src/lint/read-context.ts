import { SourceText } from '../load/source-text.ts'
import type { Card } from '../model/card.ts'
import type { Library, LibraryFile } from '../model/library.ts'
import { listed } from '../model/listed.ts'
import type { EarlierCard, LintContext } from './lint-context.ts'

/** What rules see of a library, and the texts of its files. */
export interface ReadContext {
  readonly context: LintContext
  /** By path. A file that cannot be read is not here; the loader has a finding for it. */
  readonly sources: ReadonlyMap<string, SourceText>
  readonly files: readonly LibraryFile[]
}

/** What rules are to know besides. */
export interface Circumstances {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The tags that cards may have; undefined when any may. */
  readonly tags?: readonly string[] | undefined
  /** The cards as they were at the revision of `--since`. */
  readonly earlier?: readonly EarlierCard[] | undefined
}

/** Reads a whole library for linting. */
export async function readContext(library: Library, circumstances: Circumstances): Promise<ReadContext> {
  const files = await library.files()
  const sources = new Map<string, SourceText>()
  for (const { path, kind } of files) {
    const source = await readSource(library, path, kind)
    if (source) sources.set(path, source)
  }
  const [cards, retired] = [await listed(library.cards()), await listed(library.retired())]
  const previews = await previewProblems(library, [...cards, ...retired])
  const hasPages = files.some(({ kind }) => kind === 'pages')
  const context: LintContext = {
    cards,
    retired,
    venues: await library.venues(),
    pages: hasPages ? [...(await library.pages()).values()] : undefined,
    today: circumstances.today,
    tags: circumstances.tags,
    earlier: circumstances.earlier,
    omissions: new Map(files.map(({ path, omissions }) => [path, omissions])),
    previewProblem: card => previews.get(card),
  }
  return { context, sources, files }
}

async function readSource(
  library: Library,
  path: string,
  kind: LibraryFile['kind'],
): Promise<SourceText | undefined> {
  try {
    return new SourceText(path, kind, await library.source(path))
  } catch {
    return undefined
  }
}

async function previewProblems(library: Library, cards: readonly Card[]): Promise<Map<Card, string>> {
  const problems = new Map<Card, string>()
  for (const card of cards) {
    const problem = card.fields.preview && (await library.previewProblem(card))
    if (problem !== undefined) problems.set(card, problem)
  }
  return problems
}
