import type { CheckedText } from './checked-text.ts'

/** What YAML does not allow in a text (`c-printable`), and half surrogate pairs, which no file can hold. */
const FORBIDDEN =
  /[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Half of a surrogate pair without the other half. */
export const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Reports the characters that YAML does not allow; of lone carriage returns, only the first. */
export function checkCharacters(file: CheckedText): void {
  for (const { 0: character, index } of file.text.matchAll(FORBIDDEN)) {
    if (character === '\r') {
      file.error(
        index,
        index + 1,
        'Here is a carriage return (CR) without a line feed (LF), as in files of old Macs.',
        'Save the file with Unix (LF) or Windows (CRLF) line endings.',
        { rule: 'yaml/encoding' },
      )
      return
    }
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    file.error(
      index,
      index + 1,
      `Here is the control character U+${code}, which YAML does not allow.`,
      `Delete it; in double quotes it can be written as \\u${code}.`,
      { rule: 'yaml/encoding' },
    )
    if (file.full) return
  }
}
