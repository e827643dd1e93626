import type { Fix, Place } from '../../model/finding.ts'
import type { ReportContext, ReportedFinding } from '../report.ts'

/** A finding as `--format json` and `ndjson` give it: schemas/output-lint.schema.json. */
export function findingJson(finding: ReportedFinding, context: ReportContext): object {
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
    ...(related === undefined ? {} : { related: related.map(place => placeJson(place, context)) }),
    fingerprint,
  }
}

function fixJson({ title, safe, removesByteOrderMark, edits }: Fix): object {
  return {
    title,
    safe,
    ...(removesByteOrderMark ? { removes_byte_order_mark: true } : {}),
    edits: edits.map(({ range, text }) => ({ range, text })),
  }
}

function placeJson({ file, range }: Place, context: ReportContext): object {
  return { file, path: context.pathOf(file), range }
}
