import type { Rule } from '../../rule.ts'

/** The rules of the group `file`. */
export const fileRules: readonly Rule[] = []
