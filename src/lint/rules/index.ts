import type { Rule } from '../rule.ts'
import { archiveRules } from './archive/index.ts'
import { authorRules } from './author/index.ts'
import { credibilityRules } from './credibility/index.ts'
import { dateRules } from './date/index.ts'
import { fileRules } from './file/index.ts'
import { idRules } from './id/index.ts'
import { identifierRules } from './identifier/index.ts'
import { languageRules } from './language/index.ts'
import { lintRules } from './lint/index.ts'
import { pageRules } from './page/index.ts'
import { refRules } from './ref/index.ts'
import { schemaRules } from './schema/index.ts'
import { sourceRules } from './source/index.ts'
import { tagRules } from './tag/index.ts'
import { textRules } from './text/index.ts'
import { urlRules } from './url/index.ts'
import { venueRules } from './venue/index.ts'
import { yamlRules } from './yaml/index.ts'

/** Every rule, group by group, in the order in which they are listed. */
export const RULES: readonly Rule[] = [
  ...yamlRules,
  ...schemaRules,
  ...idRules,
  ...refRules,
  ...sourceRules,
  ...urlRules,
  ...identifierRules,
  ...venueRules,
  ...pageRules,
  ...credibilityRules,
  ...dateRules,
  ...languageRules,
  ...textRules,
  ...authorRules,
  ...tagRules,
  ...archiveRules,
  ...fileRules,
  ...lintRules,
]
