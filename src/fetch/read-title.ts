import { boilerplateKind, isPageInTheWay } from '../model/boilerplate-kind.ts'
import { foldLine, lettersOf } from '../model/fold.ts'
import { withoutWww } from '../model/host.ts'
import { lineOf } from './page-text.ts'

/** What sites put between the title of a page and their name. */
const SEPARATOR = / (?:[|\-–—·•»]|::) /g

/** No title is longer; what is, is something else. With its markup it may be. */
const LONGEST = 600
const LONGEST_MARKUP = 3000

/** What stands where a title was forgotten, and what pages that stand in the way of another are called. */
const NO_TITLES =
  /^(?:untitled(?: document| page)?|title|home(?: ?page)?|index|document|new page|page|loading(?:\.\.\.|…)?|redirecting(?:\.\.\.|…)?|(?:please )?(?:sign|log) ?in|(?:sign|log) ?in (?:page|required)|login|\{\{.*\}\}|null|undefined|nan|true|false|\[object object\])$/

/**
 * The title that a text gives, on one line and without the name of the site around it; undefined when it gives none.
 * @param sites the names of the site, as `lettersOf` gives them
 */
export function readTitle(value: string, sites: ReadonlySet<string>): string | undefined {
  if (value.length > LONGEST_MARKUP) return undefined
  const title = withoutSite(lineOf(value), sites)
  return title === '' || title.length > LONGEST || isNoTitle(title) ? undefined : title
}

/** Whether a title is that of no source, but of an error, a wall, or nothing. */
function isNoTitle(title: string): boolean {
  const kind = boilerplateKind(title)
  if (kind !== undefined && kind !== 'refusal') return true
  return isPageInTheWay(title) || NO_TITLES.test(foldLine(title)) || !/[\p{L}\p{N}]/u.test(title)
}

function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const places = [...title.matchAll(SEPARATOR)]
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return title
  const [before, after] = [title.slice(0, last.index).trim(), title.slice(last.index + last[0].length).trim()]
  // Of `About - OpenAI` nothing would be left that says what it is about.
  if (isSite(after, sites)) return /\S\s+\S|[^\0-\x7f]/.test(before) ? before : title
  const [start, rest] = [
    title.slice(0, first.index).trim(),
    title.slice(first.index + first[0].length).trim(),
  ]
  return isSite(start, sites) && /\S\s+\S|[^\0-\x7f]/.test(rest) ? rest : title
}

function isSite(text: string, sites: ReadonlySet<string>): boolean {
  return sites.has(lettersOf(withoutWww(text)))
}
