import type { FieldMapping } from '../../importer.ts'

/** What becomes of each part of a page's text. */
export const PAGE_FIELDS: readonly FieldMapping[] = [
  { from: 'first line', to: 'title' },
  {
    from: '`webAuthor`',
    to: 'type',
    note: 'the type, glued to the heading of the authors; the lines below it: `authors`',
  },
  { from: 'Rating inherited from publication venue', to: 'venue', note: 'the venue of that name' },
  { from: 'Credibility Rating', to: 'credibility', note: 'only when it is not inherited' },
  { from: 'paragraphs below the rating', to: 'relevance' },
  { from: 'Abstract, Summary, Review', to: 'abstract, summary, review' },
  { from: 'Key Points', to: 'key_points' },
  { from: 'Tags', to: 'tags' },
  { from: 'Cited by', to: 'cited_by', note: 'the pages themselves go to `pages.yaml`' },
  { from: 'Cached Content Preview', to: 'preview', note: 'the text goes to `previews/<id>.txt`' },
  {
    from: 'byline in the preview',
    to: 'authors, published, forum',
    note: 'authors only when the page does not name them',
  },
  { from: 'resource id', to: 'aliases', note: 'only when it is not that of the URL' },
  { from: 'Stable ID', to: 'id' },
]
