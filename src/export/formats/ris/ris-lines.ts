import { doiAddress } from '../../../model/addresses.ts'
import { authorNames } from '../../../model/author.ts'
import type { KnownFields, Venue } from '../../../model/card.ts'
import { HARMFUL } from '../../../model/json-text.ts'
import { arxivLink } from '../../../notation/arxiv-link.ts'
import { cslFromCard } from '../../../notation/csl/csl-from-card.ts'
import { cslLine } from '../../../notation/csl/csl-text.ts'
import { evenParagraphs } from '../../../notation/csl/plain-text.ts'
import { risTypeOf } from '../../../notation/ris/ris-types.ts'
import { risName } from './ris-name.ts'

/** A line of RIS: a tag, and a value without line breaks. */
export interface RisLine {
  readonly tag: string
  readonly value: string
}

/**
 * The lines of a card, `TY` to `ER`. Each value stands on one line, for Pandoc takes no other, and so no text can end
 * an entry or begin a value. What could drive or reorder a terminal is left out: RIS has no way to escape it.
 * @param key the citation key
 */
export function risLines(fields: KnownFields, key: string, venue: Venue | undefined): RisLine[] {
  const item = cslFromCard(fields, key, venue)
  const { arxiv, pmid } = fields
  const isPublished = item['container-title'] !== undefined
  const lines: [tag: string, ...values: (string | undefined)[]][] = [
    ['TY', fields.type === 'government' ? 'GOVDOC' : risTypeOf(item.type ?? '')],
    ['ID', key],
    ['AU', ...authorNames(fields.authors).map(risName)],
    ['TI', item.title],
    ['ST', item['title-short']],
    ['T2', item['container-title']],
    // Where older readers look for a journal.
    ['JF', item.type === 'article-journal' ? item['container-title'] : undefined],
    ['PB', isPublished ? undefined : item.publisher],
    ['PY', fields.published?.slice(0, 4)],
    ['DA', fields.published?.includes('-') ? slashed(fields.published) : undefined],
    ['AB', item.abstract],
    ['DO', fields.doi],
    ['SN', fields.isbn],
    ['AN', arxiv === undefined ? undefined : `arXiv:${arxiv}`, pmid],
    ['DB', pmid === undefined ? undefined : 'PubMed'],
    ['LA', fields.language],
    ['UR', ...addresses(fields)],
    ['Y2', fields.accessed === undefined ? undefined : slashed(fields.accessed)],
    ['KW', ...(fields.tags ?? [])],
    [
      'N1',
      ...evenParagraphs(fields.notes ?? '')
        .split('\n\n')
        .map(cslLine),
    ],
  ]
  const said = lines.flatMap(([tag, ...values]) =>
    values.flatMap(value => {
      const line = evenLine(value ?? '')
      return line === '' ? [] : [{ tag, value: line }]
    }),
  )
  return [...said, { tag: 'ER', value: '' }]
}

/**
 * Readers take the first address for the source's own. A card without one has the link to its DOI or its number on
 * arXiv there, which says nothing new, so that none of the further ones is taken for it.
 */
function addresses({ url, doi, arxiv, also_at = [] }: KnownFields): (string | undefined)[] {
  if (also_at.length === 0) return [url]
  return [url ?? (doi === undefined ? arxivLink(arxiv) : doiAddress(doi)), ...also_at]
}

/** What no text can have that is made XML of, as bibutils does. */
const NONCHARACTER = /\p{Noncharacter_Code_Point}/gu

function evenLine(text: string): string {
  return evenParagraphs(text.replace(HARMFUL, '').replace(NONCHARACTER, '')).replaceAll('\n\n', ' ')
}

/** `YYYY/MM/DD/`, with all slashes, whatever of it is known. */
function slashed(edtf: string): string {
  const [year, month = '', day = ''] = edtf.split('-')
  return `${year}/${month}/${day}/`
}
