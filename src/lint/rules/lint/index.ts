import type { Rule } from '../../rule.ts'
import { suppressionReason } from './suppression-reason.ts'
import { unknownRule } from './unknown-rule.ts'
import { unusedBaseline } from './unused-baseline.ts'
import { unusedSuppression } from './unused-suppression.ts'

/** The rules of the group `lint`: about the comments and the baseline that keep findings quiet. */
export const lintRules: readonly Rule[] = [unusedSuppression, suppressionReason, unknownRule, unusedBaseline]
