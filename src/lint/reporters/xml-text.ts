import { HARMFUL } from '../../model/json-text.ts'
import { bracketCommand } from '../../model/runner-command.ts'

/** What XML 1.0 has no place for, not even as a reference. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/**
 * Text for XML 1.0, in an element or in a quoted attribute. Line breaks are references: as such they stay in attributes,
 * and no text starts a line of a log. Characters that XML forbids are left out.
 */
export function xmlText(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"'\t\n\r]/g, reference)
    .replace(HARMFUL, reference)
    .replace(bracketCommand(), reference)
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`
}
