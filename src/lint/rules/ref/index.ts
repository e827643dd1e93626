import type { Rule } from '../../rule.ts'

/** The rules of the group `ref`. */
export const refRules: readonly Rule[] = []
