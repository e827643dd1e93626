import { expect, it } from 'vitest'
import { hiddenCharacters, withoutHidden } from '../../../../src/lint/rules/text/hidden-characters.ts'

it.each([
  ['a\u00a0b', 'a b'],
  ['a \u00a0 b', 'a  b'],
  ['\u200ba\u200b', 'a'],
  ['\ufeffTitle', 'Title'],
  ['soft\u00adware', 'software'],
  ['a\u202eb\u202cc', 'abc'],
  ['a\u2066b\u2069', 'ab'],
  ['a\u200eb', 'ab'],
  ['a\u200db', 'ab'],
  ['a\u200cb', 'ab'],
  ['می\u200c\u200cخواهم', 'می\u200cخواهم'],
  ['👩\u200d', '👩'],
  ['x\u{e0041}\u{e0042}', 'x'],
  ['x\ufe0f\ufe00\ufe01', 'x\ufe0f'],
  ['a\u{e0100}', 'a'],
  ['a\x1bb\x7f\x85', 'ab'],
  ['a\u2028b', 'a b'],
])('makes %j %j', (text, expected) => {
  expect(withoutHidden(text)).toBe(expected)
  expect(hiddenCharacters(expected)).toEqual([])
})

it.each([
  ['Persian', 'نامه‌ای می\u200cخواهم'],
  ['Hindi, with a joiner', 'क्\u200dष'],
  ['Bengali', 'র\u200d্য'],
  ['Arabic with a mark', 'مقال\u200f (AI)\u200e.'],
  ['an emoji of several', '👩\u200d🔬 👩🏽\u200d🚀 🏳️\u200d🌈 ❤️\u200d🔥'],
  ['a flag', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
  ['a keycap', '1\ufe0f\u20e3'],
  ['a Chinese variant', '葛\u{e0100}'],
  ['French', '«\u00a0Que faire\u202f? 20\u00a0%, 10\u00a0000 €\u00a0»'],
  ['German', 'Übergrößenträger – „so“'],
  ['line breaks and tabs', 'a\r\n\tb'],
])('leaves %s alone', (_, text) => {
  expect(hiddenCharacters(text)).toEqual([])
})
