import type { Rule } from '../../rule.ts'

/** The rules of the group `tag`. */
export const tagRules: readonly Rule[] = []
