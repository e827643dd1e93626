import type { Rule } from '../../rule.ts'

/** The rules of the group `author`. */
export const authorRules: readonly Rule[] = []
