import { tokensOf } from '../model/markdown-tokens.ts'
import { neutralText } from '../model/neutral.ts'
import type { Span, Style } from './span.ts'
import type { Terminal } from './terminal.ts'

/**
 * Makes spans of inline Markdown: emphasis, strong emphasis, code, links, autolinks and bare http(s) URLs, images
 * (as their alternative text), backslash escapes and entities, as in CommonMark 0.31. A single line break is a space;
 * blank lines and hard breaks stay, as `\n`. What is no markup is text; the texts are neutral.
 */
export function inlineMarkdown(text: string): Span[] {
  const source = text.trim().replace(/\r\n?/g, '\n').replaceAll('\t', ' ')
  if (source === '') return []
  if (!/[\\`*_[\]<&\n]|https?:/i.test(source)) return [{ text: neutralText(source) }]
  const spans: Span[] = []
  let emphasis = 0
  let strong = 0
  let pending = { text: '', key: '', styles: [] as Style[], link: undefined as string | undefined }
  const flush = () => {
    const { text, styles, link } = pending
    if (text === '') return
    spans.push({
      text: neutralText(text),
      ...(styles.length > 0 && { styles }),
      ...(link !== undefined && { link }),
    })
  }
  for (const token of tokensOf(source)) {
    emphasis += token.emphasis
    strong += token.strong
    if (token.text === '') continue
    const styles: Style[] = []
    if (strong > 0) styles.push('strong')
    if (emphasis > 0) styles.push('emphasis')
    if (token.kind === 'code') styles.push('code')
    if (token.link !== undefined) styles.push('link')
    const key = `${styles.join(' ')} ${token.link ?? ''}`
    if (key === pending.key) pending.text += token.text
    else {
      flush()
      pending = { text: token.text, key, styles, link: token.link }
    }
  }
  flush()
  return spans
}

/**
 * The spans with the address of each link in angle brackets after its text, where a terminal would not show it, and
 * where the text looks like another address than the one it leads to.
 */
export function withVisibleLinks(spans: readonly Span[], terminal: Terminal): Span[] {
  const visible: Span[] = []
  let shown = ''
  for (const [index, span] of spans.entries()) {
    visible.push(span)
    if (span.link === undefined) continue
    shown += span.text
    if (spans[index + 1]?.link === span.link) continue
    const looksLikeUrl = /^(https?:|www\.)|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(shown)
    if (!isSameAddress(shown, span.link) && (!terminal.hyperlinks || looksLikeUrl))
      visible.push({ text: ' ' }, { text: `<${neutralText(span.link)}>`, styles: ['muted'], link: span.link })
    shown = ''
  }
  return visible
}

function isSameAddress(text: string, url: string): boolean {
  const bare = (address: string) => address.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return bare(text) === bare(url)
}
