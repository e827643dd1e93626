import type { Rule } from '../../rule.ts'

/** The rules of the group `identifier`. */
export const identifierRules: readonly Rule[] = []
