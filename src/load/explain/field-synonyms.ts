/**
 * What other tools call a field of ours, in lower case and without separators. A word may stand for several fields:
 * which is meant depends on where it stands.
 */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  author: ['authors'],
  byline: ['authors'],
  creator: ['authors'],
  creators: ['authors'],
  writer: ['authors'],
  writers: ['authors'],
  date: ['published'],
  datepublished: ['published'],
  issued: ['published'],
  publicationdate: ['published'],
  publishdate: ['published'],
  publisheddate: ['published'],
  publishedat: ['published'],
  pubdate: ['published'],
  year: ['published'],
  containertitle: ['venue'],
  journal: ['venue'],
  publisher: ['venue'],
  publication: ['venue'],
  publicationid: ['venue'],
  highlights: ['key_points'],
  points: ['key_points'],
  takeaways: ['key_points'],
  tldr: ['summary'],
  keywords: ['tags'],
  topics: ['tags'],
  tag: ['tags'],
  lang: ['language'],
  locale: ['language'],
  link: ['url'],
  href: ['url'],
  uri: ['url'],
  eprint: ['arxiv'],
  arxivid: ['arxiv'],
  pubmed: ['pmid'],
  pubmedid: ['pmid'],
  mirrors: ['also_at'],
  name: ['literal', 'title'],
  title: ['name'],
  fullname: ['literal'],
  organisation: ['literal'],
  organization: ['literal'],
  first: ['given'],
  firstname: ['given'],
  forename: ['given'],
  givenname: ['given'],
  last: ['family'],
  lastname: ['family'],
  surname: ['family'],
  familyname: ['family'],
  droppingparticle: ['particle'],
  nondroppingparticle: ['particle'],
  shorttitle: ['label'],
  kind: ['type'],
  note: ['notes'],
  rating: ['credibility'],
  alias: ['aliases'],
  cites: ['cited_by'],
  accessdate: ['accessed'],
  accessedat: ['accessed'],
  retrieved: ['accessed'],
  urldate: ['accessed'],
  archive: ['archive_url'],
  archived: ['archive_url'],
}

/** Our name, among those of the fields that a place has, for a field that other tools call otherwise. */
export function synonymOf(key: string, known: readonly string[]): string | undefined {
  const name = squashed(key)
  return Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name]?.find(word => known.includes(word)) : undefined
}

/** A name as all spellings of it have it: `keyPoints`, `Key-Points` and `key_points` are one. */
export function squashed(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '')
}
