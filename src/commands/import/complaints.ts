import type { ImportReport } from '../../import/import-report.ts'
import { counted, grouped } from '../../model/count-text.ts'
import { firstOf } from '../../model/first-of.ts'

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
  const more = (count: number) => `… and ${grouped(count)} more (--report FILE lists all)`
  return firstOf(items.map(line), TOLD_FAILURES, more)
}
