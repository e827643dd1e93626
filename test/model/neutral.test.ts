import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasHarm, neutralLine, neutralText } from '../../src/model/neutral.ts'

/** What drives a terminal, or reorders or hides text, written out anew. */
const DANGEROUS =
  /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}\ud800-\udfff]/u

/** Text of which half is likely to be dangerous. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '\x1b[31m',
        '\x1b]8;;http://x\x07',
        '\r\n',
        '\t',
        '\x9b',
        '\u202e',
        '\ufeff',
        '\ud83d',
        '\xad',
      ),
      fc.constantFrom(
        '\u0301',
        '\u0301\u0302\u0303\u0304\u0305',
        '\u200d',
        '\u{e0041}',
        'é',
        '日本',
        '👩‍👩‍👧',
      ),
    ),
  )
  .map(parts => parts.join(''))

describe('neutralLine', () => {
  it.each([
    ['shows an escape sequence', '\x1b[2Jgone', '␛[2Jgone'],
    ['shows NUL, bell and backspace', '\0\x07\b', '␀␇␈'],
    ['shows DEL', 'a\x7f', 'a␡'],
    ['replaces C1 controls', 'a\x9b31m', 'a�31m'],
    ['makes a run of line breaks and tabs one space', 'a\r\n\tb\u2028c\x85d', 'a b c d'],
    ['replaces bidi controls', 'abc\u202exe.exe\u2066', 'abc�xe.exe�'],
    ['replaces a byte-order mark', '\ufeffa', '�a'],
    ['replaces hidden tags by one sign', 'a\u{e0041}\u{e0042}b', 'a�b'],
    ['replaces a lone surrogate', 'a\ud83d b\ude00', 'a� b�'],
    ['drops soft hyphens', 'co\xadop', 'coop'],
    ['keeps 8 combining marks of a base', `e${'\u0301'.repeat(100)}x`, `e${'\u0301'.repeat(8)}x`],
    [
      'keeps what languages and emoji need',
      'नमस्ते می\u200cخواهم 👩‍👩‍👧 ❤️ é 日本語',
      'नमस्ते می\u200cخواهم 👩‍👩‍👧 ❤️ é 日本語',
    ],
  ])('%s', (_, text, line) => {
    expect(neutralLine(text)).toBe(line)
  })

  it('leaves nothing dangerous, and nothing to do a second time', () => {
    fc.assert(
      fc.property(hostile, text => {
        const line = neutralLine(text)
        expect(line).not.toMatch(DANGEROUS)
        expect(neutralLine(line)).toBe(line)
      }),
    )
  })
})

describe('neutralText', () => {
  it.each([
    ['keeps line breaks, as LF', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['makes a tab four spaces', 'a\tb', 'a    b'],
    ['makes a space of other breaks', 'a\u2028\x85b', 'a b'],
    ['shows an escape sequence', 'a\n\x1b[2J', 'a\n␛[2J'],
  ])('%s', (_, text, neutral) => {
    expect(neutralText(text)).toBe(neutral)
  })

  it('leaves nothing dangerous but line breaks, and nothing to do a second time', () => {
    fc.assert(
      fc.property(hostile, text => {
        const neutral = neutralText(text)
        expect(neutral.replaceAll('\n', '')).not.toMatch(DANGEROUS)
        expect(neutralText(neutral)).toBe(neutral)
      }),
    )
  })
})

describe('whether text has harm in it', () => {
  it.each(['plain', 'a\tb\r\nc\n\nd\x85e\u2028f', 'é 🙂 👩‍🔬 שלום', ''])('is no for %j', text => {
    expect(hasHarm(text)).toBe(false)
  })

  it.each(['\x1b[31m', 'a\0', '\u202e', 'so\xadft', '\ud800', `a${'\u0301'.repeat(9)}`])(
    'is yes for %j',
    text => {
      expect(hasHarm(text)).toBe(true)
    },
  )

  it('is no for what was made neutral', () => {
    fc.assert(fc.property(hostile, text => !hasHarm(neutralText(text)) && !hasHarm(neutralLine(text))))
  })
})
