import type { ImportReport } from '../../import/import-report.ts'
import { counted } from '../../model/count-text.ts'
import { firstOf } from '../../model/first-of.ts'
import { neutralLine } from '../../model/neutral.ts'
import { importComplaints } from './complaints.ts'

/** How many entries of a list are told; `--report` has all. */
const TOLD = 5

/** An import in words. */
export interface ImportSummary {
  /** What was done, and what is worth knowing of it. */
  readonly lines: readonly string[]
  /** What could not be done, and what to do next. */
  readonly complaints: readonly string[]
}

/**
 * Says what became of an import: how much came in, under which IDs, and everything that was not carried over.
 * @param isFail whether records that are cards already were not to be
 */
export function importSummary(
  report: ImportReport,
  { library, isFail }: { library: string; isFail: boolean },
): ImportSummary {
  const lines = report.outcome === 'refused' ? [] : importLines(report, library)
  const complaints = importComplaints(report, isFail)
  return { lines: lines.map(neutralLine), complaints: complaints.map(neutralLine) }
}

function importLines(report: ImportReport, library: string): string[] {
  const { counts, outcome } = report
  const made = [
    counted(counts.cards, 'card'),
    counts.venues > 0 && counted(counts.venues, 'venue'),
    counts.pages > 0 && counted(counts.pages, 'page'),
    counts.previews > 0 && counted(counts.previews, 'preview'),
  ].filter(part => part !== false)
  const unread = report.unreadable.length
  const isDry = outcome === 'planned'
  return [
    `${isDry ? 'Would make' : 'Made'} ${made.join(', ')} in ${library}/, out of ${counted(counts.records + unread, 'record')}${unread > 0 ? `; ${unread} could not be read` : ''}.`,
    counts.cards > 0 && `IDs: ${counts.kept_ids} kept, ${counts.minted_ids} new.`,
    ...told(
      report.updated,
      'record',
      isDry ? 'would update a card' : 'updated a card',
      ({ id, filled, overwritten }) =>
        `${id}: ${[
          filled.length > 0 && `filled ${filled.join(', ')}`,
          overwritten.length > 0 && `replaced ${overwritten.join(', ')}`,
        ]
          .filter(part => part !== false)
          .join('; ')}`,
    ),
    ...told(
      report.differences.filter(({ kept }) => kept === 'has'),
      'value',
      'of cards kept, where a record says something else',
      difference => differenceLine(difference),
    ),
    ...told(
      report.differences.filter(({ kept }) => kept === 'given'),
      'value',
      isDry ? 'of cards would be replaced' : 'of cards replaced',
      difference => differenceLine(difference),
    ),
    ...skippedLines(report),
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
    ...told(report.rated_by_url_only, 'card', 'rated by the host of the URL, naming no venue', id => id),
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
}

/** How many records were passed over; which, where it is not just the same import again. */
function skippedLines({ skipped }: ImportReport): (string | false)[] {
  const bySource = skipped.filter(({ why, retired }) => why === 'source' && !retired)
  const retired = skipped.filter(skip => skip.retired)
  const others = skipped.length - bySource.length - retired.length
  const line = (skip: ImportReport['skipped'][number]) => `${placed(skip)} is ${skip.id}`
  return [
    others > 0 && `${counted(others, 'record')} skipped, being in the library already.`,
    ...told(bySource, 'record', 'skipped, being in the library already by another name', line),
    ...told(retired, 'record', 'skipped, whose card is retired', line),
  ]
}

function differenceLine({ id, key, has, given, kept }: ImportReport['differences'][number]): string {
  return kept === 'has'
    ? `${id}: ${key}: ${brief(has)}, not ${brief(given)}`
    : `${id}: ${key}: ${brief(has)} → ${brief(given)}`
}

/** A value as JSON, cut where it is long. */
function brief(json: string): string {
  return json.length > 60 ? `${json.slice(0, 59)}…` : json
}

/** Where a record stands, and what it is called there. */
function placed({ file, line, record_id }: ImportReport['skipped'][number]): string {
  return `${file}:${line}${record_id === undefined ? '' : `: ${record_id}`}`
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
  const lines = items.map(item => `  ${line(item)}`)
  return [
    `${counted(items.length, noun, plural)} ${what}:`,
    ...firstOf(lines, TOLD, more => `  … and ${more} more (--report FILE lists all)`),
  ]
}
