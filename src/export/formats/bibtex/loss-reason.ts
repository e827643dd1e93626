import type { Card } from '../../../model/card.ts'
import type { LostInCsl } from '../../../notation/csl/lost-in-csl.ts'
import { bibText } from './bib-text.ts'
import type { EntryFields } from './entry-fields.ts'

/** Why an entry does not tell a field of a card, where .bib files have a reason of their own for it. */
export function lossReason(
  { fields }: Card,
  field: LostInCsl['field'],
  written: EntryFields,
): string | undefined {
  switch (field) {
    case 'title':
    case 'label':
    case 'abstract':
    case 'notes':
      return /[<&]/.test(fields[field] ?? '') && bibText(fields[field] ?? '') === fields[field]
        ? 'what looks like HTML may be read as such'
        : undefined
    case 'url':
    case 'doi':
      return written.get(field) === fields[field] ? undefined : 'braces and the like percent-encoded'
    case 'pmid':
      return fields.arxiv === undefined ? undefined : 'there is an arXiv identifier besides'
    case 'isbn':
      return written.has('isbn') ? undefined : 'only books have one'
    case 'language':
      return 'LaTeX has no name for it'
    default:
      return undefined
  }
}
