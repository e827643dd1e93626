import type { Token } from '../../../model/markdown-token.ts'
import { tokensOf } from '../../../model/markdown-tokens.ts'
import { neutralText } from '../../../model/neutral.ts'

/** A stretch of prose of one look. */
export interface ProseSpan {
  readonly text: string
  readonly isEmphasis: boolean
  readonly isStrong: boolean
  readonly isCode: boolean
  readonly link: string | undefined
}

/** Prose taken apart. */
export interface ReadProse {
  /** Without empty ones; no two neighbours look the same. Line breaks are LF: one a hard break, two a new paragraph. */
  readonly spans: ProseSpan[]
  /** Whether there are images, or links that do not lead to the web: of both only the text is in the spans. */
  readonly isStripped: boolean
}

/** Takes the inline Markdown of a card apart, as `cards show` does; the texts are neutral. */
export function readProse(markdown: string): ReadProse {
  const tokens = tokensOf(neutralText(markdown.replaceAll('\t', ' ')).trim())
  const spans: ProseSpan[] = []
  let isStripped = false
  let [emphasis, strong] = [0, 0]
  for (const token of tokens) {
    emphasis += token.emphasis
    strong += token.strong
    if (isStrippedBracket(token)) isStripped = true
    if (token.text === '') continue
    const span = {
      text: token.text,
      isEmphasis: emphasis > 0,
      isStrong: strong > 0,
      isCode: token.kind === 'code',
      link: token.link,
    }
    const last = spans.at(-1)
    if (last && looksLike(last, span)) spans[spans.length - 1] = { ...last, text: last.text + span.text }
    else spans.push(span)
  }
  return { spans, isStripped }
}

/** A bracket that was used up, though it is none of a link. */
function isStrippedBracket({ kind, text, canOpen, link }: Token): boolean {
  return kind === 'sign' && text === '' && canOpen === undefined && link === undefined
}

function looksLike(a: ProseSpan, b: ProseSpan): boolean {
  return (
    a.isEmphasis === b.isEmphasis && a.isStrong === b.isStrong && a.isCode === b.isCode && a.link === b.link
  )
}
