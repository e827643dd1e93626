import type { Rule } from '../../rule.ts'

/** The rules of the group `date`. */
export const dateRules: readonly Rule[] = []
