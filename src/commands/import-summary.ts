import type { ImportReport } from '../import/import-report.ts'
import { counted } from '../model/count-text.ts'
import { neutralLine } from '../render/neutral.ts'

/** How many entries of a list are told; `--report` has all. */
const TOLD = 5

/** An import in words. */
export interface ImportSummary {
  /** What was done, and what is worth knowing of it. */
  readonly lines: readonly string[]
  /** What could not be read at all. */
  readonly complaints: readonly string[]
}

/** Says what became of an import: how much came in, under which IDs, and everything that was not carried over. */
export function importSummary(
  report: ImportReport,
  { library, isDryRun }: { library: string; isDryRun: boolean },
): ImportSummary {
  const { counts } = report
  const made = [
    counted(counts.cards, 'card'),
    counts.venues > 0 && counted(counts.venues, 'venue'),
    counts.pages > 0 && counted(counts.pages, 'page'),
    counts.previews > 0 && counted(counts.previews, 'preview'),
  ].filter(part => part !== false)
  const lines = [
    `${isDryRun ? 'Would make' : 'Made'} ${made.join(', ')} in ${library}/, out of ${counted(counts.records, 'record')}.`,
    counts.cards > 0 && `IDs: ${counts.kept_ids} kept, ${counts.minted_ids} new.`,
    counts.skipped > 0 && `${counted(counts.skipped, 'record')} skipped, being in the library already.`,
    counts.empty_values > 0 && `${counted(counts.empty_values, 'empty value')} left out.`,
    ...refusedIds(report),
    ...told(
      report.aliased,
      'record ID',
      'kept as alias, not being the hash of the URL',
      ({ id, alias }) => `${alias} → ${id}`,
    ),
    ...told(
      report.same_source,
      'group',
      'of cards with one source',
      ({ key, cards }) => `${key}: ${cards.join(', ')}`,
    ),
    ...told(
      report.venue_unknown,
      'venue',
      'not known',
      ({ venue, cards }) => `${venue} (${counted(cards.length, 'card')})`,
    ),
    ...told(
      report.rated_by_url_only,
      'card',
      'with no venue of their own, rated by the host of the URL',
      id => id,
    ),
    ...told(
      report.derived,
      'record',
      'completed from elsewhere',
      ({ id, keys, from }) => `${id}: ${keys.join(', ')} from ${from}`,
    ),
    ...told(
      report.converted,
      'value',
      'changed',
      ({ file, line, key, from, to }) =>
        `${file}:${line}: ${key}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`,
    ),
    ...told(
      report.conflicts,
      'registry entry',
      'left as it was',
      ({ registry, id, key }) => `${registry}: ${id}: ${key}`,
      'registry entries',
    ),
    ...told(
      report.dropped,
      'value',
      'not carried over',
      ({ file, line, key, why }) => `${file}:${line}: ${key}: ${why}`,
    ),
    ...told(
      report.comments,
      'file',
      'with comments that were not carried over',
      ({ file, count }) => `${file}: ${counted(count, 'line')}`,
    ),
  ].filter(line => line !== false)
  const complaints = report.unreadable.map(({ file, line, why }) => `${file}:${line}: error: ${why}`)
  return { lines: lines.map(neutralLine), complaints: complaints.map(neutralLine) }
}

function refusedIds({ minted }: ImportReport): string[] {
  const refused = minted.filter(({ wanted }) => wanted !== undefined)
  return told(
    refused,
    'wanted ID',
    'refused',
    ({ wanted, why, id }) => `${wanted} is ${why}; the card is ${id}`,
  )
}

/** A count with what is counted, then some of it, each indented. */
function told<T>(
  items: readonly T[],
  noun: string,
  what: string,
  line: (item: T) => string,
  plural?: string,
): string[] {
  if (items.length === 0) return []
  const rest = items.length - TOLD
  return [
    `${counted(items.length, noun, plural)} ${what}${items.length > 0 ? ':' : ''}`,
    ...items.slice(0, TOLD).map(item => `  ${line(item)}`),
    ...(rest > 0 ? [`  … and ${rest} more (--report FILE lists all)`] : []),
  ]
}
