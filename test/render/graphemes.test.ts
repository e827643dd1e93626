import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { neutralLine } from '../../src/model/neutral.ts'
import { isPlain, plainWidth } from '../../src/model/plain-width.ts'
import { graphemesOf } from '../../src/render/graphemes.ts'

describe('plain text', () => {
  const plain = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(isPlain)

  it('is as wide as string-width says, character by character', () => {
    const wrong = plain.filter(character => plainWidth(character.charCodeAt(0)) !== stringWidth(character))
    expect(wrong).toEqual([])
  })

  it('has nothing that combines, hides or controls', () => {
    expect(plain.filter(character => /[\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u.test(character))).toEqual(
      [],
    )
    const segmenter = new Intl.Segmenter()
    const joined = plain.filter(
      (character, i) => [...segmenter.segment(`${character}${plain[i + 1] ?? ''}`)].length !== 2,
    )
    expect(joined).toEqual(plain.slice(-1))
  })

  it('is what our own output is made of', () => {
    expect(isPlain('★★★☆☆ … • │ ─ ✓ ✗ → “it’s” — é ␛ �')).toBe(true)
    expect(neutralLine('│')).toBe('│')
  })
})

describe('graphemesOf', () => {
  it.each([
    ['Latin and CJK', 'a日', [1, 2], [1, 2]],
    ['a combining accent', 'e\u0301a', [2, 3], [1, 1]],
    ['a family', '👩‍👩‍👧!', [8, 9], [2, 1]],
    ['a flag', '🇩🇪🇫🇷', [4, 8], [2, 2]],
    ['Devanagari', 'नि', [2], [2]],
    ['a conjunct, whose letters have a column each', 'स्ते', [4], [2]],
    ['Korean of jamo', '\u1112\u1161\u11ab', [3], [2]],
    ['nothing', '', [], []],
  ])('cuts %s', (_, text, ends, widths) => {
    const graphemes = graphemesOf(text)
    expect(graphemes.ends).toEqual(ends)
    expect(graphemes.widths).toEqual(widths)
  })

  it('finds what the segmenter finds in the whole text, wherever its windows end', () => {
    const unit = fc.constantFrom(
      'a',
      '日',
      ' ',
      'e\u0301',
      '\u0301',
      '👩',
      '\u200d',
      '🇩',
      '🇪',
      '\u0600',
      'क्',
      'ष',
      '\u1100',
      '☀',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), fc.integer({ min: 1, max: 60 }), (part, times) => {
        const text = part.repeat(times)
        const ends = [...new Intl.Segmenter().segment(text)].map(
          ({ index, segment }) => index + segment.length,
        )
        if (!/[^ -~]{200}/.test(text)) expect(graphemesOf(text).ends).toEqual(ends)
        expect(graphemesOf(text).ends.at(-1) ?? 0).toBe(text.length)
      }),
    )
  })
})
