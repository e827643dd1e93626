import type { Rule } from '../../rule.ts'
import { anchors } from './anchors.ts'
import { cutText } from './cut-text.ts'
import { duplicateKey } from './duplicate-key.ts'
import { encoding } from './encoding.ts'
import { keyOrder } from './key-order.ts'
import { quote } from './quote.ts'
import { syntax } from './syntax.ts'
import { whitespace } from './whitespace.ts'

/** The rules of the group `yaml`. */
export const yamlRules: readonly Rule[] = [
  syntax,
  encoding,
  duplicateKey,
  anchors,
  quote,
  cutText,
  whitespace,
  keyOrder,
]
