import type { Card } from '../model/card.ts'
import { drawnOn, type JsonField, type Registries } from '../model/card-json.ts'
import { cardJsonText } from '../model/card-json-text.ts'
import { chunked, mapped } from '../model/chunks.ts'
import { counted, grouped } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import { jsonArray, jsonLines } from '../model/json-pieces.ts'
import { neutralLine } from '../model/neutral.ts'
import type { CardKey } from '../query/field-kinds.ts'
import { selectCards } from '../query/select-cards.ts'
import { fitTable } from '../render/table.ts'
import { chosenFields } from './chosen-fields.ts'
import { citedCards, citedInOption } from './cited-cards.ts'
import { type Column, columnsNamed, DEFAULT_COLUMNS } from './columns.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { chosenOption, count, flag, text, texts } from './option.ts'
import { fileProblems, filterOptions, queryOf } from './selection.ts'

export const list = defineCommand({
  usage: '[query...]',
  description:
    'Lists the cards that a query matches, all without one: a table on a terminal, tab-separated when piped. Words match in title, label, authors, tags and summary; `field:value`, ranges as in published:2024..2025-06, `has:field`, `no:field`, OR, NOT and parentheses are understood.',
  examples: [
    ['cards list', 'every card'],
    ['cards list type:paper credibility:4..', 'papers rated High or Gold'],
    ['cards list author:olah published:2022..', 'by author and date'],
    ["cards list '(tag:rl OR title:gradient)' -draft", 'either, and not a draft'],
    ['cards list --sort -published --limit 10', 'the ten newest'],
    ['cards list no:summary --ids', 'IDs alone, for scripts'],
  ],
  takesQuery: true,
  options: {
    ...filterOptions,
    ...citedInOption,
    key: text('--key <scheme>', 'with --cited-in: documents also use these citation keys, as `extra.NAME`'),
    sort: text('-s, --sort <keys>', 'sort by these, `-key` descending (default: id)'),
    limit: count('-n, --limit <count>', 'no more than this many'),
    columns: texts(
      '-c, --columns <names>',
      `which columns, in which order (default: ${DEFAULT_COLUMNS.join(', ')})`,
    ),
    json: flag('--json', 'as a JSON array'),
    ndjson: flag('--ndjson', 'as JSON, one card a line'),
    fields: texts('--fields <names>', 'which fields of the JSON, and in which order'),
    ids: flag('--ids', 'only IDs, one a line'),
    count: flag('--count', 'only how many there are'),
  },
  async run(context, args, options): Promise<Result> {
    const form = outputForm(options)
    const query = queryOf(context, args, options)
    const fields = chosenFields(options.fields)
    const columns = columnsNamed(options.columns.length > 0 ? options.columns : DEFAULT_COLUMNS)
    const {
      cards: selected,
      total,
      context: queryContext,
    } = await selectCards(context.library, query, { sort: options.sort, fields: [] })
    if (options.key !== undefined && options.citedIn.length === 0)
      throw new CardsError('usage', '--key is for --cited-in only.', 'Leave it out.')
    const cited = await citedCards(context, options.citedIn, options.key)
    const matching = cited ? selected.filter(card => cited.has(card)) : selected
    const wanted = shownFields(form, columns, fields)
    const shown = await context.library.complete(matching.slice(0, options.limit), wanted && new Set(wanted))
    const registries = { venues: queryContext.venues, pages: await context.library.pages() }
    const problems = await fileProblems(context)
    const complaints = [...(cited?.complaints ?? []), ...problems.complaints]
    return {
      text:
        form === 'count'
          ? `${matching.length}\n`
          : output(shown, form, { registries, columns, fields, context }),
      notes: [
        countLine(shown.length, matching.length, total, context),
        ...(cited?.notes ?? []),
        ...problems.notes,
      ],
      complaints,
      exitCode: complaints.length > 0 ? 1 : 0,
    }
  },
})

type Form = 'table' | 'json' | 'ndjson' | 'ids' | 'count'

function outputForm(options: Parameters<typeof list.run>[2]): Form {
  chosenOption(options, ['fields', 'columns', 'ids', 'count'])
  const form = chosenOption(options, ['json', 'ndjson', 'ids', 'count', 'columns'])
  if (form === 'columns') return 'table'
  return form ?? (options.fields.length > 0 ? 'json' : 'table')
}

/** What of a card is shown; undefined for all of it. */
function shownFields(
  form: Form,
  columns: readonly Column[],
  fields: readonly JsonField[] | undefined,
): readonly CardKey[] | undefined {
  if (form === 'table') return columns.flatMap(({ drawsOn }) => drawsOn)
  return form === 'ids' || form === 'count' ? [] : fields?.flatMap(drawnOn)
}

interface Presentation {
  readonly registries: Registries
  readonly columns: readonly Column[]
  readonly fields: readonly JsonField[] | undefined
  readonly context: Context
}

function output(
  cards: readonly Card[],
  form: Form,
  { registries, columns, fields, context }: Presentation,
): string | Iterable<string> {
  switch (form) {
    case 'json':
      return jsonArray(cards, cardJsonText(registries, fields))
    case 'ndjson':
      return jsonLines(cards, cardJsonText(registries, fields))
    case 'ids':
      return cards.map(card => `${card.id}\n`).join('')
    default:
      return context.isTerminal
        ? table(cards, columns, registries, context)
        : tabSeparated(cards, columns, registries)
  }
}

function table(
  cards: readonly Card[],
  columns: readonly Column[],
  { venues }: Registries,
  { terminal }: Context,
): string {
  if (cards.length === 0) return ''
  const rows = cards.map(card =>
    columns.map(column => column.cell?.(card, venues, terminal) ?? column.text(card, venues)),
  )
  // A title cut short says nothing: it keeps a third of the line before other columns get their room.
  const least = Math.max(20, Math.floor(terminal.columns / 3))
  const layouts = columns.map(({ layout }) => (layout.grow ? { ...layout, min: least } : layout))
  return `${fitTable(layouts, rows, terminal).join('\n')}\n`
}

function tabSeparated(
  cards: readonly Card[],
  columns: readonly Column[],
  { venues }: Registries,
): Iterable<string> {
  return chunked(
    mapped(cards, card => `${columns.map(column => neutralLine(column.text(card, venues))).join('\t')}\n`),
  )
}

function countLine(shown: number, matching: number, all: number, { library }: Context): string {
  if (all === 0) return `${library.name} holds no cards.`
  if (matching === 0) return `None of ${counted(all, 'card')} matches.`
  const matches = matching === all ? counted(all, 'card') : `${grouped(matching)} of ${counted(all, 'card')}`
  if (shown === matching) return `${matches}.`
  return matching === all
    ? `The first ${grouped(shown)} of ${matches}.`
    : `The first ${grouped(shown)} of ${counted(matching, 'match', 'matches')} among ${counted(all, 'card')}.`
}
