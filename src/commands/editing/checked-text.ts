import { editedFile } from '../../edit/edited-file.ts'
import { SourceText } from '../../load/source-text.ts'
import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { Severity } from '../../model/finding.ts'
import type { Terminal } from '../../render/theme.ts'
import { checkFiles } from '../check-files.ts'
import type { Context } from '../command.ts'
import { aliasesIn, renamed } from './rename.ts'

/** What there is to say of a text that is to take the place of a card's. */
export interface CheckedText {
  /** The most severe of what is new to say; undefined when all is well. */
  readonly worst: Severity | undefined
  /** Whether the card can be found by its ID afterwards. */
  readonly canBeKept: boolean
  /** What lint says, with the lines that it is about; '' for nothing. */
  report(terminal: Terminal): string
  /** What else there is to say. */
  readonly sentences: readonly string[]
}

/** The ID that a card's text says; undefined when it cannot be read, or has none. */
export function idIn({ value }: SourceText): string | undefined {
  const id = typeof value === 'object' && !Array.isArray(value) ? value.id : undefined
  return typeof id === 'string' ? id : undefined
}

/** Checks a text as lint does when it is in its place, and its ID. */
export async function checkedText(
  context: Context,
  card: Card,
  text: Uint8Array,
  renamesId: boolean,
): Promise<CheckedText> {
  const source = new SourceText(card.path, 'card', text)
  const id = idIn(source)
  const problem = id === undefined ? undefined : await idProblem(context, card, id, source, renamesId)
  // Of a new ID lint would say that the file has another name, which it will not have.
  const old =
    id === undefined || id === card.id
      ? text
      : editedFile(source, [{ kind: 'set', pointer: ['id'], value: card.id }])
  const { findings, report } = await checkFiles(context, new Map([[card.path, old ?? text]]))
  const has = (severity: Severity) => findings.some(finding => finding.severity === severity)
  const found = (['error', 'warning', 'info'] as const).find(has)
  return {
    worst: problem === undefined && id !== undefined ? found : 'error',
    canBeKept: id !== undefined && problem === undefined,
    report: terminal => (findings.length === 0 ? '' : report(terminal)),
    sentences: problem === undefined ? [] : [problem],
  }
}

async function idProblem(
  context: Context,
  card: Card,
  id: string,
  { value }: SourceText,
  renamesId: boolean,
): Promise<string | undefined> {
  if (id === card.id) return undefined
  if (!renamesId)
    return `The ID was changed from ${card.id} to ${id}, but an ID never changes: others refer to the card by it. If it has to, use --rename-id.`
  try {
    await renamed(context.openLibrary(), card, id, aliasesIn(value ?? ''))
    return undefined
  } catch (error) {
    if (error instanceof CardsError) return `${error.message} ${error.hint ?? ''}`.trim()
    throw error
  }
}
