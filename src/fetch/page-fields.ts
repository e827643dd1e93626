import { VenueIndex } from '../model/credibility.ts'
import { lettersOf } from '../model/fold.ts'
import { siteNames } from '../model/site-names.ts'
import type { FetchedField } from './fetched-source.ts'
import type { HtmlPage } from './html-page.ts'
import { pageAddresses, pageLinks } from './page-links.ts'
import { pageStatements } from './page-statements.ts'
import type { Said, Statements } from './statement.ts'
import { TRUST } from './trust.ts'

/** What a page says of its source. */
export interface PageMetadata {
  readonly fields: readonly FetchedField[]
  readonly venueName?: string
  /** Whether something was left out because its characters are broken. */
  readonly isGarbled: boolean
}

/**
 * The fields of a card that a page gives, each from the most trusted of its sources that has it.
 * @param given the address that was asked for
 * @param reached where it led
 */
export function pageFields(page: HtmlPage, given: string, reached: string): PageMetadata {
  const all = pageStatements(page, pageAddresses(page, given, reached))
  const statements = legible(all)
  const context = { sites: sitesOf(statements, reached) }
  const fields: FetchedField[] = []
  let venueName: string | undefined
  for (const { field, sources, read } of TRUST) {
    if (fields.some(found => found.field === field) || (field === 'venueName' && venueName !== undefined))
      continue
    for (const from of sources) {
      const value = read(statements.get(from) ?? [], context)
      if (value === undefined) continue
      if (field === 'venueName') venueName = String(value)
      else fields.push({ field, value, from })
      break
    }
  }
  for (const link of pageLinks(page, given, reached))
    if (!fields.some(({ field }) => field === link.field)) fields.push(link)
  return {
    fields: withoutRepeats(fields).filter(({ field }) => !(field === 'isbn' && isChapter(statements))),
    ...(venueName === undefined ? {} : { venueName }),
    isGarbled: [...all].some(([name, said]) => said.length > (statements.get(name)?.length ?? 0)),
  }
}

/** What is said without the character that stands for bytes that mean nothing in the page's encoding. */
function legible(statements: Statements): Statements {
  const isLegible = (said: Said) =>
    !(typeof said === 'string' ? [said] : [said.name, said.given, said.family]).some(text =>
      text?.includes('\ufffd'),
    )
  return new Map([...statements].map(([name, said]) => [name, said.filter(isLegible)]))
}

/** The ISBN of a chapter is that of its book. */
function isChapter(statements: Statements): boolean {
  return statements.has('citation_inbook_title')
}

/** A description that only says the title again is none. */
function withoutRepeats(fields: readonly FetchedField[]): FetchedField[] {
  const title = lettersOf(String(fields.find(({ field }) => field === 'title')?.value ?? ''))
  return fields.filter(({ field, value }) => field !== 'abstract' || lettersOf(String(value)) !== title)
}

/** The names of the site, as titles end with them. */
function sitesOf(statements: Statements, url: string): Set<string> {
  const names = siteNames({ id: '', url }, new VenueIndex([]))
  for (const source of ['og:site_name', 'application-name', 'twitter:site', 'JSON-LD publisher'])
    for (const value of statements.get(source) ?? [])
      if (typeof value === 'string') names.add(lettersOf(value.slice(0, 200)))
  names.delete('')
  return names
}
