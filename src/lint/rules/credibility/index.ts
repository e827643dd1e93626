import type { Rule } from '../../rule.ts'
import { reason } from './reason.ts'
import { redundant } from './redundant.ts'
import { unrated } from './unrated.ts'

/** The rules of the group `credibility`. */
export const credibilityRules: readonly Rule[] = [reason, redundant, unrated]
