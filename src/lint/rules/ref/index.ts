import type { Rule } from '../../rule.ts'
import { page } from './page.ts'
import { preview } from './preview.ts'
import { replacedBy } from './replaced-by.ts'
import { retired } from './retired.ts'
import { venue } from './venue.ts'

/** The rules of the group `ref`. */
export const refRules: readonly Rule[] = [venue, page, retired, replacedBy, preview]
