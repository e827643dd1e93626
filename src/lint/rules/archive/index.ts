import type { Rule } from '../../rule.ts'
import { missing } from './missing.ts'

/** The rules of the group `archive`. */
export const archiveRules: readonly Rule[] = [missing]
