/** Words other tools use for a field of ours. */
const SYNONYMS: Readonly<Record<string, string>> = {
  author: 'authors',
  creator: 'authors',
  date: 'published',
  year: 'published',
  published_date: 'published',
  publication_date: 'published',
  publication_id: 'venue',
  journal: 'venue',
  publication: 'venue',
  keypoints: 'key_points',
  points: 'key_points',
  highlights: 'key_points',
  keywords: 'tags',
  tag: 'tags',
  lang: 'language',
  link: 'url',
  href: 'url',
  uri: 'url',
  name: 'title',
  short_title: 'label',
  note: 'notes',
  rating: 'credibility',
  alias: 'aliases',
  cites: 'cited_by',
  access_date: 'accessed',
  archive: 'archive_url',
}

/** Our name for a field that other tools call otherwise. */
export function synonymOf(key: string): string | undefined {
  const folded = key.toLowerCase().replaceAll('-', '_')
  return Object.hasOwn(SYNONYMS, folded) ? SYNONYMS[folded] : undefined
}
