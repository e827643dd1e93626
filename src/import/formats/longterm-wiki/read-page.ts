import type { Page, Venue } from '../../../model/card.ts'
import { resourceId } from '../../../model/stable-id.ts'
import { slugIn } from '../../convert-value.ts'
import type { FieldLog, ImportLog } from '../../import-log.ts'
import type { ImportedCard, ImportedPreview, ImportFile } from '../../importer.ts'
import { type CitingRow, citedByTable } from './cited-by-table.ts'
import { type ForumByline, forumByline } from './forum-byline.ts'
import { pageHead } from './page-head.ts'
import { pageRating } from './page-rating.ts'
import { type Heading, type PageLine, pageParts } from './page-sections.ts'
import { type PageTrailer, splitTrailer } from './page-trailer.ts'

/** What the library knows of venues and pages. */
export interface Registers {
  readonly venues: readonly Venue[]
  readonly pages: readonly Page[]
}

/** A card, and the pages that cite it. */
export interface PageReading {
  readonly card: ImportedCard
  readonly citing: readonly CitingRow[]
}

/**
 * The text of one source page of the Longterm Wiki, as copied from a browser, as a card.
 * @param url the address of the source, which the text does not say
 */
export function readPage(
  { name, text }: ImportFile,
  url: string,
  known: Registers,
  log: ImportLog,
): PageReading {
  const trailer = splitTrailer(text.replaceAll('\r\n', '\n'))
  const { sections, preview } = pageParts(trailer.body)
  const lines = (heading: Heading) => sections.find(section => section.heading === heading)?.lines ?? []
  const fieldLog = (key: string): FieldLog =>
    log.field({ file: name, recordId: trailer.recordId, key, lineOf: (line = 1) => line })

  const head = pageHead(lines('title'), lines('author'))
  const rating = pageRating(lines('rating'), known.venues, fieldLog('Credibility Rating'))
  const citing = citedByTable(lines('cited by'), known.pages, fieldLog('Cited by'))
  const byline = preview && forumByline(preview.text)
  const authors = head.authors.length > 0 ? head.authors : byline?.authors
  for (const { text: rest, line } of [...head.notUnderstood, ...lines('forum'), ...lines('metadata')]) {
    fieldLog(rest).drop('Nothing is known of this line.', line)
  }
  if (head.type === undefined) fieldLog('type').convert('', 'other')

  const fields: ImportedCard['fields'] = {
    url,
    title: head.title ?? url,
    type: head.type ?? 'other',
    ...given('authors', authors && [...authors]),
    ...given('published', byline?.published),
    ...given('venue', rating.venue),
    ...given('abstract', paragraphs(lines('abstract'))),
    ...given('summary', paragraphs(lines('summary'))),
    ...given('key_points', keyPoints(lines('key points'))),
    ...given('relevance', paragraphs([...head.relevance, ...rating.rest])),
    ...given('review', paragraphs(lines('review'))),
    ...given('credibility', rating.credibility),
    ...given('tags', tags(lines('tags'), fieldLog('Tags'))),
    ...given('cited_by', [...new Set(citing.map(row => row.page.id))]),
    ...given('forum', byline?.forum),
    ...given(
      'aliases',
      trailer.recordId === undefined || trailer.recordId === resourceId(url) ? [] : [trailer.recordId],
    ),
  }
  const standIns = (['title', 'type'] as const).filter(key => head[key] === undefined)
  const card: ImportedCard = {
    fields,
    origin: { file: name, line: 1 },
    ...given('recordId', trailer.recordId),
    ...given('wantedId', trailer.stableId),
    ...given('preview', previewOf(preview?.text, trailer)),
    ...given('unknownVenue', rating.unknownVenue),
    ...given('standIns', standIns),
    ...given('derived', byline && derivedFrom(byline, authors)),
  }
  return { card, citing }
}

function paragraphs(lines: readonly PageLine[]): string | undefined {
  return lines.length === 0 ? undefined : lines.map(line => line.text).join('\n\n')
}

/** `- •First.`; a line without a mark continues the one before. */
function keyPoints(lines: readonly PageLine[]): string[] {
  const points: string[] = []
  for (const { text } of lines) {
    const point = /^(?:[-*•]\s*)+(.*)$/.exec(text)?.[1]
    if (point !== undefined || points.length === 0) points.push(point ?? text)
    else points.push(`${points.pop()} ${text}`)
  }
  return points.filter(point => point !== '')
}

function tags(lines: readonly PageLine[], log: FieldLog): string[] {
  return lines.flatMap(({ text, line }) => {
    const tag = slugIn(text)
    if (tag === undefined) log.drop(`It is no slug: ${text}`, line)
    return tag ?? []
  })
}

function previewOf(
  text: string | undefined,
  { truncated, sizeKb }: PageTrailer,
): ImportedPreview | undefined {
  if (text === undefined || text.trim() === '') return undefined
  return { text: `${text.replace(/\n+$/, '')}\n`, truncated, ...given('sizeKb', sizeKb) }
}

function derivedFrom(
  { authors }: ForumByline,
  taken: readonly string[] | undefined,
): NonNullable<ImportedCard['derived']> {
  const keys = [...(taken === authors ? ['authors'] : []), 'published', 'forum']
  return { keys, from: 'the byline in the cached preview' }
}

/** An entry to spread, unless there is nothing to it. */
function given<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0)
  return (isEmpty ? {} : { [key]: value }) as { [key in K]?: T }
}
