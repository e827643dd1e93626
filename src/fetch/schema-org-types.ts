import type { CardType } from '../model/card.ts'

/** How surely a node of one of these types is what its page is about, and the type of card that it makes, if any. */
const TYPES: readonly (readonly [rank: number, card: CardType | undefined, names: string])[] = [
  [3, 'paper', 'ScholarlyArticle MedicalScholarlyArticle Thesis'],
  [
    3,
    'news',
    `NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle
    ReviewNewsArticle AskPublicNewsArticle`,
  ],
  [3, 'blog', 'BlogPosting LiveBlogPosting SocialMediaPosting DiscussionForumPosting'],
  [3, 'report', 'Report'],
  [3, undefined, 'Article TechArticle AdvertiserContentArticle SatiricalArticle'],
  [3, 'book', 'Book Audiobook Chapter'],
  [3, 'dataset', 'Dataset'],
  [3, 'code', 'SoftwareSourceCode'],
  [3, 'podcast', 'PodcastEpisode'],
  [3, 'reference', 'APIReference DefinedTerm'],
  [3, 'government', 'Legislation'],
  [3, 'talk', 'PresentationDigitalDocument'],
  // Articles show videos, and software has articles.
  [2, 'video', 'VideoObject Movie Clip'],
  [2, 'code', 'SoftwareApplication'],
  [2, 'podcast', 'PodcastSeries'],
  [2, undefined, 'CreativeWork DigitalDocument TextDigitalDocument Question'],
  [
    1,
    undefined,
    'WebPage ItemPage AboutPage CheckoutPage FAQPage QAPage MedicalWebPage CollectionPage ProfilePage',
  ],
]

export interface SchemaOrgType {
  readonly rank: number
  readonly card: CardType | undefined
}

const BY_NAME: ReadonlyMap<string, SchemaOrgType> = new Map(
  TYPES.flatMap(([rank, card, names]) => names.split(/\s+/).map(name => [name, { rank, card }] as const)),
)

/** What a type of schema.org tells; undefined for one that no page is about. `Article`, `schema:Article` and its URL are one. */
export function schemaOrgType(name: string): SchemaOrgType | undefined {
  return BY_NAME.get(name.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''))
}
