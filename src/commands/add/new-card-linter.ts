import { baselineFile } from '../../lint/baseline-file.ts'
import { configuredRules } from '../../lint/configured-rules.ts'
import { lintConfigured } from '../../lint/lint-configured.ts'
import { counted } from '../../model/count-text.ts'
import { firstOf } from '../../model/first-of.ts'
import type { Context } from '../command.ts'
import { partOfLibrary } from '../part-of-library.ts'
import { findingLine } from '../references.ts'
import type { NewCard } from './plan.ts'

/** So many findings are told; `cards lint` tells the others. */
const TOLD = 5

/**
 * What lint warns of in new cards, a line for each finding. What would merely be nice to have is left out; other cards
 * are not compared, as duplicates are looked for before. The first line is `heading` and how many there are.
 * @throws CardsError `config` at once, when the library's config says of lint what makes no sense
 */
export async function newCardLinter(
  context: Context,
): Promise<(added: readonly NewCard[], heading: string) => Promise<string[]>> {
  const { library, settings } = context
  const rules = await configuredRules(context)
  const baseline = baselineFile(context)
  return async (added, heading) => {
    if (added.length === 0) return []
    const texts = new Map(added.map(({ card, text }) => [card.path, Buffer.from(text)]))
    const part = await partOfLibrary(settings, texts)
    const { findings } = await lintConfigured(part, settings, { rules, today: context.today(), baseline })
    const paths = new Set(added.map(({ card }) => card.path))
    const told = findings.filter(finding => paths.has(finding.file) && finding.severity !== 'info')
    if (told.length === 0) return []
    const lines = told.map(findingLine(library.name))
    return [
      `${heading} ${counted(told.length, 'problem')}:`,
      ...firstOf(lines, TOLD, more => `… and ${counted(more, 'more problem')}: cards lint tells them.`),
    ]
  }
}
