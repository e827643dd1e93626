import { counted } from '../../model/count-text.ts'
import { jsonText } from '../../model/json-text.ts'
import type { Context, Result } from '../command.ts'
import { scanDocuments } from '../scan-documents.ts'
import { fileProblems } from '../selection.ts'
import { checkJson, checkText } from './check-report.ts'
import { type CitationProblem, citationProblems } from './problems.ts'

/** `cards refs check`: what is wrong with what documents cite. */
export async function checkRefs(
  context: Context,
  patterns: readonly string[],
  { json }: { readonly json: boolean },
): Promise<Result> {
  const scanned = await scanDocuments(context, patterns)
  const problems = citationProblems(scanned, await context.library.unread())
  const files = await fileProblems(context)
  const complaints = [...scanned.complaints, ...unreadLine(scanned.complaints), ...files.complaints]
  const isWrong = problems.some(({ kind }) => kind !== 'alias')
  return {
    text: json
      ? `${jsonText(checkJson(scanned.documents, problems), 2)}\n`
      : checkText(scanned.documents, problems, context),
    notes: json ? [] : advice(problems),
    complaints,
    exitCode: isWrong || complaints.length > 0 ? 1 : 0,
  }
}

function unreadLine({ length }: readonly string[]): string[] {
  return length === 0 ? [] : [`${counted(length, 'document')} could not be read; all others were checked.`]
}

/** What to do about names that can be replaced. */
function advice(problems: readonly CitationProblem[]): string[] {
  const names = problems.filter(
    ({ kind, form, replacement }) =>
      kind === 'alias' || (replacement !== undefined && ['id', 'alias', 'resource-id'].includes(form)),
  )
  if (names.length === 0) return []
  const count =
    names.length === 1 ? 'One of these names' : `${counted(names.length, 'of these names', 'of these names')}`
  return [`${count} can be put right by cards refs rewrite.`]
}
