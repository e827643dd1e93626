/** A cell that is a number: it does nothing, and stays one. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/

/**
 * Where a spreadsheet takes a cell for a formula: at its start, and where it begins after `;`, a tab or a line break for
 * a spreadsheet that parts cells otherwise than the table does (in much of Europe by `;`). Within, a sign with a blank
 * behind is left alone: it is the dash of a list, or one of a text.
 */
const FORMULA = /((?:^|[;\t\r\n]) *)('*(?:[=@＝＠]|[+＋－-](?:(?<=^ *'*.)|(?=\S))))/g

/** Quick to say of most cells: none of that can be in them. */
const HARMLESS = /^[^ '=@＝＠+＋－;\t\r\n-][^;\t\r\n]*$/

/** The same behind a `'`. */
const GUARDED = new RegExp(FORMULA.source.replace("('*", "'('*"), 'g')

/**
 * A cell's text that no spreadsheet takes for a formula: with `'` before what would be one, also where `'` stands before
 * it already, so that `unguarded` gives back every text exactly.
 */
export function guarded(text: string): string {
  return text === '' || HARMLESS.test(text) || NUMBER.test(text) ? text : text.replace(FORMULA, "$1'$2")
}

/** The text that was guarded; any other text as it is. */
export function unguarded(text: string): string {
  return text.replace(GUARDED, '$1$2')
}
