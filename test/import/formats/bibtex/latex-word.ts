const MARKS: Readonly<Record<string, string>> = {
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
  '\u0326': 'textcommabelow',
  '\u0327': 'c',
  '\u0328': 'k',
}

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  å: 'aa',
  Å: 'AA',
  đ: 'dj',
  Đ: 'DJ',
  þ: 'th',
  Þ: 'TH',
}

/** A text as people write it in LaTeX, each letter in one of the usual ways. */
export function latexWord(text: string, choose: () => number): string {
  return [...text].map(letter => latexLetter(letter, choose())).join('')
}

function latexLetter(letter: string, way: number): string {
  if (/[&%$#_]/.test(letter)) return `\\${letter}`
  // As it is: files are in UTF-8 nowadays.
  if (way === 0) return letter
  const command = LETTERS[letter]
  if (command !== undefined) return way % 2 === 0 ? `{\\${command}}` : `\\${command}{}`
  const [base = '', mark = '', ...more] = letter.normalize('NFD')
  const accent = MARKS[mark]
  if (accent === undefined || more.length > 0) return letter
  const isWord = /^[A-Za-z]/.test(accent)
  const plain = base === 'i' ? '\\i' : base
  const forms = [
    `{\\${accent}{${base}}}`,
    `\\${accent}{${plain}}`,
    isWord ? `{\\${accent} ${base}}` : `\\${accent}${base}`,
    isWord ? `\\${accent}{${base}}` : `{\\${accent}${base}}`,
  ]
  return forms[way % forms.length] ?? letter
}
