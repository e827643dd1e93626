import { cardRule } from '../../rule.ts'
import { textFields } from './text-fields.ts'

export const unicodeNfc = cardRule({
  id: 'text/unicode-nfc',
  severity: 'warning',
  summary: 'letters with their accents as separate characters, which is not the usual form of Unicode (NFC)',
  why: 'An `é` of one character and one of two look the same, but other programs take them for different words: they do not find, sort or merge what is written both ways.',
  fixes: 'safe',
  examples: {
    bad: ['authors:\n  - "Andre\\u0301 Weil"\n'],
    good: ['authors:\n  - André Weil\n', 'title: Cafe\n'],
  },
  *check(card) {
    for (const { pointer, called, text } of textFields(card)) {
      const value = text.normalize('NFC')
      if (value === text) continue
      yield {
        message: `${called} is not in Unicode's composed form (NFC)${differing(text, value)}.`,
        help: 'Retype the letter, or let `cards lint --fix` compose it.',
        pointer,
        fix: { title: 'Compose letters and accents', safe: true, changes: [{ kind: 'set', pointer, value }] },
      }
    }
  },
})

/** The first letter that differs, where it shows. */
function differing(text: string, composed: string): string {
  const letters = [...composed]
  let offset = 0
  const letter = letters.find(letter => {
    const isSame = text.startsWith(letter, offset)
    offset += letter.length
    return !isSame
  })
  return letter === undefined || !/\p{L}/u.test(letter) ? '' : `: its \`${letter}\` is written otherwise`
}
