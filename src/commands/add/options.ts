import { correctedForm } from '../../load/explain/corrected-form.ts'
import type { Raw } from '../../load/raw.ts'
import { brief } from '../../model/brief.ts'
import type { CardFields } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import { isDoi } from '../../model/identifier.ts'
import { joinedNames, mayBeTwoNames } from '../../model/joined-names.ts'
import { languageIn } from '../../model/language-in.ts'
import { tagIn } from '../../model/tag-in.ts'
import { flag, flagName, negation, text, texts, type Values } from '../option.ts'

/** The options of `cards add` that give a field of the card. */
const fieldOptions = {
  title: text('-T, --title <title>', 'its title, plain text on one line'),
  type: text('-t, --type <type>', 'what kind of source: paper, blog, report, news …; guessed when left out'),
  author: texts('-a, --author <name>', 'who wrote it; repeat it for each author', { splits: false }),
  published: text('-p, --published <date>', 'date of publication: 2026-02-06, 2026-02 or 2026'),
  venue: text('--venue <id>', 'id of its venue in venues.yaml; else the one that its URL matches'),
  tag: texts('--tag <tag>', 'its subjects, joined by commas or repeated'),
  url: text('--url <url>', 'its address'),
  doi: text('--doi <doi>', 'its DOI, in any usual form'),
  arxiv: text('--arxiv <id>', 'its arXiv number'),
  isbn: text('--isbn <isbn>', 'its ISBN'),
  pmid: text('--pmid <number>', 'its PubMed number'),
  alsoAt: texts('--also-at <url>', 'another address of the same source; repeatable', { splits: false }),
  label: text('--label <name>', 'a short name by which people know it'),
  language: text('--language <tag>', 'its language, such as en or pt-BR'),
  abstract: text('--abstract <text>', 'its own abstract'),
  summary: text('--summary <text>', 'what it says, in your words'),
  keyPoint: texts('--key-point <text>', 'something to remember of it; repeatable', { splits: false }),
  relevance: text('--relevance <text>', 'to whom it matters, and why'),
  review: text('--review <text>', 'critical assessment'),
  notes: text('--notes <text>', 'anything else'),
  rating: text('--rating <1-5>', "a rating of this source alone, instead of its venue's"),
  reason: text('--reason <text>', 'why it deserves that rating'),
  citedBy: texts('--cited-by <page>', 'ids of pages that cite it, joined by commas or repeated'),
  accessed: text('--accessed <date>', 'when you read it: a date, or today'),
  archiveUrl: text('--archive-url <url>', 'address of an archived copy'),
}

/** All options of `cards add`. */
export const addOptions = {
  ...fieldOptions,
  set: texts('--set <field=value>', 'any other field: forum.karma=12, extra.funder=NSF; repeatable', {
    splits: false,
  }),
  noFetch: negation('--no-fetch', 'do not ask the network for title, authors and the like'),
  folder: text('--folder <folder>', 'folder of the library for the new card; . for the library itself'),
  id: text('--id <id>', 'a stable ID that it has already; else one is made'),
  force: flag('--force', 'add it even when the library has a card for the same source'),
  interactive: flag(
    '-i, --interactive',
    'ask on a terminal for title, type, authors, date, tags and summary',
  ),
  edit: flag('-e, --edit', 'open the new card in your editor'),
  dryRun: flag('--dry-run', 'write nothing, print the card'),
  json: flag('--json', 'print the new card as JSON'),
  fields: texts('--fields <names>', 'which fields of the JSON, and in which order'),
}

export type AddOptions = Values<typeof addOptions>
export type FieldOption = keyof typeof fieldOptions

/** The field of a card that each option gives. */
export const OPTION_FIELDS: Readonly<Record<FieldOption, keyof CardFields>> = {
  title: 'title',
  type: 'type',
  author: 'authors',
  published: 'published',
  venue: 'venue',
  tag: 'tags',
  url: 'url',
  doi: 'doi',
  arxiv: 'arxiv',
  isbn: 'isbn',
  pmid: 'pmid',
  alsoAt: 'also_at',
  label: 'label',
  language: 'language',
  abstract: 'abstract',
  summary: 'summary',
  keyPoint: 'key_points',
  relevance: 'relevance',
  review: 'review',
  notes: 'notes',
  rating: 'credibility',
  reason: 'credibility',
  citedBy: 'cited_by',
  accessed: 'accessed',
  archiveUrl: 'archive_url',
}

/** The title of the form of a field, as the schema has it, in which people write it in several ways. */
const FORMS: Partial<Record<keyof CardFields, string>> = {
  doi: 'DOI',
  arxiv: 'arXiv identifier',
  isbn: 'ISBN',
  published: 'Date',
  accessed: 'Date',
  url: 'URL',
  archive_url: 'URL',
}

/**
 * What the options say of the card, by field.
 * @param today what `--accessed today` means
 * @throws CardsError `usage` for an empty value
 */
export function givenFields(options: AddOptions, today: string): Map<keyof CardFields, Raw> {
  const given = new Map<keyof CardFields, Raw>()
  for (const [option, field] of Object.entries(OPTION_FIELDS) as [FieldOption, keyof CardFields][]) {
    const value = options[option]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    if (typeof value === 'string' && value.trim() === '')
      throw new CardsError('usage', `${flagName(option)} needs a value.`, 'Give it one, or leave it out.')
    if (field === 'credibility')
      given.set(field, { ...(given.get(field) as object), [option]: String(value).trim() })
    else given.set(field, tidied(field, value, today))
    if (field === 'authors') for (const name of value as readonly string[]) refuseSeveral(name)
  }
  return given
}

/** Two people in one name would be one person with a name that nobody has. */
function refuseSeveral(name: string): void {
  if (joinedNames(name) === undefined && !mayBeTwoNames(name)) return
  throw new CardsError(
    'usage',
    `--author: \`${brief(name)}\` names several people.`,
    'Give each with an --author of its own. Of one person, write the name as people say it: Gabriel García Márquez.',
  )
}

/** A value that a person typed in the form that cards have it, where it is certain what is meant. */
export function tidied(field: keyof CardFields, value: string | readonly string[], today: string): Raw {
  if (typeof value !== 'string')
    return value.map(item => (field === 'tags' ? (tagIn(item) ?? item.trim()) : item.trim()))
  const plain = value.trim()
  if (field === 'accessed' && plain.toLowerCase() === 'today') return today
  // The registrar's own letters are kept.
  if (field === 'doi' && isDoi(plain)) return plain
  if (field === 'language') return languageIn(plain) ?? plain
  const form = FORMS[field]
  return (form === undefined ? undefined : correctedForm(form, plain)) ?? plain
}
