import type { Range } from '../model/place.ts'

/** Something wrong with the text of a file, before any schema: a sentence, what to do next, and where. */
export interface TextProblem {
  readonly rule: 'yaml/syntax' | 'yaml/encoding' | 'yaml/duplicate-key' | 'yaml/anchors'
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly help: string
  readonly range: Range
  /** Other places that belong to it, as the first of two equal keys. */
  readonly related?: readonly Range[]
}
