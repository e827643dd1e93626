import { isMap, isSeq, type Node } from 'yaml'
import type { CheckedText } from './checked-text.ts'
import type { Mark } from './scan-tokens.ts'

/** Tags that say no more than "this is a scalar", which the card schema then types. */
const SCALAR_TAG =
  /^(?:!|!!(?:str|int|float|bool|null|timestamp)|!<tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp)>)$/
const MAP_TAG = /^(?:!|!!map|!<tag:yaml\.org,2002:map>)$/
const LIST_TAG = /^(?:!|!!seq|!<tag:yaml\.org,2002:seq>)$/

/** Looks at the tags of nodes, which must come in the order of the text. */
export class TagCheck {
  private readonly file: CheckedText
  private readonly tags: readonly Mark[]
  private count = 0

  constructor(file: CheckedText, marks: readonly Mark[]) {
    this.file = file
    this.tags = marks.filter(mark => mark.source.startsWith('!'))
  }

  /** Warns about a tag that changes nothing, and refuses any other. */
  check(node: Node): void {
    if (!('tag' in node) || node.tag === undefined) return
    // Each tag in the text belongs to one node.
    const mark = this.tags[this.count++]
    if (mark === undefined) return
    const { source, start } = mark
    const allowed = isMap(node) ? MAP_TAG : isSeq(node) ? LIST_TAG : SCALAR_TAG
    if (allowed.test(source)) {
      this.file.warn(
        start,
        start + source.length,
        `The tag ${source} has no effect; what type a value has is said by its field.`,
        'Delete the tag.',
      )
    } else {
      this.file.error(
        start,
        start + source.length,
        `The tag ${source} is not read.`,
        'Delete the tag; if the ! belongs to the text, put the text in quotes.',
        { rule: 'yaml/anchors' },
      )
    }
  }
}
