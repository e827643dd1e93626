import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import { lineStartsOf, type Pointer, positionAt, type Range } from '../model/place.ts'
import { type Raw, setOwn } from './raw.ts'
import { explainSyntax, type TextProblem } from './text-problem.ts'

/** Maps and lists within each other, at most. Cards need three or four. */
export const maxNesting = 64

/** What all aliases together may add to a file, in nodes and characters; more is a "billion laughs" bomb. */
export const maxAliasWeight = 1_000_000

/** A file has few real errors: what comes after the first is mostly their echo. */
const maxErrors = 5
const maxWarnings = 100

/** One YAML file as a value with places. */
export interface YamlReading {
  /** The value, or undefined exactly when one of the problems is an error. */
  value: Raw | undefined
  problems: TextProblem[]
  /**
   * Where the key or the value at a pointer stands; an item of a list is both. Quotes belong to a scalar, the header
   * to a text block; the value of an alias stands where the alias does. For what is not there: the key of the
   * nearest parent that is, else line 1 column 1.
   */
  locate(pointer: Pointer, part: 'key' | 'value'): Range
}

/**
 * Reads a file that holds one YAML 1.2 document, by the failsafe schema. Never throws: what is wrong is a problem.
 *
 * Anchors and aliases are resolved, with a warning. Merge keys (`<<`) are refused, because readers of YAML 1.1 and
 * 1.2 disagree about them; so are tags that would make a scalar anything but text.
 */
export function readDocument(text: string): YamlReading {
  let file = new SourceFile(text.startsWith('\ufeff') ? text.slice(1) : text)
  let contents: Node | null = null
  let value: Raw | undefined
  try {
    checkCharacters(file)
    if (!file.failed) {
      const parsed = parse(file)
      file = parsed.file
      contents = parsed.contents
      if (!file.failed) value = new ValueReader(file, parsed.marks).readRoot(contents)
    }
  } catch {
    // No input is known to get here, but if the parser throws after all it must not hide the other files.
    file.error(0, 1, 'YAML cannot read this file.', 'Make its structure simpler, or start from a new card.')
  }
  return {
    value: file.failed ? undefined : value,
    problems: file.problems(),
    locate: (pointer, part) => file.range(...locate(file.text, contents, pointer, part)),
  }
}

interface Parsed {
  file: SourceFile
  contents: Node | null
  marks: Mark[]
}

function parse(file: SourceFile): Parsed {
  const scan = scanTokens(file)
  const contents = file.failed ? null : compose(file, scan)
  const parsed = { file, contents, marks: scan.marks }
  if (!file.failed || scan.tightComments.length === 0) return parsed
  // After a comment line without a space behind its #, the lexer forgets how deep the value it waits for must be
  // indented, and takes the next field for more of that value. Comments are no part of any value: try with spaces.
  const parts: string[] = []
  let done = 0
  for (const start of scan.tightComments) {
    parts.push(file.text.slice(done, start), '# ')
    done = start + 2
  }
  const spaced = new SourceFile(parts.join('') + file.text.slice(done))
  const retry = scanTokens(spaced)
  const retried = spaced.failed ? null : compose(spaced, retry)
  return spaced.failed ? parsed : { file: spaced, contents: retried, marks: retry.marks }
}

type Span = [start: number, end: number]

/** The text of a file, its line table and the problems found in it. */
class SourceFile {
  readonly text: string
  readonly #lineStarts: number[]
  readonly #errors: TextProblem[] = []
  readonly #warnings: TextProblem[] = []

  constructor(text: string) {
    this.text = text
    this.#lineStarts = lineStartsOf(text)
  }

  get failed(): boolean {
    return this.#errors.length > 0
  }

  /** Whether further errors would not be reported. */
  get full(): boolean {
    return this.#errors.length >= maxErrors
  }

