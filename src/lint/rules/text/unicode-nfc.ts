import { cardRule, type Problem } from '../../rule.ts'
import { excerptAt } from './excerpt-at.ts'
import { type TextField, unusualTexts } from './text-fields.ts'

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
  check: card => unusualTexts(card).flatMap(problemIn),
})

function problemIn({ pointer, called, text }: TextField): Problem | [] {
  const value = text.normalize('NFC')
  if (value === text) return []
  const { offset, letter } = difference(text, value)
  const shown = /\p{L}/u.test(letter) ? `: its \`${letter}\` is written otherwise` : ''
  return {
    message: `${called} is not in Unicode's composed form (NFC)${shown}.`,
    help: 'Retype the letter, or let `cards lint --fix` compose it.',
    pointer,
    ...excerptAt(text, offset, /^.\p{M}*/su.exec(text.slice(offset, offset + 50))?.[0] ?? ''),
    fix: { title: 'Compose letters and accents', safe: true, changes: [{ kind: 'set', pointer, value }] },
  }
}

/** The first letter that differs, composed, and where it stands in the text. */
function difference(text: string, composed: string): { readonly offset: number; readonly letter: string } {
  let offset = 0
  for (const letter of composed) {
    if (!text.startsWith(letter, offset)) return { offset, letter }
    offset += letter.length
  }
  return { offset, letter: '' }
}
