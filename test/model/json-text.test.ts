import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HARMFUL, jsonText } from '../../src/model/json-text.ts'

describe('jsonText', () => {
  it('is JSON of the same value, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('<', '</', '<!--', 'script', '##', '[', '\u2028', '\u202e', '\x1b', '\\', '"'))
        .map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text))), value => {
        const written = jsonText(value)
        expect(JSON.parse(written)).toEqual(value)
        expect(written).not.toMatch(HARMFUL)
        expect(written).not.toMatch(/<!--|<\/?script|##\[/i)
      }),
    )
  })

  it('escapes what ends a script or drives a runner, and leaves other markup', () => {
    expect(jsonText(['<b>a</b></SCRIPT>', '<!-- x', '##[error]'])).toBe(
      String.raw`["<b>a</b>\u003c/SCRIPT>","\u003c!-- x","\u0023#[error]"]`,
    )
  })
})
