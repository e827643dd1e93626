import type { Exporter } from '../../src/export/exporter.ts'
import type { CardField } from '../../src/export/format-facts.ts'
import type { Loss } from '../../src/export/loss.ts'
import { authorNames } from '../../src/model/author.ts'
import type { Card, CardFields } from '../../src/model/card.ts'
import { arxivNumber } from '../../src/model/identifier.ts'

/**
 * What must come back of a card in a format of bibliographies: the fields that it keeps, less those of which a loss was
 * told; of authors without their ORCID iDs, where only these were lost. DOIs in lower case, as all importers have them.
 */
export function keptFields(exporter: Exporter, card: Card, losses: readonly Loss[]): Partial<CardFields> {
  const lost = losses.filter(({ cards }) => cards.includes(card.id)).map(({ field }) => field)
  const kept = Object.entries(card.fields).filter(
    ([field]) => exporter.keeps[field as CardField] !== undefined && !lost.includes(field),
  )
  const fields: Partial<CardFields> = Object.fromEntries(kept)
  return {
    ...fields,
    ...(fields.doi ? { doi: fields.doi.toLowerCase() } : {}),
    ...(fields.authors ? { authors: namesOf(fields.authors, lost.includes('authors.orcid')) } : {}),
  }
}

/**
 * The fields that came back though the card has none of them, but for the number on arXiv that its own address or DOI
 * says: every importer of bibliographies takes it from there.
 */
export function gainedFields({ fields }: Card, read: Partial<CardFields>): string[] {
  const told = [fields.url, fields.doi].map(text => (text === undefined ? undefined : arxivNumber(text)))
  return Object.keys(read).filter(
    field => !(field in fields) && !(field === 'arxiv' && told.includes(read.arxiv)),
  )
}

function namesOf(authors: NonNullable<CardFields['authors']>, isWithoutOrcid: boolean) {
  return authorNames(authors).map(({ orcid, ...name }) =>
    orcid === undefined || isWithoutOrcid ? name : { ...name, orcid },
  )
}

/** Losses as sentences, in the order of their letters. */
export function toldOf(losses: readonly Loss[]): string[] {
  return losses.map(({ what, field, why }) => `${what} ${field}${why === undefined ? '' : `: ${why}`}`).sort()
}
