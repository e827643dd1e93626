import type { Rule } from '../../rule.ts'
import { reason } from './reason.ts'

/** The rules of the group `credibility`. */
export const credibilityRules: readonly Rule[] = [reason]
