import type { HtmlPage } from './html-page.ts'
import { jsonLdStatements } from './json-ld.ts'
import type { Said, Statements } from './statement.ts'

/** Papers have thousands of authors; what has more of anything, has them to waste time. */
const MOST = 10_000

/**
 * What a page says of itself, by the name under which it does.
 * @param urls where the page is, the address that was reached first
 */
export function pageStatements(page: HtmlPage, urls: readonly string[]): Statements {
  const statements = new Map<string, Said[]>(jsonLdStatements(page.jsonLd, urls))
  const say = (name: string, value: Said | undefined) => {
    if (value === undefined) return
    const said = statements.get(name)
    if (said) {
      if (said.length < MOST) said.push(value)
    } else statements.set(name, [value])
  }
  for (const { name, content } of page.metas) say(name, content)
  say('<title>', page.title)
  say('<html lang>', page.language)
  return statements
}
