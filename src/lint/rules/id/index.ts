import type { Rule } from '../../rule.ts'
import { aliasClash } from './alias-clash.ts'
import { changed } from './changed.ts'
import { duplicate } from './duplicate.ts'
import { fileName } from './file-name.ts'
import { format } from './format.ts'
import { removed } from './removed.ts'

/** The rules of the group `id`. */
export const idRules: readonly Rule[] = [format, duplicate, fileName, changed, removed, aliasClash]
