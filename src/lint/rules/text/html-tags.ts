import type { TextField } from './text-fields.ts'
import { withoutCode } from './without-code.ts'

const NAMES = new Set(
  `a abbr b big blockquote bold center cite code dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5
  h6 i iframe inf ins italic kbd li mark nav ol p pre q scp section small span strike strong sub summary sup table tbody
  td th thead tr tt u ul`.split(/\s+/),
)

/** Those that stand alone. */
const VOID = new Set(['br', 'hr', 'img'])

/** Those that start a line of their own. */
const BLOCKS = /^(?:br|hr|p|div|li|h\d|blockquote|section|tr|d[dt]|figure)$/

const TAG = /<(\/?)([a-z][a-z\d]*(?::[a-z]+)?)(?:\s[^<>]*)?\/?>/gi

/** The HTML tags of a text. */
export interface TaggedText {
  readonly tags: readonly string[]
  /** Where the first of them stands. */
  readonly offset: number
  /** The text without them. */
  readonly value: string
  /** Whether nothing but form goes with them, as would the address of a link. */
  readonly isLossless: boolean
}

/**
 * Finds the HTML tags of a text, outside of code: elements that are opened and closed, and the few that stand alone.
 * `Vec<T>` and the token `<s>` are none.
 */
export function htmlTags({ text, kind }: TextField): TaggedText {
  if (!/<[a-z/]/i.test(text)) return { tags: [], offset: -1, value: text, isLossless: true }
  const visible = kind === 'prose' ? withoutCode(text) : text
  const all = [...visible.matchAll(TAG)].map(({ 0: tag, 1: slash, 2: name = '', index }) => ({
    tag,
    index,
    isClosing: slash === '/',
    name: name.toLowerCase(),
  }))
  const opened = new Set(all.filter(({ isClosing }) => !isClosing).map(({ name }) => name))
  const closed = new Set(all.filter(({ isClosing }) => isClosing).map(({ name }) => name))
  const isElement = (name: string) =>
    VOID.has(name) ||
    (opened.has(name) && closed.has(name) && (NAMES.has(name) || /^(?:jats|mml):/.test(name)))
  const tags = all.filter(({ name }) => isElement(name))
  let value = ''
  let offset = 0
  for (const { tag, index, name } of tags) {
    value += text.slice(offset, index) + (BLOCKS.test(name.replace(/^jats:/, '')) ? ' ' : '')
    offset = index + tag.length
  }
  return {
    tags: tags.map(({ tag }) => tag),
    offset: tags[0]?.index ?? -1,
    value: tags.length === 0 ? text : (value + text.slice(offset)).replace(/ {2,}/g, ' ').trim(),
    isLossless: !tags.some(({ name }) => /^(?:a|img|iframe)$/.test(name)),
  }
}
