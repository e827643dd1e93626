/** Which of the two kinds of .bib file: for BibTeX and its styles, in ASCII as far as goes, or for Biber, in UTF-8. */
export type Dialect = 'bibtex' | 'biblatex'

/** What TeX would act on, as TeX prints it, in a form that LaTeX without packages, Biber and Pandoc read alike. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '{\\textasciicircum}',
  '~': '{\\textasciitilde}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '`': '{\\`{}}',
  // In German and other languages babel acts on a quote and what comes behind it.
  '"': '"{}',
}

/** Characters beyond ASCII that classic styles and 8-bit BibTeX need spelt out. */
const SPELT: Readonly<Record<string, string>> = {
  '‘': '`',
  '’': "{'}",
  '“': '``',
  '”': "''",
  '–': '--',
  '—': '---',
  '…': '{\\ldots}',
  '©': '{\\copyright}',
  '§': '{\\S}',
  '¶': '{\\P}',
  '£': '{\\pounds}',
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  å: '{\\aa}',
  Å: '{\\AA}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ı: '{\\i}',
}

const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
}

/** A character, neither brace nor bar, as TeX for a dialect. What has no form in TeX that Pandoc knows too stays as it is. */
export function texSign(sign: string, dialect: Dialect): string {
  if (sign <= '~') return SPECIAL[sign] ?? sign
  return dialect === 'biblatex' ? sign : (SPELT[sign] ?? accented(sign) ?? sign)
}

function accented(sign: string): string | undefined {
  const [base = '', mark = '', more] = sign.normalize('NFD')
  const accent = ACCENTS[mark]
  if (accent === undefined || more !== undefined || !/^[A-Za-z]$/.test(base)) return undefined
  // Letters with dots of their own take few accents in all encodings of fonts.
  if (base === 'j' || (base === 'i' && !/^[`'^"]$/.test(accent))) return undefined
  return /^[A-Za-z]/.test(accent) ? `{\\${accent}{${base}}}` : `{\\${accent}${base}}`
}
