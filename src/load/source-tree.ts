import { CST } from 'yaml'
import type { Span } from '../model/place.ts'
import { blockScalarEnd } from './locate-node.ts'

/** A node of a YAML file as it is written. All places are offsets into the file's text. */
export type SourceNode = SourceMap | SourceList | SourceScalar | SourceAlias

/** A map, in block style or in braces. */
export interface SourceMap {
  readonly kind: 'map'
  /** Whether it stands in braces; a pair alone in a list in brackets does not, but is in flow all the same. */
  readonly flow: boolean
  /** From its first key to the end of its last value; in flow, with the braces. */
  readonly span: Span
  /** Whether it has an anchor or a tag. */
  readonly marked: boolean
  readonly entries: readonly SourceEntry[]
}

/** A key with its value. */
export interface SourceEntry {
  /** Where it starts: its key, or the anchor, tag or `?` before it. */
  readonly start: number
  /** The key as it is read. */
  readonly name: string
  readonly key: SourceNode
  /** Whether it is written `? key`. */
  readonly explicit: boolean
  /** The colon, where there is one. */
  readonly colon: number | undefined
  readonly value: SourceNode
  /** The comma after it, in flow. */
  readonly comma: number | undefined
}

/** A list, in block style or in brackets. */
export interface SourceList {
  readonly kind: 'list'
  /** Whether it stands in brackets. */
  readonly flow: boolean
  /** From its first dash to the end of its last item; in flow, with the brackets. */
  readonly span: Span
  /** Whether it has an anchor or a tag. */
  readonly marked: boolean
  readonly items: readonly SourceItem[]
}

/** An item of a list. */
export interface SourceItem {
  /** Where it starts: its dash; in flow its value, or the anchor or tag before that. */
  readonly start: number
  readonly value: SourceNode
  /** The comma after it, in flow. */
  readonly comma: number | undefined
}

/** A text as it is written, or nothing where there could be one. */
export interface SourceScalar {
  readonly kind: 'scalar'
  /** `empty`: there is nothing. */
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty'
  /**
   * With quotes; a text block with its header, to the end of its last line that counts. Where nothing is: both just
   * after the colon, the dash or what else announces it.
   */
  readonly span: Span
  /** Whether it has an anchor or a tag. */
  readonly marked: boolean
  /** Where the text of a block begins, after the line of its header. */
  readonly body: number
}

/** An alias, `*name`, which stands for what has that anchor: always counted as marked. */
export interface SourceAlias {
  readonly kind: 'alias'
  readonly span: Span
  readonly marked: true
}

/**
 * The nodes of a file that is read without errors.
 * @param tokens the syntax tree, of a text as long as `text`
 */
export function sourceTree(text: string, tokens: readonly CST.Token[]): SourceNode | undefined {
  const document = tokens.find(token => token.type === 'document')
  return document?.value && new TreeBuilder(text).node(document.value, document.start, false)
}

/** The comments of a text, in its order. */
export function commentSpans(tokens: readonly CST.Token[]): Span[] {
  const spans: Span[] = []
  for (const token of tokens) collectComments(token, spans)
  return spans
}

function collectComments(token: CST.Token | null | undefined, spans: Span[]): void {
  if (!token) return
  if (token.type === 'comment') spans.push([token.offset, token.offset + token.source.length])
  const collect = (parts: readonly CST.Token[] = []) => {
    for (const part of parts) collectComments(part, spans)
  }
  if ('start' in token && Array.isArray(token.start)) collect(token.start)
  if ('props' in token) collect(token.props)
  if ('items' in token) {
    for (const { start, key, sep, value } of token.items) {
      collect(start)
      collectComments(key, spans)
      collect(sep)
      collectComments(value, spans)
    }
  }
  if ('value' in token) collectComments(token.value, spans)
  if ('end' in token) collect(token.end)
}

type Item = CST.CollectionItem

