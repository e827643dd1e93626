import { counted } from '../../../model/count-text.ts'
import { VenueNames } from '../../../notation/venue-names.ts'
import { ImportLog } from '../../import-log.ts'
import type { Importer } from '../../importer.ts'
import { referenceCard } from '../reference-entry.ts'
import { risReference } from './ris-entry.ts'
import { RIS_FIELDS } from './ris-fields.ts'
import { scanRis } from './scan-ris.ts'

/**
 * Entries of RIS. The parser is ours, not Citation.js's, for that tells no lines, and joins what stands in a value of
 * several lines.
 */
export const ris: Importer = {
  name: 'ris',
  description: 'RIS: what EndNote, Zotero, Mendeley and publishers export',
  mapping: RIS_FIELDS.map(({ from, to, note }) => ({ from, to, ...(note === undefined ? {} : { note }) })),
  read(files, options) {
    const { venues, progress } = options
    const log = new ImportLog(progress)
    const names = new VenueNames(venues)
    const cards = files.flatMap(({ name: file, text }) => {
      const { entries, stray } = scanRis(text)
      const [line] = stray
      if (line !== undefined)
        log.refuse(
          { file, line },
          entries.length === 0
            ? 'There is no RIS entry in this file: each begins with a line `TY  - …`.'
            : `${counted(stray.length, 'line')} from here on ${stray.length === 1 ? 'belongs' : 'belong'} to no entry: each begins with a line \`TY  - …\`.`,
        )
      return entries.flatMap(
        entry => referenceCard(risReference(file, entry, log), names, log, options) ?? [],
      )
    })
    return log.batch(cards)
  },
}
