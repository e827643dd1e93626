import { counted } from '../../model/count-text.ts'
import { jsonText } from '../../model/json-text.ts'
import type { Context, Result } from '../command.ts'
import { type ScannedDocuments, scanDocuments } from '../scan-documents.ts'
import { fileProblems } from '../selection.ts'
import { checkJson, checkText } from './check-report.ts'
import { oldNames } from './old-names.ts'
import { citationProblems } from './problems.ts'

/** `cards refs check`: what is wrong with what documents cite. */
export async function checkRefs(
  context: Context,
  patterns: readonly string[],
  { json, key }: { readonly json: boolean; readonly key?: string | undefined },
): Promise<Result> {
  const scanned = await scanDocuments(context, patterns, key)
  const problems = citationProblems(scanned, await context.library.unread())
  const files = await fileProblems(context)
  const complaints = [...scanned.complaints, ...unreadLine(scanned.complaints), ...files.complaints]
  const isWrong = problems.some(({ severity }) => severity === 'error')
  return {
    text: json
      ? `${jsonText(checkJson(scanned.documents, problems), 2)}\n`
      : checkText(scanned.documents, problems, context),
    notes: [...scanned.notes, ...(json ? [] : advice(scanned))],
    complaints,
    exitCode: isWrong || complaints.length > 0 ? 1 : 0,
  }
}

function unreadLine({ length }: readonly string[]): string[] {
  return length === 0 ? [] : [`${counted(length, 'document')} could not be read; all others were checked.`]
}

/** What to do about names that can be replaced: as many as `cards refs rewrite` would. */
function advice(scanned: ScannedDocuments): string[] {
  const names = oldNames(scanned, false).flatMap(({ names }) => names.filter(({ stays }) => !stays)).length
  if (names === 0) return []
  const count = names === 1 ? 'One of these names' : counted(names, 'of these names', 'of these names')
  return [`${count} can be put right by \`cards refs rewrite\`.`]
}
