import type { Change } from '../edit/change.ts'
import type { Finding, Fix } from '../model/finding.ts'
import type { Pointer } from '../model/place.ts'

/** A finding with what reports do not tell of it. */
export interface PlacedFinding extends Finding {
  /** Other values of its file that it rests on. */
  readonly restsOn?: readonly Pointer[]
  readonly fix?: PlannedFix
}

/** A fix with the changes of the file's value that its edits make; none for edits that leave it as it is. */
export interface PlannedFix extends Fix {
  readonly changes: readonly Change[]
}

/** A finding with the line that stands for it in a baseline. */
export interface KeyedFinding extends PlacedFinding {
  readonly key: string
}
