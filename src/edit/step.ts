import type { Raw } from '../load/raw.ts'
import type { Pointer } from '../model/place.ts'
import type { Change } from './change.ts'

/** A change as the writer makes it: items are added at any place of a list, several together. */
export type Step =
  | Exclude<Change, { kind: 'append' | 'insert' }>
  | {
      readonly kind: 'insert'
      /** The list, which is made when it is not there. */
      readonly pointer: Pointer
      /** The place of the item before which they go; undefined for the end. */
      readonly before: number | undefined
      readonly values: readonly Raw[]
    }
