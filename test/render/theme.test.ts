import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralText } from '../../src/model/neutral.ts'
import { type Style, span } from '../../src/render/span.ts'
import { paint, type Terminal } from '../../src/render/theme.ts'

const terminal: Terminal = { columns: 80, color: 1, hyperlinks: true, unicode: true }
const plain: Terminal = { ...terminal, color: 0, hyperlinks: false }

/** All that may be added: SGR and OSC 8. */
const ESCAPES = /\x1b\[[\d;]*m|\x1b\]8;[!-~]*\x1b\\/g

const style = fc.constantFrom<Style>('title', 'muted', 'emphasis', 'code', 'id', 'match', 'error')
const spans = fc.array(
  fc.record(
    { text: fc.string({ unit: 'binary' }), styles: fc.uniqueArray(style), link: fc.webUrl() },
    { requiredKeys: ['text'] },
  ),
)

describe('paint', () => {
  it('uses the colours that the terminal has', () => {
    const painted = ([0, 1, 2, 3] as const).map(color => paint([span('x', 'error')], { ...terminal, color }))
    expect(painted).toEqual([
      'x',
      '\x1b[1m\x1b[31mx\x1b[39m\x1b[22m',
      '\x1b[1m\x1b[38;5;167mx\x1b[39m\x1b[22m',
      '\x1b[1m\x1b[38;5;167mx\x1b[39m\x1b[22m',
    ])
  })

  it('combines the styles of a span', () => {
    expect(paint([span('x', 'strong', 'emphasis')], terminal)).toBe('\x1b[1m\x1b[3mx\x1b[23m\x1b[22m')
  })

  it('ends styles at line breaks, as some terminals colour the rest of the line', () => {
    expect(paint([span('a\nb', 'muted')], terminal)).toBe('\x1b[2ma\x1b[22m\n\x1b[2mb\x1b[22m')
  })

  it('links without colour too', () => {
    const painted = paint([{ text: 'x', link: 'https://a.b/' }], { ...plain, hyperlinks: true })
    expect(painted).toMatch(/^\x1b\]8;id=\w+;https:\/\/a\.b\/\x1b\\x\x1b\]8;;\x1b\\$/)
  })

  it('writes no escape for a terminal that knows none, whatever the text', () => {
    fc.assert(
      fc.property(spans, spans => {
        expect(paint(spans, plain)).not.toContain('\x1b')
      }),
    )
  })

  it('adds escapes and changes no text, for any terminal', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom(0, 1, 2, 3), fc.boolean(), (spans, color, hyperlinks) => {
        const painted = paint(spans, { ...terminal, color: color as Terminal['color'], hyperlinks })
        const text = spans.map(span => neutralText(span.text)).join('')
        expect(painted.replace(ESCAPES, '')).toBe(text)
      }),
    )
  })
})
