import { accentOf, symbolOf } from './latex-symbols.ts'

/** Deeper braces than this are taken for nothing, so that no file can exhaust the stack. */
const DEEPEST = 100

/** Commands whose argument is the text, however it looks. */
const STYLES = new Set(
  `textit textsl emph textbf strong textsc textmd textrm textsf texttt textup textnormal mkbibitalic mkbibemph
  mkbibbold vec text mbox hbox mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak operatorname boldsymbol bm url
  path uppercase lowercase MakeUppercase MakeLowercase ensuremath underline textnohyphenation nocase`.split(
    /\s+/,
  ),
)

/** Commands that only switch how the text after them looks, or that nobody sees. */
const SILENT = new Set(
  `it itshape sl slshape em bf bfseries sc scshape rm sf tt rmfamily sffamily ttfamily normalfont relax protect
  left right big Big displaystyle - / ! ( ) [ ]`.split(/\s+/),
)

/** Space, and commands that are no letters. */
const WORDS: Readonly<Record<string, string>> = {
  newline: ' ',
  par: '\n\n',
  quad: ' ',
  qquad: ' ',
  space: ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  ' ': ' ',
  '\n': ' ',
  '\\': ' ',
  '@': '',
  i: 'ı',
  j: 'ȷ',
}

/** Accents that stand for themselves when they are set on nothing: `\\^{}`. */
const ACCENT_SIGNS = new Set(['^', '~', '`'])

/** What stands for itself. */
const PLAIN = /[^\\{}~$\-`'^_]+/y

const SCRIPTS = {
  '^': { signs: '0123456789+-=()n', as: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ' },
  _: { signs: '0123456789+-=()', as: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎' },
}

/**
 * The plain text that LaTeX makes of a value: accents and symbols as Unicode characters, `--` as a dash, quotes, math as
 * far as characters go. Of a command that is not known its argument stays, and one without any stays as it is. Linear,
 * and never throws.
 * @param onUnknown is told the names of commands of which only the argument stays
 */
export function latexText(source: string, onUnknown: (command: string) => void = () => {}): string {
  // Most names and words are ASCII, and nothing but themselves.
  if (/^[\w .,:;()/?!@&+*="<>%#|[\]\d]*$/.test(source) && !source.includes('_')) return source
  return new Reader(source, onUnknown).text(0).normalize('NFC')
}

class Reader {
  private readonly source: string
  private at = 0
  private isMath = false
  private readonly onUnknown: (command: string) => void

  constructor(source: string, onUnknown: (command: string) => void) {
    this.source = source
    this.onUnknown = onUnknown
  }

  /** Up to the end, or to the brace that closes the group of this depth. */
  text(depth: number): string {
    const parts: string[] = []
    while (this.at < this.source.length) {
      const plain = this.match(PLAIN)
      if (plain !== undefined) parts.push(plain)
      if (this.at >= this.source.length) break
      const sign = this.source[this.at]
      if (sign === '}' && depth > 0) {
        this.at++
        break
      }
      parts.push(this.next(depth))
    }
    return parts.join('')
  }

  private next(depth: number): string {
    const sign = this.source[this.at++] ?? ''
    switch (sign) {
      case '\\':
        return this.command(depth)
      case '{':
        // Alone in braces, an apostrophe is meant to be what LaTeX prints.
        if (!this.isMath && this.match(/'\}/y) !== undefined) return '’'
        return depth < DEEPEST ? this.text(depth + 1) : ''
      case '}':
        return ''
      case '~':
        return ' '
      case '$':
        return this.math()
      case '-':
        return this.isMath ? '-' : this.dash()
      case '`':
        return this.skip('`') ? '“' : '‘'
      case "'":
        return this.skip("'") ? '”' : "'"
      case '^':
      case '_':
        return this.isMath ? this.script(sign, depth) : sign
      default:
        return sign
    }
  }

  /** A lone `$` is one: somebody's dollars. */
  private math(): string {
    this.skip('$')
    if (this.isMath) this.isMath = false
    else if (this.source.indexOf('$', this.at) === -1) return '$'
    else this.isMath = true
    return ''
  }

  private dash(): string {
    if (!this.skip('-')) return '-'
    return this.skip('-') ? '—' : '–'
  }

  private script(sign: '^' | '_', depth: number): string {
    const script = this.argument(depth)
    const { signs, as } = SCRIPTS[sign]
    const characters = [...script].map(each => as[signs.indexOf(each)])
    if (script !== '' && [...script].every(each => signs.includes(each))) return characters.join('')
    return script.length > 1 ? `${sign}(${script})` : `${sign}${script}`
  }

  private command(depth: number): string {
    const name = this.match(/[A-Za-z]+\*?/y) ?? this.source[this.at++] ?? ''
    if (Object.hasOwn(WORDS, name)) return this.after(name, WORDS[name] ?? '')
    if (/^[&%$#_{}"]$/.test(name) && !(name === '"' && /[\s{\\A-Za-z]/.test(this.source[this.at] ?? '')))
      return name
    const mark = accentOf(name)
    if (mark !== undefined) return this.accented(mark, depth) || (ACCENT_SIGNS.has(name) ? name : '')
    if (STYLES.has(name)) return this.argument(depth)
    if (name === 'enquote' || name === 'mkbibquote') return `“${this.argument(depth)}”`
    if (name === 'textsuperscript') return this.script('^', depth).replace(/^\^\(?([^()]*)\)?$/, '$1')
    if (name === 'textsubscript') return this.script('_', depth).replace(/^_\(?([^()]*)\)?$/, '$1')
    if (name === 'href') return this.argument(depth) && this.argument(depth)
    if (name === 'frac') return `${this.argument(depth)}/${this.argument(depth)}`
    if (name === 'sqrt') return `√${this.argument(depth)}`
    if (SILENT.has(name)) return this.after(name, '')
    const known = symbolOf(name)
    if (known !== undefined) return this.after(name, known)
    if (!/^[A-Za-z]/.test(name) || this.match(/(?:\s?\[[^[\]{}]{0,100}\])?\s?(?=\{)/y) === undefined)
      return `\\${name}`
    this.onUnknown(name)
    return this.argument(depth)
  }

  /** A command of letters takes the space behind it, or an empty group. In math a space is easier to read. */
  private after(name: string, text: string): string {
    const taken = /^[A-Za-z]/.test(name) ? this.match(/(?:\{\})|[^\S\n]+(?:\{\})?|\n(?!\s*\n)/y) : undefined
    return this.isMath && /^\s/.test(taken ?? '') ? `${text} ` : text
  }

  private accented(mark: string, depth: number): string {
    const text = this.argument(depth)
    const [first = ''] = text
    if (!/^\p{L}/u.test(first)) return text === '' ? '' : `${first}${mark}${text.slice(first.length)}`
    const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first
    return `${base}${mark}`.normalize('NFC') + text.slice(first.length)
  }

  /** What a command is about: a group, a command, or one character. */
  private argument(depth: number): string {
    this.match(/\s+/y)
    if (depth >= DEEPEST || this.source[this.at] === '}') return ''
    if (this.source[this.at] === '{' || this.source[this.at] === '\\') return this.next(depth + 1)
    const [character = ''] = this.source.slice(this.at, this.at + 2)
    this.at += character.length
    return character
  }

  private skip(sign: string): boolean {
    if (this.source[this.at] !== sign) return false
    this.at++
    return true
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }
}
