import type { Raw } from '../../load/raw.ts'
import type { FieldPath } from './field-path.ts'

/** What is wanted of a card, as it was typed: the same for one card or for many. */
export type Operation =
  | { readonly kind: 'set'; readonly path: FieldPath; readonly value: Raw; readonly typed?: string }
  | { readonly kind: 'unset'; readonly path: FieldPath }
  /** Adds an item to the end of a list, or takes those away that are equal to it. */
  | {
      readonly kind: 'add' | 'remove'
      readonly path: FieldPath
      readonly value: Raw
      /** What was typed, where that is not the form that cards have it in. */
      readonly typed?: string
    }
