import { VenueNames } from '../../../notation/venue-names.ts'
import { ImportLog } from '../../import-log.ts'
import type { ImportBatch, Importer, ImportFile, ImportOptions } from '../../importer.ts'
import { referenceCard } from '../reference-entry.ts'
import { bibtexReference } from './bibtex-entry.ts'
import { BIBTEX_FIELDS } from './bibtex-fields.ts'
import { withCrossref } from './crossref.ts'
import { scanEntries } from './scan-entries.ts'

const MAPPING: Importer['mapping'] = [
  { from: '@type', to: 'type', note: 'such as `paper` of `@inproceedings`; of `@misc` by what else it has' },
  {
    from: 'citation key',
    to: '—',
    note: 'only the report tells it, but with --map key=id or key=extra.NAME',
  },
  ...BIBTEX_FIELDS.map(({ from, to, note }) => ({ from, to, ...(note === undefined ? {} : { note }) })),
  { from: 'any other', to: '—', note: 'the report tells it' },
]

/** Entries of BibTeX. */
export const bibtex: Importer = {
  name: 'bibtex',
  description: 'BibTeX: .bib files, with their LaTeX accents, macros and cross-references',
  mapping: MAPPING,
  read,
}

/** Entries of BibLaTeX. Both dialects are read alike: files mix them. */
export const biblatex: Importer = {
  name: 'biblatex',
  description: 'BibLaTeX: .bib files as Biber reads them',
  mapping: MAPPING,
  read,
}

function read(files: readonly ImportFile[], options: ImportOptions): ImportBatch {
  const { venues, progress } = options
  const log = new ImportLog(progress)
  const names = new VenueNames(venues)
  const scans = files.map(file => ({
    file: file.name,
    isEmpty: file.text.trim() === '',
    ...scanEntries(file.text),
  }))
  // Entries may refer to others of any file.
  const all = scans.flatMap(({ entries }) => entries)
  const byKey = new Map(
    all.reverse().flatMap(entry => (entry.key === undefined ? [] : [[entry.key.toLowerCase(), entry]])),
  )
  const cards = scans.flatMap(({ file, entries, broken, isEmpty }) => {
    if (entries.length + broken.length === 0 && !isEmpty)
      log.refuse({ file, line: 1 }, 'There is no BibTeX entry in this file.')
    for (const { key, line, why } of broken) {
      const name = key === undefined ? 'This entry' : `Entry ${key}`
      log.refuse({ file, line }, `${name} cannot be read. ${why}`, key)
    }
    return entries.flatMap(entry => {
      const first = entry.key === undefined ? undefined : byKey.get(entry.key.toLowerCase())
      if (first !== undefined && first !== entry)
        log
          .field({ file, recordId: entry.key, key: 'citation key', lineOf: () => entry.line })
          .drop('An earlier entry has the same citation key.')
      const reference = bibtexReference(file, entry, withCrossref(entry, byKey), log)
      return referenceCard(reference, names, log, options) ?? []
    })
  })
  return log.batch(cards)
}
