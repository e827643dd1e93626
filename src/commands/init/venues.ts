import { listText } from '../../edit/write-card.ts'
import type { Venue } from '../../model/card.ts'
import { RATINGS } from '../../model/credibility.ts'

/** Venues that most libraries meet, with sober ratings, for people to begin with. */
export const STARTER_VENUES: readonly Venue[] = [
  venue('nature', 'Nature', ['nature.com'], 'academic_journal', 5, true),
  venue('science', 'Science', ['science.org'], 'academic_journal', 5, true),
  venue('pnas', 'PNAS', ['pnas.org'], 'academic_journal', 5, true),
  venue('plos', 'PLOS', ['plos.org'], 'academic_journal', 4, true),
  venue('arxiv', 'arXiv', ['arxiv.org'], 'preprint_server', 3, false),
  venue('ssrn', 'SSRN', ['ssrn.com'], 'preprint_server', 3, false),
  venue('who', 'World Health Organization', ['who.int'], 'government', 4),
  venue('oecd', 'OECD', ['oecd.org', 'oecd-ilibrary.org'], 'government', 4),
  venue('reuters', 'Reuters', ['reuters.com'], 'news', 4),
  venue('wikipedia', 'Wikipedia', ['wikipedia.org'], 'encyclopedia', 3, false),
  venue('lesswrong', 'LessWrong', ['lesswrong.com'], 'blog_platform', 3, false),
  venue('github', 'GitHub', ['github.com'], 'code_hosting', 2, false),
  venue('youtube', 'YouTube', ['youtube.com', 'youtu.be'], 'video_platform', 2, false),
]

function venue(
  id: string,
  name: string,
  domains: string[],
  type: string,
  credibility: number,
  reviewed?: boolean,
): Venue {
  return {
    id,
    name,
    domains,
    type,
    credibility,
    ...(reviewed === undefined ? {} : { peer_reviewed: reviewed }),
  }
}

/** A venues.yaml to begin with. */
export function starterVenues(schema: string | undefined): string {
  const text = listText(STARTER_VENUES, { schema })
  const at = text.indexOf('- id:')
  const width = Math.max(...RATINGS.map(({ label }) => label.length))
  const scale = RATINGS.map(
    ({ rating, label, meaning }) => `#   ${rating} ${label.padEnd(width)}  ${meaning}`,
  )
  return `${text.slice(0, at)}# Where sources appear, and how far each venue is trusted. A card has the rating of its \`venue\`; one that
# names none, that of the venue whose domains its URL matches. These ratings are opinions: make them yours.
#
${scale.join('\n')}

${text.slice(at)}`
}
