import type { FileText } from '../../load/file-text.ts'
import type { Range } from '../../model/place.ts'

/** A region of SARIF: as ours, 1-based and without its end. */
export interface SarifRegion {
  startLine: number
  startColumn: number
  endLine: number
  endColumn: number
}

/** A range as it is, for what is to be replaced. */
export function exactRegion({ start, end }: Range): SarifRegion {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

/**
 * A range as a region of one line, for what is to be shown: of several lines the first. GitHub shows a result in a pull
 * request only when all lines of its region are in the diff.
 */
export function lineRegion(range: Range, source: FileText): SarifRegion {
  const { start, end } = range
  if (start.line === end.line) return exactRegion(range)
  const offset = source.span(range)[0]
  const lineEnd = source.text.indexOf('\n', offset)
  const rest = source.text.slice(offset, lineEnd === -1 ? undefined : lineEnd).replace(/\r$/, '')
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: start.line,
    endColumn: start.column + rest.length,
  }
}
