import type { Fix } from '../../model/finding.ts'
import type { ReportContext, ReportedFinding } from '../report.ts'
import type { FindingJson, FixJson } from '../report-json.ts'

/** A finding as `--format json` and `ndjson` give it, and the API. */
export function findingJson(finding: ReportedFinding, context: Pick<ReportContext, 'pathOf'>): FindingJson {
  const { rule, severity, message, help, file, range, pointer, id, fix, related, fingerprint } = finding
  return {
    rule,
    severity,
    message,
    help,
    file,
    path: context.pathOf(file),
    range,
    pointer,
    ...(id === undefined ? {} : { id }),
    ...(fix === undefined ? {} : { fix: fixJson(fix) }),
    ...(related === undefined
      ? {}
      : {
          related: related.map(place => ({
            file: place.file,
            path: context.pathOf(place.file),
            range: place.range,
          })),
        }),
    fingerprint,
  }
}

function fixJson({ title, safe, removesByteOrderMark, edits }: Fix): FixJson {
  return {
    title,
    safe,
    ...(removesByteOrderMark ? { removes_byte_order_mark: true } : {}),
    edits: edits.map(({ range, text }) => ({ range, text })),
  }
}
