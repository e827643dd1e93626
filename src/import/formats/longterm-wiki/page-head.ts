import type { CardType } from '../../../model/card.ts'
import { CARD_TYPES } from '../../convert-value.ts'
import type { PageLine } from './page-sections.ts'

/** What stands above the rating on a page. */
export interface PageHead {
  readonly title?: string
  /** Undefined when the page says none that a card can have. */
  readonly type?: CardType
  readonly authors: readonly string[]
  /** Sentences: to whom the source matters. */
  readonly relevance: readonly PageLine[]
  readonly notUnderstood: readonly PageLine[]
}

/**
 * Reads the head of a page.
 * @param top the title and what else stands above the heading of the authors
 * @param author that heading, with the type of the source glued to it (`webAuthor`), and the lines below it
 */
export function pageHead(top: readonly PageLine[], author: readonly PageLine[]): PageHead {
  const [title, ...others] = top
  const [heading, ...below] = author
  const typeLine = heading ?? others.find(({ text }) => typeIn(text) !== undefined)
  const type = typeLine && typeIn(typeLine.text)
  const notUnderstood = [...others, ...(heading ? [heading] : [])]
  return {
    ...(title ? { title: title.text } : {}),
    ...(type ? { type } : {}),
    authors: below.filter(line => !isSentence(line)).map(({ text }) => text),
    relevance: below.filter(isSentence),
    notUnderstood: notUnderstood.filter(line => line !== typeLine || type === undefined),
  }
}

function typeIn(text: string): CardType | undefined {
  const name = text.replace(/Authors?$/, '')
  return CARD_TYPES.find(type => type === name)
}

/** No name has five words and ends with a full stop after a small letter. */
function isSentence({ text }: PageLine): boolean {
  return /[\p{Ll}\d)][.!?]$/u.test(text) && text.split(' ').length > 4
}
