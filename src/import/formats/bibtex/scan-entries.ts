import constants from '@citation-js/plugin-bibtex/lib/input/constants.js'

/** One entry of a BibTeX file, its values as they are written, without their delimiters. */
export interface BibtexEntry {
  /** In lower case: `article`. */
  readonly type: string
  readonly key: string | undefined
  readonly line: number
  readonly fields: readonly BibtexField[]
}

export interface BibtexField {
  /** In lower case. */
  readonly name: string
  readonly value: string
  readonly line: number
  /** Macros in it that the file does not define. */
  readonly unknown: readonly string[]
}

/** An entry that breaks off, or is no entry. */
export interface BrokenEntry {
  readonly key: string | undefined
  readonly line: number
  readonly why: string
}

/** Where an entry begins: after one that is broken, reading goes on there. */
const ENTRY = /(?<![\w.])@[^\S\n]*[A-Za-z]\w*\s*[{(]/g
/** The same inside a value, where only what cannot be text counts. */
const NEXT_ENTRY = /\n[^\S\n]*@[A-Za-z]+[{(][^\s{}(),"=#%~\\]+,\s/g

/** How much `@string` macros may add to an entry, and to all those of a file: a few lines can ask for any amount. */
const MOST_PUT_IN = { entry: 1024 * 1024, file: 64 * 1024 * 1024 }

/** What a `@string` defines. */
interface Macro {
  /** Undefined when it is too long: no entry that uses it can be read. */
  readonly text: string | undefined
  /** The macros in it that no `@string` before it defines. */
  readonly unknown: readonly string[]
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Reads the entries of a BibTeX or BibLaTeX file, in linear time: `@string` macros are put in, `@comment` and
 * `@preamble` and what stands between entries are passed over. What is broken does not hide what comes after it.
 */
export function scanEntries(text: string): { entries: BibtexEntry[]; broken: BrokenEntry[] } {
  return new Scanner(text).scan()
}

/** Thrown, without the cost of an Error, where an entry cannot be read. */
class Broken {
  readonly why: string
  constructor(why: string) {
    this.why = why
  }
}

class TooLong extends Broken {}

class Scanner {
  private readonly text: string
  private readonly macros: Map<string, Macro> = new Map(
    [
      ...Object.entries(constants.defaultStrings),
      ...MONTHS.map(name => [name.toLowerCase(), name] as const),
    ].map(([name, text]) => [name, { text, unknown: [] }]),
  )
  /** How many characters macros have added. */
  private putIn = { entry: 0, file: 0 }
  /** Where the next entry begins that a value must not run into. */
  private limit = 0
  private at = 0
  private lineAt = { offset: 0, line: 1 }

  constructor(text: string) {
    this.text = text
  }

  scan(): { entries: BibtexEntry[]; broken: BrokenEntry[] } {
    const entries: BibtexEntry[] = []
    const broken: BrokenEntry[] = []
    for (;;) {
      ENTRY.lastIndex = this.at
      const start = ENTRY.exec(this.text)
      if (start === null) return { entries, broken }
      this.at = start.index + start[0].length
      const line = this.line(start.index)
      const type = start[0].slice(1, -1).trim().toLowerCase()
      let key: string | undefined
      try {
        if (type === 'comment') continue
        this.findLimit(start.index)
        this.putIn.entry = 0
        if (type === 'string') this.macro()
        else if (type === 'preamble') this.value()
        else {
          key = this.key()
          entries.push({ type, key, line, fields: this.fields() })
        }
      } catch (error) {
        if (!(error instanceof Broken)) throw error
        broken.push({ key, line, why: error.why })
      }
    }
  }

  private findLimit(start: number): void {
    if (this.limit > start) return
    NEXT_ENTRY.lastIndex = start
    this.limit = NEXT_ENTRY.exec(this.text)?.index ?? this.text.length
    if (this.limit <= start) this.limit = start + 1
  }

  /** The citation key, and the comma behind it. */
  private key(): string | undefined {
    this.space()
    const key = this.match(/[^,={}"\n]{0,300}(?=,|\s*[})]|\s*\n\s*,)/y)?.trim()
    this.space()
    if (key !== undefined) this.match(/,/y)
    else if (this.match(/(?=[^,{}"=\n]{0,200}=)/y) === undefined)
      throw new Broken('It has no citation key, with a comma behind it.')
    return key === '' ? undefined : key
  }

  private fields(): BibtexField[] {
    const fields: BibtexField[] = []
    for (;;) {
      this.space()
      while (this.match(/,/y) !== undefined) this.space()
      if (this.match(/[})]/y) !== undefined) return fields
      if (this.at >= this.limit) throw new Broken('It is never closed: a brace or a quote is missing.')
      const line = this.line(this.at)
      const name = this.match(/[^\s={}(),"#%]+/y)
      this.space()
      if (name === undefined || this.match(/=/y) === undefined)
        throw new Broken(`After line ${line} a field and \`=\` should come, but there is: ${this.shown()}`)
      const unknown: string[] = []
      fields.push({ name: name.toLowerCase(), value: this.value(unknown), line, unknown })
    }
  }

  private macro(): void {
    this.space()
    const name = this.match(/[^\s={}(),"#%]+/y)
    this.space()
    if (name === undefined || this.match(/=/y) === undefined) throw new Broken('It defines no macro.')
    this.macros.set(name.toLowerCase(), this.definition())
    this.space()
    this.match(/[})]/y)
  }

  private definition(): Macro {
    const unknown: string[] = []
    try {
      return { text: this.value(unknown), unknown: [...new Set(unknown)] }
    } catch (error) {
      if (error instanceof TooLong) return { text: undefined, unknown: [] }
      throw error
    }
  }

  /** Values that are joined by `#`. */
  private value(unknown: string[] = []): string {
    const parts: string[] = []
    do {
      this.space()
      parts.push(this.part(unknown))
      this.space()
    } while (this.match(/#/y) !== undefined)
    return parts.join('')
  }

  private part(unknown: string[]): string {
    if (this.match(/\{/y) !== undefined) return this.delimited('}')
    if (this.match(/"/y) !== undefined) return this.delimited('"')
    const word = this.match(/[^\s={}(),"#%]+/y)
    if (word === undefined) throw new Broken(`A value is missing before: ${this.shown()}`)
    if (/^\d/.test(word)) return word
    const macro = this.macros.get(word.toLowerCase())
    unknown.push(...(macro === undefined ? [word] : macro.unknown))
    return macro === undefined ? word : this.expanded(macro)
  }

  private expanded({ text }: Macro): string {
    this.putIn.entry += text?.length ?? 0
    this.putIn.file += text?.length ?? 0
    if (text === undefined || this.putIn.entry > MOST_PUT_IN.entry || this.putIn.file > MOST_PUT_IN.file)
      throw new TooLong('Its @string macros come to more text than any entry has.')
    return text
  }

  /** Up to the end of a value; braces within it are balanced, and in braces quotes are text. */
  private delimited(end: '}' | '"'): string {
    const start = this.at
    let depth = 0
    for (; this.at < this.limit; this.at++) {
      const sign = this.text[this.at]
      if (sign === '\\') this.at++
      else if (depth === 0 && sign === end) return this.text.slice(start, this.at++)
      else if (sign === '{') depth++
      else if (sign === '}') depth--
      if (depth < 0)
        throw new Broken(
          end === '"'
            ? 'A quote is never closed, or a brace in the quotes was never opened.'
            : 'A brace is closed that was never opened.',
        )
    }
    this.at = this.limit
    throw new Broken('It is never closed: a brace or a quote is missing.')
  }

  private space(): void {
    this.match(/(?:\s+|%.*)*/y)
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  private shown(): string {
    return JSON.stringify(this.text.slice(this.at, this.at + 20).replace(/\s+/g, ' '))
  }

  /** The 1-based line of an offset; offsets come in order. */
  private line(offset: number): number {
    let { offset: from, line } = this.lineAt
    if (offset < from) [from, line] = [0, 1]
    for (
      let at = this.text.indexOf('\n', from);
      at !== -1 && at < offset;
      at = this.text.indexOf('\n', at + 1)
    ) {
      line++
      from = at + 1
    }
    this.lineAt = { offset: from, line }
    return line
  }
}
