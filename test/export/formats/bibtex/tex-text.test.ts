import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptCapitals } from '../../../../src/export/formats/bibtex/kept-capitals.ts'
import type { Dialect } from '../../../../src/export/formats/bibtex/tex-signs.ts'
import { texText } from '../../../../src/export/formats/bibtex/tex-text.ts'
import { evenParagraphs } from '../../../../src/notation/csl/plain-text.ts'
import { latexText } from '../../../../src/notation/latex/latex-text.ts'
import { arbitraryText } from '../../../support/arbitrary-card.ts'

/** How deep the braces of a value are at its end and at the least, as BibTeX counts: `\{` is one. */
function depths(source: string): { end: number; least: number } {
  let [end, least] = [0, 0]
  for (const sign of source) {
    if (sign === '{') end++
    if (sign === '}') least = Math.min(least, --end)
  }
  return { end, least }
}

/** The commands that stand in what is written, all of which print a sign. */
const COMMANDS =
  /\\(?:text(?:backslash|braceleft|braceright|asciicircum|asciitilde|less|greater)|ldots|copyright|pounds|[SPLloO]|ss|ae|AE|oe|OE|aa|AA|i|[`'^~=.":]|[uvHcrkd](?=\{)|[{}$&#%_])/g

const TEXT = fc.oneof(arbitraryText(), fc.string({ unit: 'binary', maxLength: 12 })).map(evenParagraphs)

describe.each(['bibtex', 'biblatex'] as const)('a text in %s', (dialect: Dialect) => {
  it('is read as what it was, whatever words of it keep their capitals', () => {
    fc.assert(
      fc.property(TEXT, text => {
        const kept = keptCapitals(text, { names: new Set() })
        expect(latexText(texText(text, dialect, kept))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('has balanced braces, also to BibTeX, and no command but those that print signs', () => {
    fc.assert(
      fc.property(TEXT, text => {
        const source = texText(text, dialect, keptCapitals(text, { names: new Set() }))
        expect(depths(source)).toEqual({ end: 0, least: 0 })
        const rest = source.replace(COMMANDS, '').replace(/\$\|+\$/g, '')
        expect(rest).not.toMatch(/[\\$&#%_^~<>]|(?<!\{)"(?!\{)|--{3}|\n@/)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['\\input{/etc/passwd}', '{\\textbackslash}input\\{/etc/passwd\\}'],
    ['\\write18{rm} ^^41', '{\\textbackslash}write18\\{rm\\} {\\textasciicircum}{\\textasciicircum}41'],
    ['}{ a{b', '{\\textbraceright}{\\textbraceleft} a{\\textbraceleft}b'],
    ['50% of R&D, $5 #1 a_b ~', '50\\% of R\\&D, \\$5 \\#1 a\\_b {\\textasciitilde}'],
    ["-- --- '' ,, `` ?` !`", "-{}- -{}-{}- '{}' ,{}, {\\`{}}{\\`{}} ?{\\`{}} !{\\`{}}"],
    ['a "b" <c>', 'a "{}b"{} {\\textless}c{\\textgreater}'],
    ['One.\n\n@misc{k, a = 1}\n\nb = 2\n\nc', 'One.\n\n{}@misc\\{k, a = 1\\}\n\n{}b = 2\n\nc'],
    ['constructor __proto__', 'constructor \\_\\_proto\\_\\_'],
    ['機械学習 😀', '機械学習 😀'],
  ])('%j is written %s', (text, source) => {
    expect(texText(text, dialect)).toBe(source)
  })
})

describe('a text in bibtex', () => {
  it.each([
    ['‘‘a’ – “b”', "`{}`a{'} -- ``b''"],
    ["?‘ ”'", "?{}` ''{}'"],
    ['a | b || c', 'a $|$ b $||$ c'],
    ['ǰ ĩ ș α', 'ǰ ĩ ș α'],
    [
      'é È ñ ü î ž ç ą ő ů ğ ṣ ż ā',
      '{\\\'e} {\\`E} {\\~n} {\\"u} {\\^i} {\\v{z}} {\\c{c}} {\\k{a}} {\\H{o}} {\\r{u}} {\\u{g}} {\\d{s}} {\\.z} {\\=a}',
    ],
  ])('has signs beyond ASCII as commands that every reader knows: %s', (text, source) => {
    expect(texText(text, 'bibtex')).toBe(source)
  })
})
