import type { Rule } from '../../rule.ts'
import { boilerplate } from './boilerplate.ts'
import { html } from './html.ts'
import { invisible } from './invisible.ts'
import { keyPoints } from './key-points.ts'
import { markdownEscape } from './markdown-escape.ts'
import { summary } from './summary.ts'
import { title } from './title.ts'
import { titleSuffix } from './title-suffix.ts'
import { unicodeNfc } from './unicode-nfc.ts'

/** The rules of the group `text`. */
export const textRules: readonly Rule[] = [
  html,
  invisible,
  unicodeNfc,
  markdownEscape,
  title,
  titleSuffix,
  boilerplate,
  summary,
  keyPoints,
]
