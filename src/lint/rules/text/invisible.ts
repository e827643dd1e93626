import { counted } from '../../../model/count-text.ts'
import { cardRule, type Problem } from '../../rule.ts'
import { excerptAt } from './excerpt-at.ts'
import { type HiddenCharacter, hiddenCharacters, withoutHidden } from './hidden-characters.ts'
import { type TextField, unusualTexts } from './text-fields.ts'

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\xa0', 'no-break space'],
  ['\u202f', 'narrow no-break space'],
  ['\xad', 'soft hyphen'],
  ['\u200b', 'zero width space'],
  ['\u200c', 'zero width non-joiner'],
  ['\u200d', 'zero width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u202a', 'left-to-right embedding'],
  ['\u202b', 'right-to-left embedding'],
  ['\u202c', 'end of a change of direction'],
  ['\u202d', 'left-to-right override'],
  ['\u202e', 'right-to-left override'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u2060', 'word joiner'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2068', 'isolate'],
  ['\u2069', 'end of an isolate'],
  ['\ufeff', 'byte-order mark'],
])

export const invisible = cardRule({
  id: 'text/invisible',
  severity: 'error',
  summary: 'characters that nobody sees: bidi and other controls, zero width characters, no-break spaces',
  why: 'A search for the words misses a text with such characters in it, two titles that look the same differ, and bidi controls make a line read otherwise than it is.',
  fixes: 'unsafe',
  examples: {
    bad: [
      'title: "Scaling\\u00a0laws"\n',
      'title: "Rev\\u200biew"\n',
      'summary: "Says that the weights are \\u202esafe\\u202c, which they are not, as far as anyone can tell."\n',
    ],
    good: ['title: می‌خواهم\n', 'title: "Notes of a 👩‍🔬"\n', 'title: "Qu’est-ce que c’est\\u00a0?"\n'],
  },
  check: card => unusualTexts(card).flatMap(problemIn),
})

function problemIn({ pointer, called, text }: TextField): Problem | [] {
  const hidden = hiddenCharacters(text)
  const [first] = hidden
  if (first === undefined) return []
  const value = withoutHidden(text)
  const place = placeOf(text, first)
  return {
    message:
      hidden.length === 1
        ? `${called} holds ${nameOf(first)} ${place}.`
        : `${called} holds ${counted(hidden.length, 'invisible character')}, the first ${nameOf(first)} ${place}.`,
    help: first.replacement === ' ' ? 'Type a plain space instead.' : 'Delete it, or retype the text there.',
    pointer,
    ...excerptAt(text, first.offset, first.character),
    ...(value.trim() !== '' && {
      fix: {
        title: 'Remove invisible characters',
        safe: false,
        changes: [{ kind: 'set' as const, pointer, value }],
      },
    }),
  }
}

function nameOf({ character }: HiddenCharacter): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const name =
    NAMES.get(character) ?? (/[\0-\x1f\x7f-\x9f]/.test(character) ? 'control' : 'invisible character')
  return `${/^[aeio]/.test(name) ? 'an' : 'a'} ${name} (U+${code})`
}

/** The last word before it shows where to look for what cannot be seen. */
function placeOf(text: string, { offset }: HiddenCharacter): string {
  const word = /[^\s\0-\x1f\x7f-\xa0\ud800-\udfff]{1,20}$/u.exec(
    text.slice(Math.max(0, offset - 20), offset),
  )?.[0]
  return word === undefined ? (offset === 0 ? 'at its start' : 'in it') : `after \`${word}\``
}
