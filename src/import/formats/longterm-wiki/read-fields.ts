import type { Raw } from '../../../load/raw.ts'
import type { FieldLog, ImportLog } from '../../import-log.ts'
import type { FieldMapping } from '../../importer.ts'
import type { SourceEntry } from '../../source-entries.ts'

/** A row of a mapping that also says how. `A` is what converting needs to know beside the value. */
type ConvertingField<A extends unknown[]> = FieldMapping & {
  readonly convert: (value: Raw, log: FieldLog, ...more: A) => unknown
}

/**
 * Carries the values of an entry over as a table says, in the order of the table. A dot in `to` stands for a map
 * within. The log is told of keys that the table does not have.
 */
export function readFields<A extends unknown[]>(
  entry: SourceEntry,
  recordId: string | undefined,
  table: readonly ConvertingField<A>[],
  log: ImportLog,
  ...more: A
): Record<string, unknown> {
  const fieldLog = (key: string) =>
    log.field({ file: entry.file, recordId, key, lineOf: item => entry.lineOf(key, item) })
  const fields: Record<string, unknown> = {}
  for (const { from, to, convert } of table) {
    const value = Object.hasOwn(entry.values, from) ? entry.values[from] : undefined
    if (value !== undefined) put(fields, to, convert(value, fieldLog(from), ...more))
  }
  for (const key of Object.keys(entry.values)) {
    if (!table.some(({ from }) => from === key)) fieldLog(key).drop('Cards have no field for it.')
  }
  return fields
}

function put(fields: Record<string, unknown>, path: string, value: unknown): void {
  if (value === undefined) return
  const [key = '', inner] = path.split('.')
  fields[key] = inner === undefined ? value : { ...(fields[key] as object | undefined), [inner]: value }
}
