import { VenueNames } from '../../../notation/venue-names.ts'
import type { Exporter } from '../../exporter.ts'
import { logLost } from '../../log-lost.ts'
import { namedVenue } from '../../named-venue.ts'
import { itemFromRis } from './item-from-ris.ts'
import { type RisLine, risLines } from './ris-lines.ts'

/** Cards as RIS, its lines ended by CR and LF as its specification has it. */
export const ris: Exporter = {
  name: 'ris',
  kind: 'citations',
  description: 'RIS, for EndNote, Zotero, Mendeley and library catalogues',
  extension: 'ris',
  hasKeys: true,
  keeps: {
    id: 'ID',
    url: 'UR',
    doi: 'DO',
    arxiv: 'AN',
    isbn: 'SN',
    pmid: 'AN, DB',
    also_at: 'UR, after the first',
    title: 'TI',
    label: 'ST',
    type: 'TY',
    authors: 'AU',
    published: 'PY, DA',
    venue: 'T2 (JF too for a journal) or PB',
    language: 'LA',
    abstract: 'AB',
    notes: 'N1',
    tags: 'KW',
    accessed: 'Y2',
  },
  *write(cards, job) {
    const names = new VenueNames(job.registries.venues.all)
    let before = ''
    for (const card of cards) {
      const lines = risLines(card.fields, job.keyOf(card), namedVenue(card, job, names))
      const { item, alsoAt } = itemFromRis(lines)
      logLost(card, item, job)
      const { also_at = [] } = card.fields
      if (also_at.join('\n') !== alsoAt.join('\n'))
        job.losses.change(card, 'also_at', 'the first address is the URL, and none stands twice')
      yield before + lines.map(textOf).join('')
      before = '\r\n'
    }
  },
}

function textOf({ tag, value }: RisLine): string {
  return `${tag}  - ${value}\r\n`
}
