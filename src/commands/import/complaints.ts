import type { ImportReport } from '../../import/import-report.ts'
import { counted } from '../../model/count-text.ts'

/** How many of those that could not be imported are told; `--report` has all. */
const TOLD_FAILURES = 20

/** What an import could not carry out, and what to do next. */
export function importComplaints(
  { outcome, unreadable, skipped, counts }: ImportReport,
  isFail: boolean,
): string[] {
  const failed = some(unreadable, each => failureLine(each, each.why))
  const there = isFail
    ? some(skipped, each =>
        failureLine(each, `${SAME[each.why]} ${each.id}${each.retired ? ', which is retired' : ''}.`),
      )
    : []
  if (outcome !== 'refused') return failed
  const many = (count: number, what: string) => `${counted(count, 'record')} ${what}`
  if (there.length > 0)
    return [
      ...failed,
      ...there,
      `Nothing was imported: ${many(skipped.length, skipped.length === 1 ? 'is a card already.' : 'are cards already.')} Take ${skipped.length === 1 ? 'it' : 'them'} out, or leave --on-duplicate fail out.`,
    ]
  return [
    ...failed,
    `Nothing was imported: ${counted(unreadable.length, 'problem')} above. Mend ${unreadable.length === 1 ? 'it' : 'them'}, or import the rest with --keep-going${counts.records > 0 ? ` (${counted(counts.records, 'record')})` : ''}.`,
  ]
}

/** A line of the form that editors and CI logs know, with the name of the entry. */
function failureLine({ file, line, record_id }: Place, why: string): string {
  const name = record_id === undefined || why.includes(record_id) ? '' : `${record_id}: `
  return `${file}:${line}: error: ${name}${why}`
}

type Place = Pick<ImportReport['unreadable'][number], 'file' | 'line' | 'record_id'>

/** What a record has in common with the card that it is. */
const SAME: Readonly<Record<ImportReport['skipped'][number]['why'], string>> = {
  url: 'Its URL is that of',
  id: 'Its ID is that of',
  alias: 'Its ID is an alias of',
  source: 'Its source is that of',
  repeat: 'It is in the import twice, as',
}

function some<T>(items: readonly T[], line: (item: T) => string): string[] {
  const rest = items.length - TOLD_FAILURES
  return [
    ...items.slice(0, TOLD_FAILURES).map(line),
    ...(rest > 0 ? [`… and ${counted(rest, 'more', 'more')} (--report FILE lists all)`] : []),
  ]
}
