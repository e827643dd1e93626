import { jsonText } from '../../model/json-text.ts'
import type { Reporter } from '../report.ts'
import { findingJson } from './finding-json.ts'

/** One finding a line; nothing when there is none. */
export const ndjson: Reporter = {
  name: 'ndjson',
  summary: 'for programs: one problem a line, as JSON',
  *report({ findings }, context) {
    for (const finding of findings) yield `${jsonText(findingJson(finding, context))}\n`
  },
}
