import { bracketCommand } from './runner-command.ts'

/** Characters that drive or reorder a terminal, or end a line of JavaScript. Global. */
export const HARMFUL =
  /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/** With which a `<script>` of a page that holds JSON would end, or go on behind its end. Global. */
const SCRIPT_END = /<(?=!--|\/?script)/gi

/**
 * JSON that is safe in a terminal, in a log of CI and in a `<script>`: what could drive one of them is escaped, to the
 * same value.
 */
export function jsonText(value: unknown, indent?: number): string {
  let json = JSON.stringify(value, null, indent)
  // What cannot be there need not be looked for: that takes half as long as to make the JSON.
  const isAscii = Buffer.byteLength(json) === json.length && !json.includes('\x7f')
  if (!isAscii) json = json.replace(HARMFUL, escaped)
  if (json.includes('#')) json = json.replace(bracketCommand(), escaped)
  return json.includes('<') ? json.replace(SCRIPT_END, escaped) : json
}

/** Whether it is so long that looking for one character after the other costs less than looking at each. */
const LONG = 64

/** The same for a string, in half the time where nothing in it needs an escape. */
export function stringText(text: string): string {
  return isPlain(text) ? `"${text}"` : jsonText(text)
}

/** Whether a text has no character that `jsonText` could write otherwise than it is. */
function isPlain(text: string): boolean {
  if (text.length < LONG) return !/[^ !$-;=-[\]-~]/.test(text)
  const isQuiet = !text.includes('"') && !text.includes('\\') && !text.includes('#') && !text.includes('<')
  return isQuiet && !/[^ -~]/.test(text)
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
