import type { Rule } from '../../rule.ts'

/** The rules of the group `url`. */
export const urlRules: readonly Rule[] = []
