import { boilerplateKind } from '../model/boilerplate-kind.ts'
import { foldLine } from '../model/fold.ts'
import { paragraphsOf } from './page-text.ts'

/** What is longer is the whole text, not its abstract. */
const LONGEST = 20_000
/** What is shorter says nothing that a title does not. */
const SHORTEST = 40

/** An abstract: whole, and the source's own words. */
export function readAbstract(value: string): string | undefined {
  if (value.length > LONGEST) return undefined
  const text = paragraphsOf(value).replace(/^(?:abstract|summary)(?:\s*[:.—–-]\s*|\n\n)/i, '')
  if (text.length < SHORTEST || boilerplateKind(text) !== undefined) return undefined
  return text
}

/** A description of a page, which many sites cut off or give all their pages. */
export function readDescription(value: string): string | undefined {
  const text = readAbstract(value)
  if (text === undefined || /(?:\.\.\.|…|\[…\]|\[\.\.\.\])$/.test(text)) return undefined
  return STANDING.test(foldLine(text)) ? undefined : text
}

/** What sites say of every page. */
const STANDING =
  /contribute to .{1,200} development by creating an account on github|enjoy the videos and music you love|^(?:share|read|find|discover|subscribe|sign up|join|click)\b.{0,40}\b(?:your|our|the latest|more)\b/
