import type { Raw } from '../load/raw.ts'
import { readDocument } from '../load/yaml-document.ts'
import { commentLines } from './comment-lines.ts'
import type { ImportLog } from './import-log.ts'
import type { ImportFile } from './importer.ts'

/** One map of a list in a YAML file. */
export interface SourceEntry {
  readonly file: string
  /** The 1-based line on which it starts. */
  readonly line: number
  readonly values: { readonly [key: string]: Raw }
  /** The 1-based line of a key, or of one item of its list. */
  lineOf(key: string, item?: number): number
}

/** The maps of a YAML file that holds a list of them. What is not as expected is told to the log. */
export function sourceEntries({ name, text }: ImportFile, log: ImportLog): SourceEntry[] {
  const { value, problems, locate } = readDocument(text)
  const refuse = (line: number, why: string) => log.refuse({ file: name, line }, why)
  if (value === undefined) {
    for (const problem of problems)
      if (problem.severity === 'error') refuse(problem.range.start.line, problem.message)
    return []
  }
  const lines = commentLines(text)
  if (lines.length > 0) log.comments.push({ file: name, count: lines.length, lines })
  if (!Array.isArray(value)) {
    refuse(1, 'The file is not a list of records.')
    return []
  }
  return value.flatMap((item, i) => {
    const line = locate([i], 'value').start.line
    if (typeof item !== 'string' && !Array.isArray(item)) {
      const lineOf: SourceEntry['lineOf'] = (key, j) =>
        locate(j === undefined ? [i, key] : [i, key, j], j === undefined ? 'key' : 'value').start.line
      return [{ file: name, line, values: item, lineOf }]
    }
    refuse(line, `Entry ${i + 1} of the list is not a record: it has no keys.`)
    return []
  })
}
