import type { Rule } from '../../rule.ts'
import { lookalikeHost } from './lookalike-host.ts'
import { notASource } from './not-a-source.ts'
import { placeholder } from './placeholder.ts'
import { preferHttps } from './prefer-https.ts'
import { tracking } from './tracking.ts'
import { truncated } from './truncated.ts'
import { valid } from './valid.ts'

/** The rules of the group `url`. */
export const urlRules: readonly Rule[] = [
  valid,
  placeholder,
  truncated,
  notASource,
  tracking,
  lookalikeHost,
  preferHttps,
]
