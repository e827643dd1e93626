import { entityCharacter } from '../../model/entity.ts'

const ATTRIBUTES = `(?:\\s+[\\w:-]+\\s*=\\s*(?:"[^"<>]*"|'[^'<>]*'))*\\s*`

/** Tags of CSL's rich text, and of the HTML, JATS and MathML that Crossref passes on. Other `<…>` is text. Global. */
export const TAG = new RegExp(
  `</?(?:(?:jats|mml|m|ns\\d):[a-z-]+|i|b|u|em|strong|bold|italic|sc|scp|su[bp]|inf|tt|span|font|a|p|br|div|ul|ol|li|title|sec|math|m[a-z]{1,6}|inline-formula|tex-math|alternatives)${ATTRIBUTES}/?>`,
  'gi',
)

/** Those after or before which a new paragraph begins. */
const PARAGRAPH = /^<\/?(?:jats:)?(?:p|br|div|ul|ol|li|list|list-item|title|sec)[\s/>]/i

/** An entity, also one that was escaped again and again (`&amp;amp;lt;`). Global. */
export const ENTITY = /&(?:amp;)*((?:#[xX]?)?[a-zA-Z\d]{1,31};)/g

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋'

/** The text of markup on one line: `The <i>E. coli</i> &amp; H<sub>2</sub>O` is `The E. coli & H₂O`. */
export function plainLine(markup: string): string {
  return plainParagraphs(markup).replace(/\s+/g, ' ')
}

/** The text of markup; a blank line parts paragraphs. */
export function plainParagraphs(markup: string): string {
  if (!/[<&]/.test(markup)) return evenParagraphs(markup)
  return evenParagraphs(
    withScripts(markup)
      .replace(TAG, tag => (PARAGRAPH.test(tag) ? '\n\n' : ''))
      .replace(ENTITY, (entity, last: string) => entityCharacter(`&${last}`) ?? entity),
  )
}

/** A text that is no markup, in the form in which texts are read: without controls, its white space evened out. */
export function evenParagraphs(text: string): string {
  // Most text is ASCII on one line, and even already.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .normalize('NFC')
    .split(/\n[^\S\n]*\n/)
    .map(paragraph => paragraph.replace(/\s+/g, ' ').trim())
    .filter(paragraph => paragraph !== '')
    .join('\n\n')
}

/** A text without the controls that no text needs; tabs and line breaks stay. */
function withoutControls(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]/g, '')
    .replaceAll('\xa0', ' ')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
}

/** Raised and lowered digits as characters of their own: `10<sup>6</sup>` is not 106. */
function withScripts(markup: string): string {
  return markup.replace(
    /<(sup|sub|inf|jats:su[bp])>([\d+−-]{1,20})<\/\1>/gi,
    (_, tag: string, digits: string) => {
      const scripts = /sup$/i.test(tag) ? SUPERSCRIPTS : SUBSCRIPTS
      return digits.replace(/./g, digit => scripts['0123456789+-'.indexOf(digit === '−' ? '-' : digit)] ?? '')
    },
  )
}
