import type { CslItem } from '../../../notation/csl/csl-item.ts'
import { VenueNames } from '../../../notation/venue-names.ts'
import { ImportLog } from '../../import-log.ts'
import type { Importer } from '../../importer.ts'
import { jsonRecords, REPEATED_KEY } from '../json-records.ts'
import { referenceCard } from '../reference-entry.ts'

/** Items of CSL-JSON, as Zotero, Pandoc, Crossref and others give them. */
export const cslJson: Importer = {
  name: 'csl-json',
  description: 'CSL-JSON: what Zotero, Better BibTeX, Pandoc and DOI resolvers give',
  mapping: [
    { from: 'id', to: '—', note: 'only the report tells it, but with --map key=id or key=extra.NAME' },
    { from: 'type', to: 'type', note: 'such as `paper` of `article-journal`' },
    { from: 'genre', to: 'type', note: '`government` of a report that is a `Government document`' },
    { from: 'title', to: 'title', note: 'its markup as plain text' },
    { from: 'title-short', to: 'label' },
    { from: 'author', to: 'authors' },
    { from: 'issued', to: 'published', note: 'the first date of a range' },
    { from: 'accessed', to: 'accessed' },
    {
      from: 'container-title',
      to: 'venue',
      note: 'of the venue with that name; else the report tells the name',
    },
    { from: 'publisher', to: 'venue', note: 'unless there is a `container-title`' },
    { from: 'URL', to: 'url', note: '`doi` for a link to a DOI' },
    { from: 'DOI', to: 'doi', note: 'bare, in lower case' },
    { from: 'number, archive, archive_location, note', to: 'arxiv', note: 'where they say `arXiv:…`' },
    { from: 'ISBN', to: 'isbn', note: 'the first' },
    { from: 'PMID', to: 'pmid' },
    { from: 'abstract', to: 'abstract' },
    { from: 'language', to: 'language' },
    { from: 'keyword', to: 'tags', note: 'as slugs: `Machine learning` is `machine-learning`' },
    { from: 'note', to: 'notes' },
    { from: 'any other', to: '—', note: 'the report tells it' },
  ],
  read(files, options) {
    const { venues, progress } = options
    const log = new ImportLog(progress)
    const names = new VenueNames(venues)
    const cards = files.flatMap(({ name: file, text }) => {
      const records = text.trim() === '' ? [] : jsonRecords(text)
      if (!Array.isArray(records)) {
        log.refuse({ file, line: records.line }, records.why)
        return []
      }
      return records.flatMap(({ value, line, lineOf, repeated = [] }, i) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
          log.refuse({ file, line }, `Item ${i + 1} of the list is no object.`)
          return []
        }
        const item = value as CslItem
        const places = new Map(Object.keys(value).map(key => [key, { key, line: lineOf(key) }]))
        const recordId = [item.id, item['citation-key']].find(id => /^(?:string|number)$/.test(typeof id))
        for (const key of repeated)
          log.field({ file, recordId: undefined, key, lineOf: () => lineOf(key) }).drop(REPEATED_KEY)
        const entry = {
          file,
          line,
          item,
          places,
          recordId: recordId === undefined ? undefined : String(recordId),
        }
        return referenceCard(entry, names, log, options) ?? []
      })
    })
    return log.batch(cards)
  },
}
