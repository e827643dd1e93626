import type { Rule } from '../../rule.ts'
import { name } from './name.ts'

/** The rules of the group `language`. */
export const languageRules: readonly Rule[] = [name]
