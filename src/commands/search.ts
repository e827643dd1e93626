import { authorNames, familyName } from '../model/author.ts'
import type { Card } from '../model/card.ts'
import { cardJson, type JsonField } from '../model/card-json.ts'
import { counted, grouped } from '../model/count-text.ts'
import { effectiveCredibility, type VenueIndex } from '../model/credibility.ts'
import { CardsError } from '../model/errors.ts'
import { jsonArray, jsonLines } from '../model/json-pieces.ts'
import { neutralLine } from '../model/neutral.ts'
import type { Correction } from '../query/correct-search.ts'
import { type SearchHit, searchCards } from '../query/search-cards.ts'
import { hitBlock } from '../render/hit-block.ts'
import { readableWidth } from '../render/readable-width.ts'
import type { Terminal } from '../render/theme.ts'
import { chosenFields } from './chosen-fields.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { chosenOption, count, flag, texts } from './option.ts'
import { librarySource } from './search-source.ts'
import { fileProblems, filterOptions, queryOf } from './selection.ts'

const DEFAULT_LIMIT = 20
export const search = defineCommand({
  usage: '<words...>',
  description:
    'Searches the text of cards, best hits first: words (also their beginnings) and "exact words" in title, label, authors, tags, summary, key points, abstract and notes. A word that no card has is taken for a misspelt one. Everything that a query of `list` may hold combines with it.',
  examples: [
    ['cards search reward hacking', 'cards with both words'],
    ['cards search \'"reward hacking" type:paper\'', 'the exact words, in papers'],
    ['cards search superposition --from 2023 --json', 'as JSON, with scores and snippets'],
  ],
  takesQuery: true,
  options: {
    ...filterOptions,
    limit: count('-n, --limit <count>', `no more than this many (default: ${DEFAULT_LIMIT})`),
    json: flag('--json', 'as a JSON array, with score and snippet'),
    ndjson: flag('--ndjson', 'as JSON, one hit a line'),
    fields: texts('--fields <names>', 'which fields of the card in the JSON, and in which order'),
    ids: flag('--ids', 'only IDs, one a line'),
  },
  async run(context, args, options): Promise<Result> {
    if (args.length === 0)
      throw new CardsError('usage', 'No words to search for.', 'For example: cards search reward hacking')
    chosenOption(options, ['json', 'ndjson', 'ids'])
    chosenOption(options, ['fields', 'ids'])
    const fields = chosenFields(options.fields)
    const query = queryOf(context, args, options)
    const venues = await context.library.venues()
    const limit = options.limit ?? DEFAULT_LIMIT
    const source = await librarySource(context.library, query)
    const { hits, total, corrections } = await searchCards(query, source, { venues, limit })
    const problems = await fileProblems(context)
    const asJson = options.json || (fields !== undefined && !options.ndjson && !options.ids)
    return {
      text: options.ids
        ? hits.map(({ card }) => `${card.id}\n`).join('')
        : asJson || options.ndjson
          ? (asJson ? jsonArray : jsonLines)(await jsonHits(hits, context, venues, fields))
          : plainHits(hits, context, venues),
      notes: [
        ...corrections.map(correctionLine),
        totalLine(hits.length, total, source.text.size),
        ...problems.notes,
      ],
      complaints: problems.complaints,
      exitCode: problems.complaints.length > 0 ? 1 : 0,
    }
  },
})

async function jsonHits(
  hits: readonly SearchHit[],
  { library }: Context,
  venues: VenueIndex,
  fields: readonly JsonField[] | undefined,
): Promise<unknown[]> {
  const registries = { venues, pages: await library.pages() }
  return hits.map(({ card, score, snippet }) => ({
    card: cardJson(card, registries, fields),
    score,
    ...(snippet && { snippet }),
  }))
}

function plainHits(
  hits: readonly SearchHit[],
  { terminal, isTerminal }: Context,
  venues: VenueIndex,
): string {
  if (!isTerminal) return hits.map(tabSeparated).join('')
  return hits.map(hit => hitText(hit, terminal, venues)).join('\n')
}

function tabSeparated({ card, score, title, snippet }: SearchHit): string {
  return `${[card.id, score, title.text, snippet?.text ?? ''].map(value => neutralLine(String(value))).join('\t')}\n`
}

function hitText({ card, title, snippet }: SearchHit, terminal: Terminal, venues: VenueIndex): string {
  const rating = effectiveCredibility(card.fields, venues)?.rating
  const view = { id: card.id, title, snippet, rating, facts: factsOf(card) }
  return hitBlock(view, terminal, readableWidth(terminal))
}

function factsOf({ fields }: Card): string[] {
  const [first, ...others] = authorNames(fields.authors)
  const authors = first && `${familyName(first)}${others.length > 0 ? ` +${others.length}` : ''}`
  return [fields.type, authors, fields.published?.slice(0, 4)].filter(fact => fact !== undefined)
}

function correctionLine({ word, instead }: Correction): string {
  const shown = neutralLine(word)
  return instead.length === 0
    ? `No card has a word like “${shown}”.`
    : `No card has “${shown}”; searched for ${instead.map(near => `“${neutralLine(near)}”`).join(' or ')}.`
}

function totalLine(shown: number, total: number, all: number): string {
  if (total === 0) return `None of ${counted(all, 'card')} matches.`
  return shown < total
    ? `The best ${grouped(shown)} of ${counted(total, 'hit')} among ${counted(all, 'card')}.`
    : `${counted(total, 'hit')} among ${counted(all, 'card')}.`
}
