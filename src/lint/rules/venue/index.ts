import type { Rule } from '../../rule.ts'

/** The rules of the group `venue`. */
export const venueRules: readonly Rule[] = []
