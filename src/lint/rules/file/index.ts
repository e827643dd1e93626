import type { Rule } from '../../rule.ts'
import { outside } from './outside.ts'
import { retired } from './retired.ts'
import { unreadable } from './unreadable.ts'

/** The rules of the group `file`. */
export const fileRules: readonly Rule[] = [unreadable, outside, retired]
