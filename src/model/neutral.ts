import { isPlain } from './plain-width.ts'

/**
 * Makes text of unknown origin one line that cannot drive a terminal (UAX #9, UTR #36, and ECMA-48):
 * - runs of tabs and of line breaks, whichever they are, become one space;
 * - other controls are shown: C0 and DEL as their pictures (`␛`), C1 as `�`;
 * - what reorders or hides text becomes `�`: bidi controls, tags, byte-order marks, lone surrogates;
 * - soft hyphens go, as terminals disagree on their width; a base keeps 8 combining marks at most.
 * Joiners and variation selectors stay. The same text again when there is nothing to do, as is most common.
 */
export function neutralLine(text: string): string {
  if (isPlain(text)) return text
  return neutralized(onOneLine(text))
}

/** Like `neutralLine`, but line breaks stay, as LF, and a tab becomes four spaces. */
export function neutralText(text: string): string {
  if (isPlain(text)) return text
  return neutralized(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\x85\u2028\u2029]+/g, ' ')
      .replaceAll('\t', '    '),
  )
}

/** Whether making a text neutral takes something from it: more than tabs and line breaks. */
export function hasHarm(text: string): boolean {
  if (isPlain(text)) return false
  const line = onOneLine(text)
  return neutralized(line) !== line
}

function onOneLine(text: string): string {
  return text.replace(/[\t\n\r\x85\u2028\u2029]+/g, ' ')
}

/**
 * What `neutralized` may have to do with: units that it changes or that start a character outside the BMP, and nine
 * in a row that may combine. Without Unicode's properties, which take V8 longer to make ready than a card to be shown.
 */
const SUSPECT =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]|[\u0300-\u200d\u20d0-\uffff]{9}/

/** Text whose tabs and line breaks are dealt with, without all else that is dangerous. */
function neutralized(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text
    .replace(
      /[\0-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e007f}]+/gu,
      shown,
    )
    .replace(/([\p{M}\u200c\u200d]{8})[\p{M}\u200c\u200d]+/gu, '$1')
}

function shown(character: string): string {
  if (character === '\xad') return ''
  if (character === '\x7f') return '\u2421'
  return character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '\ufffd'
}
