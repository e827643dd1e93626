import { correctedForm } from '../../load/explain/corrected-form.ts'
import { arxivAddress } from '../../model/addresses.ts'
import { brief } from '../../model/brief.ts'
import { parseUrl } from '../../model/canonical-url.ts'
import type { CardFields } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import { fewNames } from '../../model/few-names.ts'
import { arxivKey, arxivNumber, doiIn } from '../../model/identifier.ts'
import { identifierInUrl } from '../../model/identifier-in-url.ts'
import { trackingParameters, withoutTracking } from '../../model/tracking-parameters.ts'
import type { CardDraft } from './draft.ts'

/** What names a source, as fields of its card. */
export type SourceFields = Pick<CardFields, 'url' | 'doi' | 'arxiv' | 'isbn' | 'pmid'>

/** The name of a file in this directory, and not of a host. */
const FILE = /^[^/]+\.(?:bib|ris|csv|tsv|json|ndjson|ya?ml|xml|pdf|txt|md|html?)$/i

/**
 * The source that a person names: a URL, with or without its scheme, a DOI, an arXiv id, an ISBN or a PubMed number
 * (`pmid:34265844`) in any usual form. Of a paper on arXiv, its page is the URL; parameters that only track the reader
 * go.
 * @returns undefined for anything else
 */
export function sourceIn(typed: string): SourceFields | undefined {
  const text = typed.trim()
  const url = parseUrl(text) ? text : undefined
  const doi = doiIn(text)
  if (arxivKey(text) !== undefined) {
    const arxiv = identifierInUrl(text)?.value ?? arxivNumber(text) ?? ''
    const isPage = url !== undefined && doi === undefined
    return { url: isPage ? withoutTracking(url) : arxivAddress(arxiv), arxiv }
  }
  if (doi !== undefined) return { doi }
  const [, pmid] = /^pmid: ?([1-9]\d{0,8})$/i.exec(text) ?? []
  if (pmid !== undefined) return { pmid }
  const isbn = isbnIn(text)
  if (isbn !== undefined) return { isbn }
  const address = url ?? (FILE.test(text) ? undefined : correctedForm('URL', text))
  return address === undefined ? undefined : { url: withoutTracking(address) }
}

/** An ISBN: said to be one, or of thirteen digits that begin as all of them do. */
function isbnIn(text: string): string | undefined {
  const isSaid = /^(?:urn:)?isbn\b/i.test(text)
  const isbn = correctedForm('ISBN', text.replace(/^(?:urn:)?isbn: ?/i, ''))
  const digits = isbn?.replaceAll('-', '') ?? ''
  return /^97[89]\d{10}$/.test(digits) || (isSaid && /^\d{9}[\dX]$/i.test(digits)) ? isbn : undefined
}

/** A note that parameters of an address were left out, when they were. */
export function trackingNote(typed: string): string[] {
  const gone = parseUrl(typed) ? trackingParameters(typed) : []
  return gone.length === 0
    ? []
    : [`Left out of the address, as it only tracks the reader: ${fewNames(gone)}.`]
}

/**
 * The same, for the argument of the command.
 * @throws CardsError `usage` for what is none, with the command to use instead where there is one
 */
export function namedSource(typed: string): SourceFields {
  const source = sourceIn(typed)
  if (source) return source
  const name = brief(typed)
  throw new CardsError(
    'usage',
    `\`${name}\` is no URL, DOI, arXiv id, ISBN or pmid:NUMBER.`,
    FILE.test(typed)
      ? `Of a file of references: cards import ${name}. Of a card in YAML or JSON: cards add - < ${name}`
      : 'For example: cards add https://www.rfc-editor.org/rfc/rfc9110, cards add doi:10.1038/nature14539, cards add arXiv:1706.03762',
  )
}

/** The identifier that stands in the URL of a card, where it has none of that kind. */
export function impliedIdentifier(draft: CardDraft): [field: 'doi' | 'arxiv', value: string] | undefined {
  const url = draft.get('url')?.value
  const found = typeof url === 'string' ? identifierInUrl(url) : undefined
  return found && !draft.has(found.field) ? [found.field, found.value] : undefined
}
