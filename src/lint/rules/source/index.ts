import type { Rule } from '../../rule.ts'

/** The rules of the group `source`. */
export const sourceRules: readonly Rule[] = []
