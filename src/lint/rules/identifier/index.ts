import type { Rule } from '../../rule.ts'
import { arxiv } from './arxiv.ts'
import { checksum } from './checksum.ts'
import { doi } from './doi.ts'

/** The rules of the group `identifier`. */
export const identifierRules: readonly Rule[] = [doi, arxiv, checksum]
