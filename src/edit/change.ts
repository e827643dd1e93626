import type { Raw } from '../load/raw.ts'
import type { Pointer } from '../model/place.ts'

/**
 * Something that is wanted of a YAML file's value, to be made by text edits that leave all else as it is.
 * Scalars are texts, as in the failsafe schema.
 */
export type Change =
  /** Gives the value at a pointer another; a key that is not there is added, where the schema's order has it. */
  | { readonly kind: 'set'; readonly pointer: Pointer; readonly value: Raw }
  /** Takes a key with its value, or an item, away; what becomes empty by that goes too. */
  | { readonly kind: 'unset'; readonly pointer: Pointer }
  /** Gives a key another name, in its place. */
  | { readonly kind: 'rename'; readonly pointer: Pointer; readonly key: string }
  /** Adds an item at the end of the list at a pointer, which is made when it is not there. */
  | { readonly kind: 'append'; readonly pointer: Pointer; readonly value: Raw }
  /**
   * Adds an item right before the one at a pointer, which names the list and a place in it; or at its end, when that
   * is where the pointer leads. Several before the same item keep their order.
   */
  | { readonly kind: 'insert'; readonly pointer: Pointer; readonly value: Raw }
