import type { Rule } from '../../rule.ts'
import { contradiction } from './contradiction.ts'
import { duplicate } from './duplicate.ts'
import { identifier } from './identifier.ts'
import { similarTitle } from './similar-title.ts'

/** The rules of the group `source`. */
export const sourceRules: readonly Rule[] = [duplicate, similarTitle, contradiction, identifier]
