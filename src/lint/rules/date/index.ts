import type { Rule } from '../../rule.ts'
import { future } from './future.ts'
import { impossible } from './impossible.ts'
import { order } from './order.ts'

/** The rules of the group `date`. */
export const dateRules: readonly Rule[] = [future, impossible, order]
