import type { Venue } from '../../../model/card.ts'
import { ImportLog } from '../../import-log.ts'
import type { Imported, ImportedCard, Importer } from '../../importer.ts'
import { type SourceEntry, sourceEntries } from '../../source-entries.ts'
import { PAGE_FIELDS } from './page-fields.ts'
import { checkPageUrl, isPageText } from './page-text.ts'
import { type PageReading, readPage } from './read-page.ts'
import { readRecord } from './read-record.ts'
import { readVenue } from './read-venue.ts'
import { RECORD_FIELDS } from './record-fields.ts'
import { VENUE_FIELDS } from './venue-fields.ts'

/** Records, publications and page texts of the Longterm Wiki. */
export const longtermWiki: Importer = {
  name: 'longterm-wiki',
  description: 'Longterm Wiki: lists of records and publications in YAML, and the text of a source page',
  mapping: [
    ...RECORD_FIELDS.map(({ from, to, note }) => ({ from, to, ...(note === undefined ? {} : { note }) })),
    ...VENUE_FIELDS.map(({ from, to }) => ({ from: `publications: ${from}`, to: `venues.yaml: ${to}` })),
    ...PAGE_FIELDS.map(({ from, ...rest }) => ({ from: `page text: ${from}`, ...rest })),
  ],
  read(files, { url, venues, pages, progress }) {
    const log = new ImportLog(progress)
    const pageTexts = files.filter(isPageText)
    const address = pageTexts.length > 0 ? checkPageUrl(pageTexts, url) : ''
    const entries = files.filter(file => !isPageText(file)).flatMap(file => sourceEntries(file, log))
    // Publications first: a page names its venue.
    const publications = entries.filter(entry => !isRecord(entry)).map(entry => readVenue(entry, log))
    const newVenues = publications.filter((venue): venue is Imported<Venue> => venue !== undefined)
    const records = entries.filter(isRecord).map(entry => readRecord(entry, log))
    const known = { venues: [...venues, ...newVenues.map(({ item }) => item)], pages }
    const readings = pageTexts.map(file => readPage(file, address, known, log))
    return {
      cards: [
        ...records.filter((card): card is ImportedCard => card !== undefined),
        ...readings.map(({ card }) => card),
      ],
      venues: newVenues,
      pages: readings.flatMap(citingPages),
      emptyValues: log.emptyValues,
      dropped: log.dropped,
      converted: log.converted,
      comments: log.comments,
      unreadable: log.unreadable,
    }
  },
}

/** A record has an address; a publication has domains, or only a name. */
function isRecord({ values }: SourceEntry): boolean {
  return 'url' in values || !('name' in values || 'domains' in values)
}

function citingPages({ card, citing }: PageReading) {
  return citing.map(({ page, line }) => ({ item: page, origin: { file: card.origin.file, line } }))
}
