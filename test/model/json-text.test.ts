import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HARMFUL, jsonText, stringText } from '../../src/model/json-text.ts'

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

describe('stringText', () => {
  it('is what jsonText makes of a string, short or long', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('"', '\\', '#', '##[', '<', '<!--', '\n', '\x7f', '\x80', '\ud800', '~', ' '),
      fc.constantFrom(1, 30, 200).map(count => 'x'.repeat(count)),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), parts => {
        const text = parts.join('')
        expect(stringText(text)).toBe(jsonText(text))
      }),
      { numRuns: 300 },
    )
  })
})
