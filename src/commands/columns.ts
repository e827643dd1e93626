import { authorNames, familyName } from '../model/author.ts'
import { type Card, cardTitle } from '../model/card.ts'
import { effectiveCredibility, type VenueIndex, venueOf } from '../model/credibility.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { resourceId } from '../model/stable-id.ts'
import type { CardKey } from '../query/field-kinds.ts'
import { stars } from '../render/stars.ts'
import type { Cell, Column as TableColumn } from '../render/table.ts'
import type { Terminal } from '../render/theme.ts'

/** A column of `cards list`: its text for scripts, and how a terminal shows it. */
export interface Column {
  readonly name: string
  /** What it holds, for the README. */
  readonly description: string
  /** The fields of a card that it looks at, besides its ID. */
  readonly drawsOn: readonly CardKey[]
  /** The value as text; empty when the card has none. */
  text(card: Card, venues: VenueIndex): string
  /** How a terminal shows it, when that is not the text. */
  cell?(card: Card, venues: VenueIndex, terminal: Terminal): Cell
  readonly layout: TableColumn
}

const TITLE: readonly CardKey[] = ['title', 'label', 'url', 'doi', 'arxiv']
const RATING: readonly CardKey[] = ['credibility', 'venue', 'url']
const title: TableColumn = { heading: 'Title', min: 16, priority: 8, grow: true }

/** Every column, by the names that `--columns` takes. */
export const COLUMNS: readonly Column[] = [
  {
    name: 'id',
    description: 'stable ID',
    drawsOn: [],
    text: card => card.id,
    layout: { heading: 'ID', min: 10, priority: 9, styles: ['id'] },
  },
  {
    name: 'credibility',
    description: 'effective rating, 1 to 5; stars on a terminal',
    drawsOn: RATING,
    text: ({ fields }, venues) => String(effectiveCredibility(fields, venues)?.rating ?? ''),
    cell: ({ fields }, venues, terminal) => stars(effectiveCredibility(fields, venues)?.rating, terminal),
    layout: { heading: 'Cred.', min: 5, priority: 5 },
  },
  {
    name: 'type',
    description: 'type of source',
    drawsOn: ['type'],
    text: ({ fields }) => fields.type ?? '',
    layout: { heading: 'Type', min: 4, priority: 3 },
  },
  {
    name: 'year',
    description: 'year of publication',
    drawsOn: ['published'],
    text: ({ fields }) => fields.published?.slice(0, 4) ?? '',
    layout: { heading: 'Year', min: 4, priority: 6 },
  },
  {
    name: 'author',
    description: "first author's family name, with `+` and how many others there are",
    drawsOn: ['authors'],
    text: ({ fields }) => firstAuthor(fields.authors),
    layout: { heading: 'Author', min: 8, max: 14, priority: 4 },
  },
  { name: 'title', description: 'title', drawsOn: TITLE, text: cardTitle, layout: title },
  {
    name: 'tags',
    description: 'tags, joined by commas',
    drawsOn: ['tags'],
    text: ({ fields }) => fields.tags?.join(',') ?? '',
    cell: ({ fields }) => ({ text: fields.tags?.join(', ') ?? '', styles: ['muted'] }),
    layout: { heading: 'Tags', min: 12, max: 40, priority: 1 },
  },
  plain('label', 'short name', 'Label', ['label'], ({ fields }) => fields.label),
  plain('authors', 'all authors, joined by semicolons', 'Authors', ['authors'], ({ fields }) =>
    authorNames(fields.authors)
      .map(author => author.name)
      .join('; '),
  ),
  plain('published', 'date of publication', 'Published', ['published'], ({ fields }) => fields.published),
  plain('accessed', 'date on which it was read', 'Accessed', ['accessed'], ({ fields }) => fields.accessed),
  plain(
    'venue',
    'id of the venue, named or matched by URL',
    'Venue',
    ['venue', 'url'],
    ({ fields }, venues) => venueOf(fields, venues)?.id ?? fields.venue,
  ),
  plain('language', 'language', 'Lang.', ['language'], ({ fields }) => fields.language),
  plain('url', 'URL', 'URL', ['url'], ({ fields }) => fields.url),
  plain('doi', 'DOI', 'DOI', ['doi'], ({ fields }) => fields.doi),
  plain('arxiv', 'arXiv identifier', 'arXiv', ['arxiv'], ({ fields }) => fields.arxiv),
  plain('isbn', 'ISBN', 'ISBN', ['isbn'], ({ fields }) => fields.isbn),
  plain('pmid', 'PubMed identifier', 'PMID', ['pmid'], ({ fields }) => fields.pmid),
  plain('karma', 'karma on its forum', 'Karma', ['forum'], ({ fields }) => fields.forum?.karma),
  plain(
    'comments',
    'number of comments on its forum',
    'Comments',
    ['forum'],
    ({ fields }) => fields.forum?.comments,
  ),
  plain(
    'cited-by',
    'ids of the pages that cite it, joined by commas',
    'Cited by',
    ['cited_by'],
    ({ fields }) => fields.cited_by?.join(','),
  ),
  plain(
    'resource-id',
    'resource ID',
    'Resource ID',
    ['url'],
    ({ fields }) => fields.url && resourceId(fields.url),
  ),
  plain('path', 'path of the file, below the library', 'Path', [], card => card.path),
]

/** The columns shown unless `--columns` says otherwise: a stable set, which scripts may count on. */
export const DEFAULT_COLUMNS: readonly string[] = [
  'id',
  'credibility',
  'type',
  'year',
  'author',
  'title',
  'tags',
]

/**
 * The columns of the given names, in their order.
 * @throws CardsError `usage` for a name that is none
 */
export function columnsNamed(names: readonly string[]): readonly Column[] {
  return names.map(name => {
    const column = COLUMNS.find(known => known.name === name.toLowerCase().replaceAll('_', '-'))
    if (column) return column
    const known = COLUMNS.map(({ name }) => name)
    const hint = didYouMean(name, known, `The columns are ${known.join(', ')}.`)
    throw new CardsError('usage', `There is no column \`${name}\`.`, hint)
  })
}

function plain(
  name: string,
  description: string,
  heading: string,
  drawsOn: readonly CardKey[],
  value: (card: Card, venues: VenueIndex) => string | number | undefined,
): Column {
  const layout: TableColumn = { heading, min: Math.min(10, heading.length + 4), max: 60, priority: 2 }
  return { name, description, drawsOn, text: (card, venues) => String(value(card, venues) ?? ''), layout }
}

function firstAuthor(authors: Card['fields']['authors']): string {
  const [first] = authorNames(authors?.slice(0, 1))
  const others = (authors?.length ?? 0) - 1
  return first === undefined ? '' : `${familyName(first)}${others > 0 ? ` +${others}` : ''}`
}
