import type { Card } from '../../../model/card.ts'
import { jsonText } from '../../../model/json-text.ts'
import type { Exporter, ExportJob } from '../../exporter.ts'
import { sourceNode } from './source-node.ts'

/** Sources in the words of schema.org (JSON-LD 1.1): one document, that may stand in a `<script>` as it is. */
export const jsonld: Exporter = {
  name: 'jsonld',
  kind: 'citations',
  description: 'JSON-LD of schema.org, for a `<script type="application/ld+json">`',
  extension: 'jsonld',
  keeps: {
    id: 'identifier',
    url: 'url, @id',
    doi: '@id, identifier',
    arxiv: 'sameAs, identifier',
    isbn: 'isbn, identifier',
    pmid: 'sameAs, identifier',
    also_at: 'sameAs',
    title: 'name, headline',
    label: 'alternateName',
    type: '@type, genre',
    authors: 'author',
    published: 'datePublished',
    venue: 'isPartOf, publisher',
    language: 'inLanguage',
    abstract: 'abstract',
    summary: 'description',
    review: 'review.reviewBody',
    credibility: 'review.reviewRating',
    tags: 'keywords',
    cited_by: '@reverse.citation',
    forum: 'commentCount',
    archive_url: 'archivedAt',
  },
  write: documentPieces,
}

function* documentPieces(cards: readonly Card[], job: ExportJob): Iterable<string> {
  yield '{"@context":"https://schema.org","@graph":['
  let separator = '\n'
  for (const card of cards) {
    yield separator + scriptText(sourceNode(card, job))
    separator = ',\n'
  }
  yield separator === '\n' ? ']}\n' : '\n]}\n'
}

/**
 * JSON that is safe within `<script>`, which `</script>` and `<!--` would end or confuse, and in XHTML: what means
 * something there is escaped, to the same value.
 */
function scriptText(value: unknown): string {
  return jsonText(value).replace(/[<>&]/g, sign => `\\u00${sign.charCodeAt(0).toString(16)}`)
}
