import { describe, expect, it } from 'vitest'
import { latexText } from '../../../src/notation/latex/latex-text.ts'

describe('latexText', () => {
  it.each([
    ['{\\"o}\\"{u}\\"a {\\o} \\O{} \\ss{} \\aa{} {\\L}odz', 'öüä ø Ø ß å Łodz'],
    [
      "\\'{\\i} \\'\\i{} {\\v{c}} \\v c \\c{c} \\H{o} \\u{g} \\r{a} \\k{a} \\d{s} \\.z \\=a \\~n \\^e \\`e",
      'í í č č ç ő ğ å ą ṣ ż ā ñ ê è',
    ],
    ['{T}he {DNA} {\\bf bold} \\textbf{x}\\emph{y}', 'The DNA bold xy'],
    ["pages 1--2 --- ``quoted'' `single' it's", "pages 1–2 — “quoted” ‘single' it's"],
    ['50\\% of R\\&D \\$5 \\#1 a\\_b \\{x\\}', '50% of R&D $5 #1 a_b {x}'],
    ['costs $5', 'costs $5'],
    ['$\\alpha$-stable, $x^2 + y_1$, $n^{10}$, $x^{ab}$', 'α-stable, x² + y₁, n¹⁰, x^(ab)'],
    ['$\\mathcal{O}(\\frac{1}{n})$, $\\sqrt{2}$, $a \\leq b$, $\\log n$', 'O(1/n), √2, a ≤ b, log n'],
    ['A~B\\ C\\,D\\quad E', 'A B C D E'],
    ['\\LaTeX{} and \\TeX\\ too', 'LaTeX and TeX too'],
    ['see \\href{https://a.example/}{here} \\url{https://b.example/}', 'see here https://b.example/'],
    ['1\\textsuperscript{st} 10\\textsuperscript{6}', '1st 10⁶'],
    ['\\enquote{Really}', '“Really”'],
    ['an \\unknown{command} stays', 'an command stays'],
    ['\\cite{foo} \\unknown[x]{arg} \\alone $\\vec{x}$', 'foo arg \\alone x'],
    ["O{'}Neill's `{}` -{}- '{}' ?{}`", "O’Neill's ‘‘ -- '' ?‘"],
    ['\\^{} \\~{} {\\`{}} $|$ "{}x"{} {\\textbraceleft}{\\textless}{\\textbackslash}', '^ ~ ` | "x" {<\\'],
    ['\\"', '"'],
    ['}{', ''],
  ])('makes of %s the text %s', (source, text) => {
    expect(latexText(source)).toBe(text)
  })
})
