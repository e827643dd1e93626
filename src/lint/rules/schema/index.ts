import type { Rule } from '../../rule.ts'
import { emptyValue } from './empty-value.ts'
import { repeat } from './repeat.ts'
import { required } from './required.ts'
import { type } from './type.ts'
import { unknownKey } from './unknown-key.ts'
import { value } from './value.ts'

/** The rules of the group `schema`. */
export const schemaRules: readonly Rule[] = [unknownKey, required, type, value, emptyValue, repeat]
