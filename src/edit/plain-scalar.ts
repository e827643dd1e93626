/** What YAML 1.1 or 1.2 readers take for a boolean, null, a float, a merge or a default key; in any case. */
const KEYWORD = /^(?:y|n|yes|no|on|off|true|false|null|[-+]?\.inf|\.nan|=|<<)$/i

/**
 * Wider than any number, date or time that a reader may know (`2301.10140`, `1e3`, `0x1f`, `1_000`, `12:30`,
 * `2026-02-06 10:00:00 +1`, `591965925902e868`; to `yaml` in its 1.1 mode even `.` and `E0`): quotes too many do
 * no harm, one too few changes the value.
 */
const NUMBER_LIKE =
  /^(?:[-+._e]*\d[\da-f_.,:+ -]*|[-+._:e]+|[-+]?0[xo][\da-f_]*|\d{4}-\d\d?-\d\d?(?:t|\s).*)$/i

/** An indicator of YAML at the start, `: ` or ` #` inside, or `:` at the end: not text to every reader. */
const SYNTAX = /^[-?:,[\]{}#&*!|>'"%@`~]|: |:$| #/

/**
 * Characters that are written as escapes: those that YAML does not allow as they are, its 1.1 line breaks, the
 * byte-order mark, lone surrogates, and what cannot be seen or turns the direction of text.
 */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\p{Cs}]/u

/** Whether a text must be escaped, whatever its style. Tabs and line feeds need not be. */
export function hasHidden(text: string): boolean {
  // Most text is ASCII, for which this is several times faster.
  return !/^[\t\n\x20-\x7e]*$/.test(text) && HIDDEN.test(text)
}

/** Whether a text, without quotes, is the same string to every YAML 1.1 and 1.2 reader. */
export function isPlain(text: string): boolean {
  if (text === '' || text !== text.trim() || /[\t\n]/.test(text) || hasHidden(text)) return false
  return !(SYNTAX.test(text) || KEYWORD.test(text) || NUMBER_LIKE.test(text))
}