class TreeBuilder {
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** @param before the tokens before it, since its key or dash: anchors and tags among them are its own */
  node(token: CST.Token | null | undefined, before: readonly CST.SourceToken[], flow: boolean): SourceNode {
    const marks = before.filter(isMark)
    const marked = marks.length > 0
    switch (token?.type) {
      case 'alias':
        return { kind: 'alias', span: [token.offset, token.offset + token.source.length], marked: true }
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar': {
        if (token.source === '') break
        const span: Span = [token.offset, token.offset + token.source.length]
        return { kind: 'scalar', style: STYLES[token.type], span, marked, body: span[0] }
      }
      case 'block-scalar':
        return this.blockScalar(token, marked)
      case 'block-map':
        return this.blockMap(token.items, marked, flow)
      case 'block-seq':
        return this.blockList(token.items, marked)
      case 'flow-collection':
        return this.flowCollection(token, marked)
    }
    const last = before.findLast(({ type }) => MEANINGFUL.has(type))
    const end = last ? last.offset + last.source.length : (before[0]?.offset ?? 0)
    return { kind: 'scalar', style: 'empty', span: [end, end], marked, body: end }
  }

  private blockScalar(token: CST.BlockScalar, marked: boolean): SourceScalar {
    const header = token.props.find(({ type }) => type === 'block-scalar-header') as CST.SourceToken
    const last = token.props.at(-1) as CST.SourceToken
    const body = last.offset + last.source.length
    const end = blockScalarEnd(this.text, header.offset, body + token.source.length)
    return {
      kind: 'scalar',
      style: header.source.startsWith('|') ? 'literal' : 'folded',
      span: [header.offset, end],
      marked: marked || token.props.some(isMark),
      body,
    }
  }

  private blockMap(items: readonly Item[], marked: boolean, flow: boolean): SourceMap {
    const entries = items.flatMap(item => this.entry(item, undefined, flow) ?? [])
    const [first, last] = [entries[0], entries.at(-1)]
    return { kind: 'map', flow, span: [first?.start ?? 0, last ? endOf(last) : 0], marked, entries }
  }

  private blockList(items: readonly Item[], marked: boolean): SourceList {
    const all = items.flatMap(({ start, value }) => {
      const dash = start.findIndex(({ type }) => type === 'seq-item-ind')
      if (dash === -1) return []
      const [from] = start.slice(dash)
      return {
        start: from?.offset ?? 0,
        value: this.node(value, start.slice(dash), false),
        comma: undefined,
      }
    })
    const [first, last] = [all[0], all.at(-1)]
    return {
      kind: 'list',
      flow: false,
      span: [first?.start ?? 0, last?.value.span[1] ?? 0],
      marked,
      items: all,
    }
  }

  private flowCollection({ start, items, end }: CST.FlowCollection, marked: boolean): SourceNode {
    const close = end[0]
    const span: Span = [start.offset, close ? close.offset + close.source.length : start.offset + 1]
    const commaAfter = (i: number) => items[i + 1]?.start.find(({ type }) => type === 'comma')?.offset
    if (start.source === '{') {
      const entries = items.flatMap((item, i) => this.entry(item, commaAfter(i), true) ?? [])
      return { kind: 'map', flow: true, span, marked, entries }
    }
    const all = items.flatMap((item, i) => {
      const comma = commaAfter(i)
      if (item.sep !== undefined || item.key) {
        const value = this.blockMap([item], false, true)
        return { start: value.span[0], value, comma }
      }
      const before = item.start.slice(item.start.findIndex(({ type }) => type === 'comma') + 1)
      if (!item.value && !before.some(isMark)) return []
      const value = this.node(item.value, before, true)
      return { start: before.find(isMark)?.offset ?? value.span[0], value, comma }
    })
    return { kind: 'list', flow: true, span, marked, items: all }
  }

  private entry(item: Item, comma: number | undefined, flow: boolean): SourceEntry | undefined {
    const { start, key, sep = [], value } = item
    if (!key && sep.length === 0) return undefined
    const explicit = start.find(({ type }) => type === 'explicit-key-ind')
    const colonAt = sep.findIndex(({ type }) => type === 'map-value-ind')
    const colon = sep[colonAt]?.offset
    const keyNode = key || start.length > 0 ? this.node(key, start, flow) : emptyAt(colon ?? 0)
    return {
      start: explicit?.offset ?? start.find(isMark)?.offset ?? keyNode.span[0],
      name: keyText(key),
      key: keyNode,
      explicit: explicit !== undefined,
      colon,
      value: colon === undefined ? emptyAt(keyNode.span[1]) : this.node(value, sep.slice(colonAt), flow),
      comma,
    }
  }
}

const STYLES = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
} as const

/** What may announce an empty value. */
const MEANINGFUL: ReadonlySet<string> = new Set([
  'map-value-ind',
  'seq-item-ind',
  'explicit-key-ind',
  'anchor',
  'tag',
])

function isMark({ type }: { readonly type: string }): boolean {
  return type === 'anchor' || type === 'tag'
}

function emptyAt(offset: number): SourceScalar {
  return { kind: 'scalar', style: 'empty', span: [offset, offset], marked: false, body: offset }
}

/** Where an entry ends, without comments after it. */
export function endOf({ key, colon, value }: SourceEntry): number {
  return Math.max(key.span[1], colon === undefined ? 0 : colon + 1, value.span[1])
}

function keyText(key: CST.Token | null | undefined): string {
  return CST.isScalar(key) ? CST.resolveAsScalar(key, true).value : ''
}
