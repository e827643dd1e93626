import type { Citation } from '../../documents/citation.ts'
import { counted, grouped } from '../../model/count-text.ts'
import { groupBy } from '../../model/group-by.ts'
import { neutralLine } from '../../model/neutral.ts'
import { lineStartsOf, positionAt, type Range } from '../../model/place.ts'
import type { ScannedDocument } from '../scan-documents.ts'
import type { Cited, RewritePlan } from './rewrite-plan.ts'

/** So many names are told one by one. */
const TOLD = 10

/** What was rewritten, or would be, in a sentence; then how many names `cards refs check` has something to say of. */
export function rewriteNotes({ rewritten, read, unknown }: RewritePlan, done: 'done' | 'planned'): string[] {
  const names = counted(rewritten.flatMap(({ names }) => names).length, 'name')
  const documents = counted(rewritten.length, 'document')
  return [
    rewritten.length === 0
      ? `No name is left to rewrite in ${counted(read, 'document')}.`
      : `${names} in ${documents} ${done === 'done' ? 'rewritten' : 'would be rewritten'}.`,
    ...(unknown > 0
      ? [`${counted(unknown, 'name')} ${unknown === 1 ? 'leads' : 'lead'} to no card: ${CHECK}`]
      : []),
  ]
}

export const CHECK = '`cards refs check` tells which.'

/** The names that had to stay. */
export function rewriteComplaints(left: readonly Cited[]): string[] {
  const more = left.length - TOLD
  return [
    ...left.slice(0, TOLD).map(leftLine),
    ...(more > 0 ? [`… and ${grouped(more)} more: ${CHECK}`] : []),
  ]
}

function leftLine({ document, citation: { start, text, target } }: Cited): string {
  const { line, column } = ranges(document)({ start, end: start }).start
  const id = target.kind === 'retired' ? target.card.id : text
  const who = text === id ? id : `${text} (${id})`
  return neutralLine(
    `${document.name}:${line}:${column}: ${who} is retired, and no card replaces it; it stays.`,
  )
}

/** What `cards refs rewrite --json` prints. */
export function rewriteJson({ rewritten, left, unknown, read }: RewritePlan): unknown {
  return {
    action: 'rewrite',
    read,
    rewritten: rewritten.flatMap(({ document, names }) => {
      const place = ranges(document)
      return names.map(({ citation, name, card }) => ({
        path: document.name,
        range: place(citation),
        from: citation.text,
        to: name,
        id: card.id,
      }))
    }),
    left: [...groupBy(left, ({ document }) => document)].flatMap(([document, cited]) => {
      const place = ranges(document)
      return cited.map(({ citation: { text, form, target, ...span } }) => ({
        path: document.name,
        range: place(span),
        text,
        form,
        ...(target.kind === 'retired' && { id: target.card.id }),
      }))
    }),
    unknown,
  }
}

/** Where something stands in a document as it was read. */
function ranges({ text }: ScannedDocument): (span: Pick<Citation, 'start' | 'end'>) => Range {
  const starts = lineStartsOf(text)
  return ({ start, end }) => ({ start: positionAt(starts, start), end: positionAt(starts, end) })
}
