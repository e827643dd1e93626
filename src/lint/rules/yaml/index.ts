import type { Rule } from '../../rule.ts'

/** The rules of the group `yaml`. */
export const yamlRules: readonly Rule[] = []
