import type { Node } from 'yaml'
import type { Pointer, Range, Span } from '../model/place.ts'
import { checkCharacters } from './check-characters.ts'
import { CheckedText } from './checked-text.ts'
import { composeDocument } from './compose-document.ts'
import { locateNode } from './locate-node.ts'
import type { Raw } from './raw.ts'
import { type Scan, scanTokens } from './scan-tokens.ts'
import { commentSpans, type SourceNode, sourceTree } from './source-tree.ts'
import type { TextProblem } from './text-problem.ts'
import { ValueReader } from './value-reader.ts'

/** One YAML file as a value with places. */
export interface YamlReading {
  /** The value, or undefined exactly when one of the problems is an error. */
  readonly value: Raw | undefined
  readonly problems: readonly TextProblem[]
  /**
   * Where the key or the value at a pointer stands; an item of a list is both. Quotes belong to a scalar, the header
   * to a text block; the value of an alias stands where the alias does. For what is not there: the key of the
   * nearest parent that is, else line 1 column 1.
   */
  locate(pointer: Pointer, part: 'key' | 'value'): Range
  /** The nodes as they are written, for edits; undefined when there is no value. Made when it is first asked for. */
  readonly tree: SourceNode | undefined
  /** All comments from # to the end of their lines, as offsets, in the order of the text; as far as it could be read. */
  readonly comments: readonly Span[]
}

/**
 * Reads a file that holds one YAML 1.2 document, by the failsafe schema. Never throws: what is wrong is a problem.
 *
 * Anchors and aliases are resolved, with a warning. Merge keys (`<<`) are refused, because readers of YAML 1.1 and
 * 1.2 disagree about them; so are tags that would make a scalar anything but text.
 */
export function readDocument(text: string): YamlReading {
  let file = new CheckedText(text.startsWith('\ufeff') ? text.slice(1) : text)
  let contents: Node | null = null
  let value: Raw | undefined
  let scan: Scan | undefined
  try {
    checkCharacters(file)
    if (!file.failed) {
      const parsed = parse(file)
      file = parsed.file
      contents = parsed.contents
      scan = parsed.scan
      if (!file.failed) value = new ValueReader(file, scan.marks).readRoot(contents)
    }
  } catch {
    // No input is known to get here, but if the parser throws after all it must not hide the other files.
    file.error(0, 1, 'YAML cannot read this file.', 'Make its structure simpler, or start from a new card.')
  }
  let tree: SourceNode | undefined
  let comments: Span[] | undefined
  return {
    value: file.failed ? undefined : value,
    problems: file.problems(),
    locate: (pointer, part) => file.range(...locateNode(file.text, contents, pointer, part)),
    get tree() {
      if (scan && !file.failed) tree ??= sourceTree(file.text, scan.tokens)
      return tree
    },
    get comments() {
      comments ??= commentSpans(scan?.tokens ?? [])
      return comments
    },
  }
}

interface Parsed {
  readonly file: CheckedText
  readonly contents: Node | null
  readonly scan: Scan
}

function parse(file: CheckedText): Parsed {
  const scan = scanTokens(file)
  const contents = file.failed ? null : composeDocument(file, scan)
  const parsed = { file, contents, scan }
  if (!file.failed || scan.tightComments.length === 0) return parsed
  // After a comment line without a space behind its #, the lexer forgets how deep the value it waits for must be
  // indented, and takes the next field for more of that value. Comments are no part of any value: try with a space
  // in place of the character behind the #, so that every offset stays what it is.
  const parts: string[] = []
  let done = 0
  for (const start of scan.tightComments) {
    parts.push(file.text.slice(done, start), '# ')
    done = start + 2
  }
  const spaced = new CheckedText(parts.join('') + file.text.slice(done))
  const retry = scanTokens(spaced)
  const retried = spaced.failed ? null : composeDocument(spaced, retry)
  return spaced.failed ? parsed : { file: spaced, contents: retried, scan: retry }
}
