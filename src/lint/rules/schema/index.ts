import type { Rule } from '../../rule.ts'

/** The rules of the group `schema`. */
export const schemaRules: readonly Rule[] = []
