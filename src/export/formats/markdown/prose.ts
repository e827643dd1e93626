import { escapeLineStart } from './escape-text.ts'
import { type ProseSpan, readProse } from './prose-span.ts'
import { type Signs, spanText } from './span-text.ts'

/** Prose of a card as Markdown for everybody. */
export interface Prose {
  /** Its paragraphs; lines in them end in a hard break. */
  readonly paragraphs: readonly string[]
  /** What became plain text, to be told as a loss. */
  readonly losses: readonly string[]
}

const SIGNS: readonly Signs[] = [
  { emphasis: '*', strong: '**' },
  { emphasis: '_', strong: '__' },
  { emphasis: '*', strong: '__' },
  { emphasis: '_', strong: '**' },
]

/**
 * Inline Markdown of a card, written anew from what it was read as: emphasis, code, links and hard breaks are what they
 * were, and everything else is text. So no HTML, no link to a script, no block and no extension of some reader's Markdown
 * comes through, whatever was tried.
 */
export function proseOf(markdown: string): Prose {
  const { spans, isStripped } = readProse(markdown)
  const losses = new Set<string>()
  if (isStripped) losses.add('images, and links that are not to the web, became text')
  if (spans.some(({ text, isCode }) => isCode && /\{[{%#<]/.test(text)))
    losses.add('code that a template would run became text')
  const paragraphs = paragraphsOf(spans).map(paragraph => {
    const isPlain = !paragraph.some(({ isEmphasis, isStrong }) => isEmphasis || isStrong)
    for (const signs of isPlain ? [] : SIGNS) {
      const text = linesOf(spanText(paragraph, signs))
      if (isSame(readProse(text).spans, paragraph)) return text
    }
    if (!isPlain) losses.add('emphasis that has no clear signs was left out')
    return linesOf(spanText(paragraph, undefined))
  })
  return { paragraphs: paragraphs.filter(text => text !== ''), losses: [...losses] }
}

/** Spans cut at blank lines. */
function paragraphsOf(spans: readonly ProseSpan[]): ProseSpan[][] {
  const paragraphs: ProseSpan[][] = [[]]
  for (const span of spans)
    for (const [i, text] of (span.isCode ? [span.text] : span.text.split(/\n{2,}/)).entries()) {
      if (i > 0) paragraphs.push([])
      if (text !== '') paragraphs.at(-1)?.push({ ...span, text })
    }
  return paragraphs
}

function linesOf(text: string): string {
  return text
    .trim()
    .split('\n')
    .map(line => escapeLineStart(line.trimStart()))
    .join('\n')
}

/** Whether two texts look the same, but for how blanks look. */
function isSame(a: readonly ProseSpan[], b: readonly ProseSpan[]): boolean {
  return look(a) === look(b)
}

function look(spans: readonly ProseSpan[]): string {
  let [key, look] = ['', '']
  for (const { text, isEmphasis, isStrong, link } of spans)
    for (const word of text.split(/\s+/)) {
      if (word === '') continue
      const next = `${isEmphasis} ${isStrong} ${link}`
      look += (next === key ? '' : `\n${next}\n`) + word
      key = next
    }
  return look
}
