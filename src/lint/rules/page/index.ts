import type { Rule } from '../../rule.ts'
import { duplicate } from './duplicate.ts'

/** The rules of the group `page`. */
export const pageRules: readonly Rule[] = [duplicate]
