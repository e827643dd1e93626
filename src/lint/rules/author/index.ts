import type { Rule } from '../../rule.ts'
import { format } from './format.ts'
import { junk } from './junk.ts'
import { order } from './order.ts'

/** The rules of the group `author`. */
export const authorRules: readonly Rule[] = [format, junk, order]
