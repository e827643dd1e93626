import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import { brief } from '../model/brief.ts'
import { AnchorTable } from './anchor-table.ts'
import { HALF_PAIR } from './check-characters.ts'
import type { CheckedText } from './checked-text.ts'
import { spanOf } from './locate-node.ts'
import { type Raw, setOwn } from './raw.ts'
import type { Mark } from './scan-tokens.ts'
import { TagCheck } from './tag-check.ts'

/** What to do with a file that says nothing, as long as it is not known what it should hold. */
export const EMPTY_FILE_HELP = 'Write something in it, or delete it.'

/** Turns the tree of nodes into a value, in the order of the text. */
export class ValueReader {
  private readonly file: CheckedText
  private readonly anchors: AnchorTable
  private readonly tags: TagCheck
  /** Nodes and characters read so far, those of aliases again for each alias. */
  private weight = 0

  constructor(file: CheckedText, marks: readonly Mark[]) {
    this.file = file
    this.anchors = new AnchorTable(file, marks)
    this.tags = new TagCheck(file, marks)
  }

  /** The value of the whole document; undefined, with an error, when there is none. */
  readRoot(contents: Node | null): Raw | undefined {
    const empty =
      contents === null || (isScalar(contents) && contents.type === 'PLAIN' && contents.source === '')
    if (!empty) return this.read(contents)
    const { text } = this.file
    const what =
      text.trim() === '' ? 'is empty' : /^\s*[^\s#]/m.test(text) ? 'has no content' : 'has only comments'
    this.file.error(0, 0, `The file ${what}.`, EMPTY_FILE_HELP)
    return undefined
  }

  private read(node: Node | null): Raw {
    if (node === null) return ''
    if (isAlias(node)) {
      const { value, weight } = this.anchors.repeat(node.source, spanOf(this.file.text, node))
      this.weight += weight
      return value
    }
    this.tags.check(node)
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (anchor !== undefined) this.anchors.open(anchor)
    const before = this.weight
    this.weight += 1
    const value = this.readContent(node)
    if (anchor !== undefined) this.anchors.close(anchor, { value, weight: this.weight - before })
    return value
  }

  private readContent(node: Node): Raw {
    if (isMap(node)) return this.readMap(node)
    if (isSeq(node)) return node.items.map(item => this.read(item as Node | null))
    const scalar = node as Scalar
    const text = scalar.source ?? ''
    this.weight += text.length
    if (scalar.type === 'QUOTE_DOUBLE' && HALF_PAIR.test(text)) {
      this.file.error(
        ...spanOf(this.file.text, node),
        'An escape in this text stands for half a character.',
        'Write the character itself, or both halves (\\ud83d\\ude00).',
        { rule: 'yaml/encoding' },
      )
    }
    return text
  }

  private readMap(map: YAMLMap): Raw {
    const value: { [key: string]: Raw } = {}
    const keys = new Map<string, Node>()
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const key = this.readKey(pair.key)
      const item = this.read(pair.value)
      if (key === undefined) continue
      const first = keys.get(key)
      if (first === undefined) {
        keys.set(key, pair.key)
        setOwn(value, key, item)
      } else {
        this.reportDuplicate(key, first, pair.key)
      }
    }
    return value
  }

  private readKey(node: Node): string | undefined {
    const [start, end] = spanOf(this.file.text, node)
    const key = this.read(node)
    if (typeof key !== 'string') {
      this.file.error(
        start,
        end,
        'A list or map stands here as the key of a field.',
        'Put the key in quotes if it is text.',
      )
      return undefined
    }
    const plain = isScalar(node) && node.type === 'PLAIN'
    if (plain && key === '') {
      this.file.error(
        start,
        start + 1,
        'Before this colon a key is missing.',
        'Write key: value; put the text in quotes if the colon belongs to it.',
      )
    } else if (plain && key === '<<') {
      this.file.error(
        start,
        end,
        'The merge key << is not read, since YAML readers disagree about it.',
        'Write the fields out in full.',
        { rule: 'yaml/anchors' },
      )
    }
    return key
  }

  private reportDuplicate(key: string, first: Node, second: Node): void {
    if (this.file.full) return
    const { text } = this.file
    const firstRange = this.file.range(...spanOf(text, first))
    this.file.error(
      ...spanOf(text, second),
      `The key \`${brief(key)}\` is here a second time.`,
      `Keep one of the two; the first is on line ${firstRange.start.line}.`,
      { rule: 'yaml/duplicate-key', related: [firstRange] },
    )
  }
}
