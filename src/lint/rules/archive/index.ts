import type { Rule } from '../../rule.ts'

/** The rules of the group `archive`. */
export const archiveRules: readonly Rule[] = []