  range(start: number, end: number): Range {
    return { start: positionAt(this.#lineStarts, start), end: positionAt(this.#lineStarts, end) }
  }

  error(start: number, end: number, message: string, help: string, more: Partial<TextProblem> = {}): void {
    if (this.full) return
    const range = this.range(start, end)
    this.#errors.push({ rule: 'yaml/syntax', severity: 'error', message, help, range, ...more })
  }

  warn(start: number, end: number, message: string, help: string): void {
    if (this.#warnings.length >= maxWarnings) return
    const range = this.range(start, end)
    this.#warnings.push({ rule: 'yaml/anchors', severity: 'warning', message, help, range })
  }

  problems(): TextProblem[] {
    const line = (problem: TextProblem) => problem.range.start.line
    const column = (problem: TextProblem) => problem.range.start.column
    return [...this.#errors, ...this.#warnings].sort((a, b) => line(a) - line(b) || column(a) - column(b))
  }
}

/** What YAML does not allow in a text (`c-printable`), and half surrogate pairs, which no file can hold. */
const forbidden =
  /[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function checkCharacters(file: SourceFile): void {
  for (const { 0: character, index } of file.text.matchAll(forbidden)) {
    if (character === '\r') {
      file.error(
        index,
        index + 1,
        'Here is a carriage return (CR) without a line feed (LF), as in files of old Macs.',
        'Save the file with Unix (LF) or Windows (CRLF) line endings.',
      )
      return
    }
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    const help = `Delete it; in double quotes it can be written as \\u${code}.`
    file.error(
      index,
      index + 1,
      `Here is the control character U+${code}, which YAML does not allow.`,
      help,
      {
        rule: 'yaml/encoding',
      },
    )
    if (file.full) return
  }
}

interface Mark {
  source: string
  start: number
}

/** The syntax tree, with what its errors and values do not tell of where they come from. */
interface Scan {
  tokens: CST.Token[]
  /** Anchors and tags, in the order of the text. */
  marks: Mark[]
  quotes: Mark[]
  /** Brackets that nothing closes. */
  unclosed: number[]
  /** Comments on lines of their own with no space after the #. */
  tightComments: number[]
}

/**
 * Splits the text into a syntax tree. The parser keeps its own stack, so here deep nesting is safe and can be
 * refused before the steps after it, which recurse.
 */
function scanTokens(file: SourceFile): Scan {
  const scan: Scan = { tokens: [], marks: [], quotes: [], unclosed: [], tightComments: [] }
  const open: number[] = []
  const parser = new Parser()
  let scalar = false
  let errors = 0
  for (const lexeme of new Lexer().lex(file.text)) {
    const start = parser.offset
    for (const token of parser.next(lexeme)) {
      scan.tokens.push(token)
      // Enough is wrong already; megabytes of closing brackets need not be read to the end.
      if (token.type === 'directive' && !/^%YAML +1\.\d+$/.test(token.source)) reportDirective(file, token)
      if (token.type === 'error' && ++errors > 10 * maxErrors) return scan
    }
    if (parser.stack.length > maxNesting && nesting(parser) > maxNesting) {
      file.error(
        start,
        start + 1,
        `Here maps and lists are nested more than ${maxNesting} levels deep.`,
        'Put the value in quotes if it is text; a card needs only a few levels.',
      )
      return scan
    }
    if (scalar) scalar = false
    else if (lexeme === CST.SCALAR) scalar = true
    else if (lexeme === CST.FLOW_END) scan.unclosed.push(...open.splice(0).slice(-1))
    else if (lexeme === '[' || lexeme === '{') open.push(start)
    else if (lexeme === ']' || lexeme === '}') open.pop()
    else if (lexeme[0] === '&' || lexeme[0] === '!') scan.marks.push({ source: lexeme, start })
    else if (isTightComment(lexeme, file.text, start)) scan.tightComments.push(start)
    else if (lexeme[0] === '"' || lexeme[0] === "'") scan.quotes.push({ source: lexeme, start })
  }
  scan.tokens.push(...parser.end())
  scan.unclosed.push(...open.slice(-1))
  return scan
}

function reportDirective(file: SourceFile, { source, offset }: { source: string; offset: number }): void {
  file.error(
    offset,
    offset + source.length,
    `${/^%TAG\b/.test(source) ? 'Tag definitions (%TAG) are not read' : 'A line that starts with % is an instruction to YAML readers, and this one is unknown'}.`,
    'Delete the line, or put the text in quotes.',
  )
}

function isTightComment(lexeme: string, text: string, start: number): boolean {
  if (lexeme[0] !== '#' || lexeme.length < 2 || lexeme[1] === ' ') return false
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === ''
}

function nesting(parser: Parser): number {
  return parser.stack.filter(token => 'items' in token).length
}

/** Makes the tree of nodes and reports all that the parser complains about. */
function compose(file: SourceFile, scan: Scan): Node | null {
  const { text } = file
  const composer = new Composer({
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    // The library compares every key with every other; ValueReader does it in linear time.
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const documents: Document.Parsed[] = []
  const { stackTraceLimit } = Error
  try {
    // The library makes an Error for each fault; in a broken file the stacks of thousands take seconds.
    Error.stackTraceLimit = 0
    for (const document of composer.compose(scan.tokens, true, text.length)) {
      documents.push(document)
      if (documents.length === 2) break
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
  const [first, second] = documents
  if (second !== undefined) {
    const [start] = second.range
    file.error(
      start,
      start + Math.max(1, (text.slice(start).match(/^.*/)?.[0] ?? '').trimEnd().length),
      'A second YAML document starts here; a file holds only one, so none of them is read.',
      'Keep one card in a file: move the others to files of their own and delete the line ---.',
    )
  }
  reportFaults(file, scan, documents)
  return first?.contents ?? null
}

function reportFaults(file: SourceFile, scan: Scan, documents: Document.Parsed[]): void {
  const { text } = file
  const faults = documents.flatMap(document => document.errors)
  faults.sort((a, b) => a.pos[0] - b.pos[0])
  // One mistake makes several faults on its line, or (an unclosed quote in a long line) thousands.
  const stumbled = new Set<number>()
  const lines = new Set<number>()
  for (const { code, message, pos } of faults) {
    const [start, end] = pos
    // The parser minds a comment at the very start of a line after the last value of a map in braces.
    if (message.startsWith('Comments must') && text[start - 1] === '\n') continue
    const stumbledAt = file.range(start, end).start.line
    if (stumbled.has(stumbledAt)) continue
    stumbled.add(stumbledAt)
    const quote = scan.quotes.find(mark => mark.start + mark.source.length === start)
    const opening = message.startsWith('Missing closing')
      ? quote?.start
      : scan.unclosed.findLast(offset => offset < start)
    const words = explainSyntax({ code, message, start, end, text, opening })
    const { line } = file.range(words.start, words.end).start
    if (lines.has(line)) continue
    lines.add(line)
    file.error(words.start, words.end, words.message, words.help)
    if (stumbled.size >= 2 * maxErrors || lines.size >= maxErrors) return
  }
}

/** Tags that say no more than "this is a scalar", which the card schema then types. */
const scalarTag =
  /^(?:!|!!(?:str|int|float|bool|null|timestamp)|!<tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp)>)$/
const mapTag = /^(?:!|!!map|!<tag:yaml\.org,2002:map>)$/
const listTag = /^(?:!|!!seq|!<tag:yaml\.org,2002:seq>)$/

interface Anchored {
  value: Raw
  weight: number
}

/** Turns the tree of nodes into a value, in the order of the text. */
class ValueReader {
  readonly #file: SourceFile
  readonly #anchors = new Map<string, Anchored | 'open'>()
  readonly #tags: Mark[]
  #tagCount = 0
  /** Nodes and characters read so far, those of aliases again for each alias. */
  #weight = 0
  #aliasWeight = 0

  constructor(file: SourceFile, marks: readonly Mark[]) {
    this.#file = file
    this.#tags = marks.filter(mark => mark.source.startsWith('!'))
    for (const { source, start } of marks) {
      if (!source.startsWith('&')) continue
      file.warn(
        start,
        start + source.length,
        `${source} is an anchor, which many tools for YAML drop or misread.`,
        'Write the value out where it is needed; if the & belongs to the text, put the text in quotes.',
      )
    }
  }

  readRoot(contents: Node | null): Raw | undefined {
    const empty =
      contents === null || (isScalar(contents) && contents.type === 'PLAIN' && contents.source === '')
    if (!empty) return this.#read(contents)
    const { text } = this.#file
    const what =
      text.trim() === '' ? 'is empty' : /^\s*[^\s#]/m.test(text) ? 'has no content' : 'has only comments'
    this.#file.error(0, 0, `The file ${what}.`, 'Write a card in it (key: value on each line), or delete it.')
    return undefined
  }

  #read(node: Node | null): Raw {
    if (node === null) return ''
    if (isAlias(node)) return this.#readAlias(node.source, spanOf(this.#file.text, node))
    this.#checkTag(node)
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (anchor !== undefined) this.#anchors.set(anchor, 'open')
    const before = this.#weight
    this.#weight += 1
    const value = this.#readContent(node)
    if (anchor !== undefined) this.#anchors.set(anchor, { value, weight: this.#weight - before })
    return value
  }

  #readContent(node: Node): Raw {
    if (isMap(node)) return this.#readMap(node)
    if (isSeq(node)) return node.items.map(item => this.#read(item as Node | null))
    const scalar = node as Scalar
    const text = scalar.source ?? ''
    this.#weight += text.length
    if (scalar.type === 'QUOTE_DOUBLE' && halfPair.test(text)) {
      this.#file.error(
        ...spanOf(this.#file.text, node),
        'An escape in this text stands for half a character.',
        'Write the character itself, or both halves (\\ud83d\\ude00).',
        { rule: 'yaml/encoding' },
      )
    }
    return text
  }

  #readMap(map: YAMLMap): Raw {
    const value: { [key: string]: Raw } = {}
    const keys = new Map<string, Node>()
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const key = this.#readKey(pair.key)
      const item = this.#read(pair.value)
      if (key === undefined) continue
      const first = keys.get(key)
      if (first === undefined) {
        keys.set(key, pair.key)
        setOwn(value, key, item)
      } else {
        this.#reportDuplicate(key, first, pair.key)
      }
    }
    return value
  }

  #readKey(node: Node): string | undefined {
    const [start, end] = spanOf(this.#file.text, node)
    const key = this.#read(node)
    if (typeof key !== 'string') {
      this.#file.error(
        start,
        end,
        'A list or map stands here as the key of a field.',
        'Put the key in quotes if it is text.',
      )
      return undefined
    }
    const plain = isScalar(node) && node.type === 'PLAIN'
    if (plain && key === '') {
      this.#file.error(
        start,
        start + 1,
        'Before this colon a key is missing.',
        'Write key: value; put the text in quotes if the colon belongs to it.',
      )
    } else if (plain && key === '<<') {
      this.#file.error(
        start,
        end,
        'The merge key << is not read, since YAML readers disagree about it.',
        'Write the fields out in full.',
        { rule: 'yaml/anchors' },
      )
    }
    return key
  }

  #reportDuplicate(key: string, first: Node, second: Node): void {
    if (this.#file.full) return
    const { text } = this.#file
    const firstRange = this.#file.range(...spanOf(text, first))
    this.#file.error(
      ...spanOf(text, second),
      `The key ${JSON.stringify(key)} is here a second time.`,
      `Keep one of the two; the first is on line ${firstRange.start.line}.`,
      { rule: 'yaml/duplicate-key', related: [firstRange] },
    )
  }

  #readAlias(name: string, [start, end]: Span): Raw {
    const anchored = this.#anchors.get(name)
    if (anchored === undefined || anchored === 'open') {
      this.#file.error(
        start,
        end,
        anchored === 'open'
          ? `*${name} stands within the value that it repeats.`
          : `*${name} repeats the value of an anchor &${name}, but there is none above.`,
        `If it is text, put it in quotes: "*${name}"`,
        { rule: 'yaml/anchors' },
      )
      return ''
    }
    this.#weight += anchored.weight
    this.#aliasWeight += anchored.weight
    if (this.#aliasWeight > maxAliasWeight) {
      this.#file.error(start, end, 'The aliases of this file repeat too much.', 'Write the values out.', {
        rule: 'yaml/anchors',
      })
      return ''
    }
    return structuredClone(anchored.value)
  }

  #checkTag(node: Node): void {
    if (!('tag' in node) || node.tag === undefined) return
    // Each tag in the text belongs to one node, and nodes come in the order of the text.
    const mark = this.#tags[this.#tagCount++]
    if (mark === undefined) return
    const { source, start } = mark
    const allowed = isMap(node) ? mapTag : isSeq(node) ? listTag : scalarTag
    if (allowed.test(source)) {
      this.#file.warn(
        start,
        start + source.length,
        `The tag ${source} has no effect; what type a value has is said by its field.`,
        'Delete the tag.',
      )
    } else {
      this.#file.error(
        start,
        start + source.length,
        `The tag ${source} is not read.`,
        'Delete the tag; if the ! belongs to the text, put the text in quotes.',
        { rule: 'yaml/anchors' },
      )
    }
  }
}

