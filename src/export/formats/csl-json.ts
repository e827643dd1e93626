import { mapped } from '../../model/chunks.ts'
import { jsonArray } from '../../model/json-pieces.ts'
import { cslFromCard } from '../../notation/csl/csl-from-card.ts'
import { VenueNames } from '../../notation/venue-names.ts'
import type { Exporter } from '../exporter.ts'
import { logLost } from '../log-lost.ts'
import { namedVenue } from '../named-venue.ts'

/** Cards as CSL-JSON: an array of items of CSL 1.0.2, one a line. */
export const cslJson: Exporter = {
  name: 'csl-json',
  kind: 'citations',
  description: 'CSL-JSON, for Pandoc, Zotero and everything with citeproc',
  extension: 'csl.json',
  hasKeys: true,
  keeps: {
    id: 'id',
    url: 'URL',
    doi: 'DOI',
    arxiv: 'number, or archive and archive_location',
    isbn: 'ISBN',
    pmid: 'PMID',
    title: 'title',
    label: 'title-short',
    type: 'type, genre',
    authors: 'author',
    published: 'issued',
    venue: 'container-title or publisher',
    language: 'language',
    abstract: 'abstract',
    notes: 'note',
    tags: 'keyword',
    accessed: 'accessed',
  },
  write(cards, job) {
    const names = new VenueNames(job.registries.venues.all)
    return jsonArray(
      mapped(cards, card => {
        const item = cslFromCard(card.fields, job.keyOf(card), namedVenue(card, job, names))
        logLost(card, item, job)
        return item
      }),
    )
  },
}
