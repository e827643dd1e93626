import { lintLibrary } from '../../lint/lint.ts'
import { counted } from '../../model/count-text.ts'
import type { Library } from '../../model/library.ts'
import type { Context } from '../command.ts'
import { baselineFile } from '../lint/baseline.ts'
import { lintRules } from '../lint/request.ts'
import { findingLine } from '../references.ts'
import type { NewCard } from './plan.ts'

/** So many findings are told; `cards lint` tells the others. */
const TOLD = 5

/**
 * What lint warns of in new cards, a line for each finding. What would merely be nice to have is left out; other cards
 * are not compared, as duplicates are looked for before.
 * @throws CardsError `config` at once, when the library's config says of lint what makes no sense
 */
export async function newCardLinter(
  context: Context,
): Promise<(added: readonly NewCard[]) => Promise<string[]>> {
  const { library, settings } = context
  const rules = await lintRules(context, [])
  const { file, bytes } = baselineFile(context, undefined, false)
  return async added => {
    if (added.length === 0) return []
    const { findings } = await lintLibrary(newCards(library, added), {
      ...rules,
      today: context.today(),
      tags: settings.tags,
      earlier: undefined,
      baseline: bytes && { file, text: bytes.toString('utf8') },
    })
    const paths = new Set(added.map(({ card }) => card.path))
    const told = findings.filter(finding => paths.has(finding.file) && finding.severity !== 'info')
    const more = told.length - TOLD
    return [
      ...told.slice(0, TOLD).map(findingLine(library.name)),
      ...(more > 0 ? [`… and ${counted(more, 'more problem')}: cards lint tells them.`] : []),
    ]
  }
}

/** The new cards as a library of their own, with the venues and pages of theirs. */
function newCards(library: Library, added: readonly NewCard[]): Library {
  const sources = new Map(added.map(({ card, text }) => [card.path, Buffer.from(text)]))
  return {
    name: library.name,
    location: path => library.location(path),
    find: reference => library.find(reference),
    venues: () => library.venues(),
    pages: () => library.pages(),
    registriesFor: cards => library.registriesFor(cards),
    preview: card => library.preview(card),
    previewProblem: card => library.previewProblem(card),
    async *cards() {
      yield* added.map(({ card }) => card)
    },
    async *retired() {},
    findings: async () => [],
    unread: async () => [],
    files: async () => {
      const registries = (await library.files()).filter(({ kind }) => kind !== 'card')
      return [
        ...registries,
        ...added.map(({ card: { path } }) => ({ path, kind: 'card' as const, omissions: [] })),
      ]
    },
    source: async path => sources.get(path) ?? library.source(path),
  }
}
