import type { Span } from '../../../model/place.ts'
import { type Dialect, texSign } from './tex-signs.ts'

/**
 * A plain text as the value of a field, without the braces around it: nothing in it acts in TeX, no two signs become a
 * ligature, and braces are balanced as BibTeX counts them, to which `\{` is one too.
 * @param text clean: no controls, NFC, a blank line between paragraphs
 * @param kept words whose capitals no style may change, in order: each goes into braces
 */
export function texText(text: string, dialect: Dialect, kept: readonly Span[] = []): string {
  const writing = new Writing(text, dialect)
  for (const [start, end] of kept) {
    writing.upTo(start)
    writing.add('{')
    writing.upTo(end)
    writing.add('}')
  }
  writing.upTo(text.length)
  return writing.written()
}

/** Signs that mean nothing to TeX, as many as there are, or one that may. */
const RUN = /[A-Za-z0-9 .:;()/*+=?!]+|./gsu

class Writing {
  private readonly text: string
  private readonly dialect: Dialect
  private readonly paired: ReadonlySet<number>
  private readonly pieces: string[] = []
  private before = ''
  private at = 0

  constructor(text: string, dialect: Dialect) {
    this.text = text
    this.dialect = dialect
    this.paired = pairedBraces(text)
  }

  upTo(end: number): void {
    for (const [run] of this.text.slice(this.at, end).matchAll(RUN)) {
      this.add(pieceAt(this.text, this.at, run, this.dialect, this.paired))
      this.at += run.length
    }
  }

  add(piece: string): void {
    this.pieces.push(joint(this.before, piece), piece)
    this.before = piece
  }

  written(): string {
    return this.pieces.join('')
  }
}

function pieceAt(
  text: string,
  at: number,
  sign: string,
  dialect: Dialect,
  paired: ReadonlySet<number>,
): string {
  switch (sign) {
    case '{':
    case '}':
      if (paired.has(at)) return `\\${sign}`
      return sign === '{' ? '{\\textbraceleft}' : '{\\textbraceright}'
    case '|':
      // The old encoding of fonts has a dash in its place, but for formulas.
      if (dialect === 'biblatex') return sign
      return `${text[at - 1] === '|' ? '' : '$'}|${text[at + 1] === '|' ? '' : '$'}`
    case '\n':
      return begins(text, at + 1) ? '\n{}' : sign
    default:
      return /^[A-Za-z0-9 ]/.test(sign) ? sign : texSign(sign, dialect)
  }
}

/** Whether a line begins in a way that readers of .bib files take for the next entry or field, in a value too. */
function begins(text: string, at: number): boolean {
  NEXT.lastIndex = at
  return NEXT.test(text)
}

const NEXT = /@|[^\s=]+\s*=/y

/** Signs of which two in a row print as one. */
const LIGATURES = new Set(['-', '`', "'", ','])

/** What keeps two pieces from becoming one sign: `--` is a dash, `?` and a backtick are `¿`. */
function joint(before: string, piece: string): string {
  const [last, first] = [before.at(-1), piece[0]]
  const isLigature =
    (last === first && first !== undefined && LIGATURES.has(first)) ||
    (first === '`' && (last === '?' || last === '!'))
  return isLigature ? '{}' : ''
}

/** Where braces stand that belong together. */
function pairedBraces(text: string): Set<number> {
  const open: number[] = []
  const paired = new Set<number>()
  for (let at = text.search(/[{}]/); at !== -1 && at < text.length; at++) {
    if (text[at] === '{') open.push(at)
    else if (text[at] === '}') {
      const start = open.pop()
      if (start !== undefined) paired.add(start).add(at)
    }
  }
  return paired
}
