import { iri } from '../../../model/addresses.ts'
import { authorNames } from '../../../model/author.ts'
import type { Card, CardType } from '../../../model/card.ts'
import { effectiveCredibility, venueOf } from '../../../model/credibility.ts'
import { plainProse } from '../../../model/plain-prose.ts'
import type { ExportJob } from '../../exporter.ts'
import type { CardField } from '../../format-facts.ts'
import { addressesOf, identifiersOf } from './addresses.ts'
import { authorNode } from './author-node.ts'
import { type Node, oneOrMore } from './node.ts'
import { reviewNode } from './review-node.ts'
import { venueProperties } from './venue-node.ts'

/** The type of schema.org for each type of card, and a genre where there is none of its own. */
const TYPES: Readonly<Record<CardType, readonly [type: string, genre?: string]>> = {
  web: ['WebPage'],
  blog: ['BlogPosting'],
  paper: ['ScholarlyArticle'],
  report: ['Report'],
  book: ['Book'],
  // Not all that governments write is `Legislation`, and a talk is no `Event` that one could still attend.
  government: ['CreativeWork', 'government publication'],
  reference: ['CreativeWork', 'reference work'],
  news: ['NewsArticle'],
  talk: ['CreativeWork', 'talk'],
  podcast: ['PodcastEpisode'],
  video: ['VideoObject'],
  interview: ['CreativeWork', 'interview'],
  dataset: ['Dataset'],
  code: ['SoftwareSourceCode'],
  other: ['CreativeWork'],
}

/** Those that are an `Article`, whose title readers look for under `headline`. */
const ARTICLES: ReadonlySet<CardType> = new Set(['blog', 'paper', 'report', 'news'])

/** The source of a card as a node of JSON-LD. What cannot be said in schema.org is told to the log of losses. */
export function sourceNode(card: Card, job: ExportJob): Node {
  const { fields } = card
  const { title, label, published, language, tags = [], archive_url } = fields
  const [type, genre] = fields.type === undefined ? ['CreativeWork'] : TYPES[fields.type]
  const authors = authorNames(fields.authors)
  if (authors.some(({ particle }) => particle !== undefined))
    job.losses.change(card, 'authors', 'particles are part of the family name')
  const { '@id': id, ...addresses } = addressesOf(fields)
  return {
    '@type': type,
    '@id': id,
    name: title,
    headline: fields.type !== undefined && ARTICLES.has(fields.type) ? title : undefined,
    alternateName: label,
    genre,
    author: oneOrMore(authors.map(authorNode)),
    datePublished: published,
    inLanguage: language,
    ...whereItAppeared(card, job),
    ...addresses,
    archivedAt: archive_url === undefined ? undefined : iri(archive_url),
    isbn: fields.type === 'book' ? fields.isbn : undefined,
    identifier: oneOrMore(identifiersOf(fields)),
    abstract: prose(card, 'abstract', job),
    description: prose(card, 'summary', job),
    keywords: oneOrMore(tags),
    commentCount: comments(card, job),
    review: reviewOf(card, job),
    '@reverse': citations(card, job),
  }
}

function whereItAppeared(card: Card, { registries, losses }: ExportJob): Node {
  const venue = venueOf(card.fields, registries.venues)
  if (venue !== undefined) return venueProperties(venue)
  if (card.fields.venue !== undefined) losses.drop(card, 'venue', 'not in venues.yaml')
  return {}
}

function reviewOf(card: Card, job: ExportJob): Node | undefined {
  const { venues } = job.registries
  const credibility = effectiveCredibility(card.fields, venues)
  const venue = credibility?.venue === undefined ? undefined : venues.get(credibility.venue)
  return reviewNode(prose(card, 'review', job), credibility, card.fields.credibility?.reason, venue?.name)
}

/** Prose of a card as plain text, which is all that schema.org has. */
function prose(
  card: Card,
  field: CardField & ('abstract' | 'summary' | 'review'),
  { losses }: ExportJob,
): string | undefined {
  const markdown = card.fields[field]
  if (markdown === undefined) return undefined
  const plain = plainProse(markdown)
  if (withoutSpace(plain) !== withoutSpace(markdown))
    losses.change(card, field, 'plain text, without Markdown')
  return plain
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Only comments are counted by a property of their own; karma can be less than nothing. */
function comments(card: Card, { losses }: ExportJob): number | undefined {
  const { forum } = card.fields
  for (const part of ['karma', 'answers'] as const)
    if (forum?.[part] !== undefined) losses.drop(card, `forum.${part}`)
  return forum?.comments
}

/** The pages that cite the source: theirs is the `citation`, which is told from its other end. */
function citations({ fields }: Card, { registries }: ExportJob): Node | undefined {
  const pages = (fields.cited_by ?? []).map(identifier => {
    const { title, url } = registries.pages.get(identifier) ?? {}
    const address = url === undefined ? undefined : iri(url)
    return { '@type': 'CreativeWork', '@id': address, name: title, url: address, identifier }
  })
  return pages.length === 0 ? undefined : { citation: pages }
}
