import type { Rule } from '../../rule.ts'

/** The rules of the group `id`. */
export const idRules: readonly Rule[] = []
