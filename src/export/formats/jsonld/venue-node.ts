import type { Venue } from '../../../model/card.ts'
import type { Node } from './node.ts'

/** Venues that publish, by the type that venues.yaml gives them: a source is theirs, not a part of them. */
const PUBLISHERS: Readonly<Record<string, string>> = {
  government: 'GovernmentOrganization',
  news: 'NewsMediaOrganization',
  think_tank: 'Organization',
  research_institute: 'Organization',
  advocacy: 'Organization',
  publisher: 'Organization',
  organization: 'Organization',
  consulting: 'Organization',
}

/** Venues of which a source is a part. */
const WHOLES: Readonly<Record<string, string>> = {
  academic_journal: 'Periodical',
  conference: 'CreativeWorkSeries',
  podcast: 'PodcastSeries',
  company_blog: 'Blog',
  blog_platform: 'WebSite',
  preprint_server: 'WebSite',
  encyclopedia: 'WebSite',
  video_platform: 'WebSite',
  code_hosting: 'WebSite',
  review_platform: 'WebSite',
}

/** The properties that say where a source appeared. Of a venue of another type only that it is a part of it. */
export function venueProperties({ name, type = '' }: Pick<Venue, 'name' | 'type'>): Node {
  const publisher = Object.hasOwn(PUBLISHERS, type) ? PUBLISHERS[type] : undefined
  if (publisher !== undefined) return { publisher: { '@type': publisher, name } }
  const whole = Object.hasOwn(WHOLES, type) ? WHOLES[type] : undefined
  return { isPartOf: { '@type': whole ?? 'CreativeWork', name } }
}
