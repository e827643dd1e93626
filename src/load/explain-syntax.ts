import { anchoredAlias, emptyAnchor } from './explain/anchors.ts'
import { deepBlankLine, shallowBlockLine, textAfterHeader } from './explain/block-text.ts'
import { badIndent, looseText, nestedKey, tabIndent } from './explain/indentation.ts'
import {
  badEscape,
  badStart,
  blockInFlow,
  missingComma,
  strayBracket,
  strayComma,
  textAfterEnd,
  unclosedBracket,
  unclosedQuote,
} from './explain/quotes-and-brackets.ts'
import {
  listBehindKey,
  longKey,
  missingDocumentStart,
  touchingComment,
  unreadable,
} from './explain/stray-marks.ts'
import {
  type Explanation,
  type SyntaxFault,
  TOUCHING_COMMENT,
  UNCLOSED_QUOTE,
} from './explain/syntax-fault.ts'

/** The parser's code, a phrase of its message, and who explains what it means; undefined leaves it to the next. */
type Wording = readonly [
  code: string,
  phrase: string,
  explain: (fault: SyntaxFault) => Explanation | undefined,
]

/** In this order: the first that has an explanation gives it. */
export const WORDINGS: readonly Wording[] = [
  ['TAB_AS_INDENT', '', tabIndent],
  ['BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not', badIndent],
  ['BLOCK_AS_IMPLICIT_KEY', '', nestedKey],
  ['MULTILINE_IMPLICIT_KEY', '', looseText],
  ['MISSING_CHAR', UNCLOSED_QUOTE, unclosedQuote],
  ['MISSING_CHAR', TOUCHING_COMMENT, touchingComment],
  ['MISSING_CHAR', 'Implicit map keys', looseText],
  ['MISSING_CHAR', 'Sequence item without', looseText],
  ['MISSING_CHAR', 'must end with a ', unclosedBracket],
  ['MISSING_CHAR', 'Missing , ', missingComma],
  ['MISSING_CHAR', 'Missing space after : ', missingComma],
  ['MISSING_CHAR', 'Block scalars with more-indented', deepBlankLine],
  ['MISSING_CHAR', 'directives-end', missingDocumentStart],
  ['UNEXPECTED_TOKEN', '', strayBracket],
  ['UNEXPECTED_TOKEN', 'Unexpected , ', strayComma],
  ['UNEXPECTED_TOKEN', 'Unexpected empty item', strayComma],
  // The parser puts the type of the token into its message.
  ['UNEXPECTED_TOKEN', 'comma', strayComma],
  ['UNEXPECTED_TOKEN', 'Block scalar header includes', textAfterHeader],
  ['UNEXPECTED_TOKEN', 'Not a YAML token', textAfterHeader],
  ['UNEXPECTED_TOKEN', 'block-seq-ind', listBehindKey],
  ['UNEXPECTED_TOKEN', ' at node end', textAfterEnd],
  ['BAD_INDENT', 'must be sufficiently indented', unclosedBracket],
  ['BAD_INDENT', 'Block scalar lines must not', shallowBlockLine],
  ['BAD_INDENT', 'Block scalar values in collections', shallowBlockLine],
  ['BAD_INDENT', '', badIndent],
  ['BAD_SCALAR_START', '', badStart],
  ['BAD_DQ_ESCAPE', '', badEscape],
  ['BAD_ALIAS', '', emptyAnchor],
  ['ALIAS_PROPS', '', anchoredAlias],
  ['MULTIPLE_ANCHORS', '', anchoredAlias],
  ['MULTIPLE_TAGS', '', anchoredAlias],
  ['BAD_PROP_ORDER', '', anchoredAlias],
  ['BLOCK_IN_FLOW', '', blockInFlow],
  ['KEY_OVER_1024_CHARS', '', longKey],
]

/**
 * Says what a parser's complaint means to somebody who writes YAML by hand. The parser often stumbles long after
 * the mistake, so the words come from the line of text more than from the parser's own message.
 */
export function explainSyntax(fault: SyntaxFault): Explanation {
  for (const [code, phrase, explain] of WORDINGS) {
    const words = fault.code === code && fault.message.includes(phrase) ? explain(fault) : undefined
    if (words !== undefined) return words
  }
  return unreadable(fault)
}
