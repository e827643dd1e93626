import type { Rule } from '../../rule.ts'
import { format } from './format.ts'
import { repeat } from './repeat.ts'
import { unknown } from './unknown.ts'

/** The rules of the group `tag`. */
export const tagRules: readonly Rule[] = [format, repeat, unknown]
