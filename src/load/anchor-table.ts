import type { Span } from '../model/place.ts'
import type { CheckedText } from './checked-text.ts'
import type { Raw } from './raw.ts'
import type { Mark } from './scan-tokens.ts'

/** What all aliases together may add to a file, in nodes and characters; more is a "billion laughs" bomb. */
const MAX_ALIAS_WEIGHT = 1_000_000

/** A value with the number of its nodes and characters. */
export interface Weighed {
  readonly value: Raw
  readonly weight: number
}

const NOTHING: Weighed = { value: '', weight: 0 }

/** The values that have an anchor, for the aliases that repeat them. Warns about each anchor of the file. */
export class AnchorTable {
  private readonly file: CheckedText
  private readonly anchors = new Map<string, Weighed | 'open'>()
  private aliasWeight = 0

  constructor(file: CheckedText, marks: readonly Mark[]) {
    this.file = file
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

  /** From here until it is closed, an anchor's value is being read. */
  open(name: string): void {
    this.anchors.set(name, 'open')
  }

  /** An anchor's value has been read; it may take the place of an earlier one of that name. */
  close(name: string, anchored: Weighed): void {
    this.anchors.set(name, anchored)
  }

  /** A copy of what an alias repeats; nothing, with an error, where it repeats too much or what is not there. */
  repeat(name: string, [start, end]: Span): Weighed {
    const anchored = this.anchors.get(name)
    if (anchored === undefined || anchored === 'open') {
      this.file.error(
        start,
        end,
        anchored === 'open'
          ? `*${name} stands within the value that it repeats.`
          : `*${name} repeats the value of an anchor &${name}, but there is none above.`,
        `If it is text, put it in quotes: "*${name}"`,
        { rule: 'yaml/anchors' },
      )
      return NOTHING
    }
    this.aliasWeight += anchored.weight
    if (this.aliasWeight > MAX_ALIAS_WEIGHT) {
      this.file.error(start, end, 'The aliases of this file repeat too much.', 'Write the values out.', {
        rule: 'yaml/anchors',
      })
      // It weighs all the same: an anchor around it must not seem light.
      return { value: '', weight: anchored.weight }
    }
    return { value: structuredClone(anchored.value), weight: anchored.weight }
  }
}
