import type { ExtraFields } from '../load/extra-fields.ts'
import { readCard } from '../load/read-card.ts'
import type { Overlay } from '../load/read-directory.ts'
import type { Card } from '../model/card.ts'
import type { Library, LibraryFile } from '../model/library.ts'

/**
 * Some cards of a library as a library of their own, with its registries: no other card need be read.
 * @param texts what their files hold, by path
 */
export async function partOfLibrary(library: Library, texts: Overlay, extra: ExtraFields): Promise<Library> {
  const cards: Card[] = []
  const files: LibraryFile[] = [...(await registriesOf(library))]
  for (const [path, text] of texts) {
    const { card, omissions = [] } = await readCard(() => text, path, extra)
    if (card) cards.push(card)
    files.push({ path, kind: 'card', omissions })
  }
  return {
    name: library.name,
    location: path => library.location(path),
    find: reference => library.find(reference),
    venues: () => library.venues(),
    pages: () => library.pages(),
    registriesFor: some => library.registriesFor(some),
    preview: card => library.preview(card),
    previewProblem: card => library.previewProblem(card),
    async *cards() {
      yield* cards
    },
    async *retired() {},
    findings: async () => cards.flatMap(({ findings }) => findings),
    unread: async () => [],
    files: async () => files,
    source: async path => texts.get(path) ?? library.source(path),
  }
}

/** The registries that there are. What is left out of them is no matter of the cards. */
async function registriesOf(library: Library): Promise<LibraryFile[]> {
  const found: LibraryFile[] = []
  for (const kind of ['venues', 'pages'] as const) {
    const path = `${kind}.yaml`
    try {
      await library.source(path)
      found.push({ path, kind, omissions: [] })
    } catch {
      // There is none, or it is told of elsewhere.
    }
  }
  return found
}
