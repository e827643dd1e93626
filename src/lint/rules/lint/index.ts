import type { Rule } from '../../rule.ts'

/** The rules of the group `lint`. */
export const lintRules: readonly Rule[] = []