/** Follows a pointer through the nodes as far as it goes. */
function locate(text: string, contents: Node | null, pointer: Pointer, part: 'key' | 'value'): Span {
  let node: Node | null = contents
  let key: Span = [0, 0]
  let value: Span = node === null ? key : spanOf(text, node)
  for (const segment of pointer) {
    if (isAlias(node)) return value
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find(({ key }) => keyText(key) === segment)
      if (pair === undefined) return key
      key = spanOf(text, pair.key)
      node = pair.value
      value = node === null ? [key[1], key[1]] : spanOf(text, node)
    } else if (isSeq(node)) {
      const item = node.items[Number(segment)] as Node | undefined
      if (item === undefined) return key
      node = item
      key = value = spanOf(text, item)
    } else {
      return key
    }
  }
  return part === 'key' ? key : value
}

function keyText(key: Node): string | undefined {
  return isScalar(key) ? (key.source ?? '') : undefined
}

/** A node from its first to its last character, without comments and line breaks around it. */
function spanOf(text: string, node: Node): Span {
  const [start, end] = node.range ?? [0, 0]
  if (start === end) {
    const before = text.slice(0, start).trimEnd().length
    return [before, before]
  }
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    return [start, blockScalarEnd(text, start, end)]
  }
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1) as Pair<Node, Node | null> | undefined
    if (last !== undefined) return [start, spanOf(text, last.value ?? last.key)[1]]
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1) as Node | undefined
    if (last !== undefined) return [start, Math.max(start + 1, spanOf(text, last)[1])]
  }
  return [start, end]
}

/** The end of the last line of a text block that counts: blank lines after it do only with the `+` header. */
function blockScalarEnd(text: string, start: number, end: number): number {
  const block = text.slice(start, end)
  const [header = ''] = /^.*/.exec(block) ?? []
  const keep = /^[|>]\d?\+/.test(header)
  const indent = /\n( *)[^ \r\n]/.exec(block)?.[1]?.length
  let last = end
  for (;;) {
    const lineFeed = text.lastIndexOf('\n', last - 1)
    if (lineFeed < start) break
    const line = text.slice(lineFeed + 1, last)
    if (!/^ *\r?$/.test(line)) break
    const isContent =
      last < end && (keep || (indent !== undefined && line.trimEnd().length === 0 && line.length > indent))
    if (isContent) break
    last = lineFeed
    if (text[last - 1] === '\r') last -= 1
  }
  return last
}
