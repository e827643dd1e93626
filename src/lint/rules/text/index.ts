import type { Rule } from '../../rule.ts'

/** The rules of the group `text`. */
export const textRules: readonly Rule[] = []
