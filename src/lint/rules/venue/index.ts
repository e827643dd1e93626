import type { Rule } from '../../rule.ts'
import { duplicate } from './duplicate.ts'
import { mismatch } from './mismatch.ts'
import { overlap } from './overlap.ts'
import { unknownDomain } from './unknown-domain.ts'

/** The rules of the group `venue`. */
export const venueRules: readonly Rule[] = [mismatch, duplicate, overlap, unknownDomain]
