import type { Card } from '../model/card.ts'
import { resourceId } from '../model/stable-id.ts'
import type { Citation, Document } from './citation.ts'
import { inAddress } from './in-address.ts'

/** A name in a document that is to give way to the card's present one. */
export interface Rewriting {
  readonly citation: Citation
  /** The card that is cited, in use. */
  readonly card: Card
  readonly name: string
  /** Whether it stays all the same: it is a part of an address, which may be another's. */
  readonly stays: boolean
}

export interface RewriteOptions {
  /** Whether resource IDs become stable IDs, also those that are right. */
  readonly toStableIds: boolean
  /** The card in use that a name leads to. */
  cardOf(name: string): Card | undefined
  /** The citation key of a card. */
  keyOf(card: Card): string
}

/** The names that a library gives to a card, and that change with it: unlike a URL or a DOI, which stay right. */
const OWN_NAMES: ReadonlySet<Citation['form']> = new Set(['id', 'alias', 'resource-id', 'key'])

/** Whether a citation names a card by what only its library knows. */
export function isByOwnName({ form }: Citation): boolean {
  return OWN_NAMES.has(form)
}

/** The form of a resource ID, be it a present or a former one. */
const RESOURCE_ID = /^[0-9a-f]{16}$/

/**
 * What is to be rewritten in a document: former IDs and citation keys of cards, and IDs and citation keys of retired cards
 * that another replaces. A resource ID becomes the present one where there is one, and a key the key, so that pages keep their style;
 * all else becomes the stable ID. URLs and DOIs stay, and so does what only looks like a name in one (`inAddress`).
 */
export function rewritings(
  document: Document & { readonly citations: readonly Citation[] },
  options: RewriteOptions,
): Rewriting[] {
  const old = document.citations.flatMap(citation => {
    const card = isByOwnName(citation) ? cardInUse(citation) : undefined
    const name = card && presentName(citation, card, options)
    return card === undefined || name === undefined || name === citation.text ? [] : { citation, card, name }
  })
  if (old.length === 0) return []
  const isInAddress = inAddress(document)
  return old.map(each => ({ ...each, stays: isInAddress(each.citation) }))
}

/** The card in use that is cited, or that replaces the one that is. */
export function cardInUse({ target }: Citation): Card | undefined {
  if (target.kind === 'card') return target.card
  return target.kind === 'retired' ? target.replacement : undefined
}

function presentName(
  { text, form, target, isOldKey }: Citation,
  card: Card,
  { toStableIds, cardOf, keyOf }: RewriteOptions,
): string {
  if (form === 'key' && target.kind === 'card' && !isOldKey) return text
  const { url } = card.fields
  const isResource = RESOURCE_ID.test(text) && !toStableIds && url !== undefined
  const name = form === 'key' ? keyOf(card) : isResource ? resourceId(url) : card.id
  // A former ID of one card goes before what another is called by now.
  return cardOf(name)?.path === card.path ? name : card.id
}

/** A text with other names in it, but for those that stay; all else is as it was. Of two that overlap, which no scan gives, the first counts. */
export function withNames(text: string, rewritings: readonly Rewriting[]): string {
  const sorted = rewritings.filter(({ stays }) => !stays).sort((a, b) => a.citation.start - b.citation.start)
  const parts: string[] = []
  let end = 0
  for (const { citation, name } of sorted) {
    if (citation.start < end) continue
    parts.push(text.slice(end, citation.start), name)
    end = citation.end
  }
  return [...parts, text.slice(end)].join('')
}
