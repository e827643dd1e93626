import { counted, grouped } from '../../model/count-text.ts'
import { firstOf } from '../../model/first-of.ts'
import { groupBy } from '../../model/group-by.ts'
import { neutralLine } from '../../model/neutral.ts'
import { CHECK, unknownLine } from '../unknown-line.ts'
import { placeText, rangesIn } from './place-of.ts'
import type { Cited, RewritePlan } from './rewrite-plan.ts'

/** So many names are told one by one. */
const TOLD = 10

/** What was rewritten, or would be, in a sentence; then how many names `cards refs check` has something to say of. */
export function rewriteNotes(
  { rewritten, read, unknown, notes }: RewritePlan,
  done: 'done' | 'planned',
): string[] {
  const names = counted(rewritten.flatMap(({ names }) => names).length, 'name')
  const documents = counted(rewritten.length, 'document')
  return [
    ...notes,
    rewritten.length === 0
      ? `No name is left to rewrite in ${counted(read, 'document')}.`
      : `${names} in ${documents} ${done === 'done' ? 'rewritten' : 'would be rewritten'}.`,
    ...unknownLine(unknown),
  ]
}

/** The names that had to stay. */
export function rewriteComplaints(left: readonly Cited[]): string[] {
  return firstOf(left.map(leftLine), TOLD, more => `… and ${grouped(more)} more: ${CHECK}`)
}

function leftLine(cited: Cited): string {
  return neutralLine(`${nameAt(cited)} is retired, and no card replaces it; it stays.`)
}

/** The old names that stay, as they are parts of addresses: they may lead to something else than cards. */
export function stayNotes(inAddresses: readonly Cited[]): string[] {
  const lines = inAddresses.map(cited =>
    neutralLine(
      `${nameAt(cited)} is part of an address or an anchor; it stays. Mend it by hand if it is ours.`,
    ),
  )
  return firstOf(lines, TOLD, more => `… and ${grouped(more)} more in addresses: --json says which.`)
}

/** Where a name stands, the name, and the card's ID where that is another. */
function nameAt({ document, citation: { start, text, target } }: Cited): string {
  const id = target.kind === 'unknown' ? text : target.card.id
  const place = placeText(document, rangesIn(document)({ start, end: start }).start)
  return `${place}: ${text === id ? id : `${text} (${id})`}`
}

/** What `cards refs rewrite --json` prints. */
export function rewriteJson({ rewritten, left, inAddresses, unknown, read }: RewritePlan): unknown {
  return {
    action: 'rewrite',
    read,
    rewritten: rewritten.flatMap(({ document, names }) => {
      const place = rangesIn(document)
      return names.map(({ citation, name, card }) => ({
        path: document.name,
        range: place(citation),
        from: citation.text,
        to: name,
        id: card.id,
      }))
    }),
    left: [...leftJson(left, 'retired'), ...leftJson(inAddresses, 'address')],
    unknown,
  }
}

function leftJson(left: readonly Cited[], why: 'retired' | 'address'): unknown[] {
  return [...groupBy(left, ({ document }) => document)].flatMap(([document, cited]) => {
    const place = rangesIn(document)
    return cited.map(({ citation: { text, form, target, ...span } }) => ({
      path: document.name,
      range: place(span),
      text,
      form,
      ...(target.kind !== 'unknown' && { id: target.card.id }),
      why,
    }))
  })
}
