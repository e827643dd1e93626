import { compareCards } from '../model/card.ts'
import { counted, grouped } from '../model/count-text.ts'
import { jsonArray } from '../model/json-pieces.ts'
import { type SourceGroup, sameSourceGroups, similarGroups } from '../model/source-groups.ts'
import { matchQuery } from '../query/match-query.ts'
import { selectCards } from '../query/select-cards.ts'
import { defineCommand, type Result } from './command.ts'
import { type DupeGroup, dupeBlocks, dupeJson } from './dupes/blocks.ts'
import { chooseKeep } from './dupes/keep.ts'
import { flag } from './option.ts'
import { fileProblems, filterOptions, queryOf } from './selection.ts'

export const dupes = defineCommand({
  usage: '[query...]',
  description:
    'Lists the cards that are for one source: by URL, other URLs, DOI, arXiv or PubMed number, or by ISBN and title. For each group it suggests which card to keep: the one that most pages cite, else the one with most fields, else the first by ID. When piped, a line for each group, `KEEP OTHER…` with tabs, as `cards merge -` takes it. With a query, the groups with a card that matches it.',
  examples: [
    ['cards dupes', 'cards that surely are for one source'],
    ['cards dupes --similar', 'cards that may be, by their titles'],
    ['cards dupes type:paper', 'groups with a paper'],
    ['cards dupes | cards merge - --yes', 'merge them all, as suggested'],
  ],
  takesQuery: true,
  options: {
    ...filterOptions,
    similar: flag('--similar', 'by similar titles instead, with an author or the year in common'),
    json: flag('--json', 'as a JSON array, as `cards merge -` takes it, too'),
  },
  async run(context, args, options): Promise<Result> {
    const query = queryOf(context, args, options)
    const { cards, context: queryContext } = await selectCards(context.library)
    const matches = matchQuery(query, queryContext)
    const found = options.similar ? similarGroups(cards, queryContext.venues) : sameSourceGroups(cards)
    const groups = found.filter(group => group.cards.some(matches)).map(withKeep)
    const problems = await fileProblems(context)
    const { isTerminal, terminal } = context
    return {
      text: options.json
        ? jsonArray(groups.map(group => dupeJson(group, queryContext.venues)))
        : isTerminal
          ? dupeBlocks(groups, queryContext.venues, terminal)
          : groups.map(pipedLine).join(''),
      notes: [countLine(groups, cards.length, options.similar), ...problems.notes],
      complaints: problems.complaints,
      exitCode: problems.complaints.length > 0 ? 1 : 0,
    }
  },
})

function withKeep({ keys, cards }: SourceGroup): DupeGroup {
  return { keys, cards: [...cards].sort(compareCards), ...chooseKeep(cards) }
}

function pipedLine({ keep, others }: DupeGroup): string {
  return `${[keep, ...others].map(({ id }) => id).join('\t')}\n`
}

function countLine(groups: readonly DupeGroup[], all: number, similar: boolean): string {
  if (groups.length === 0)
    return similar
      ? `No cards with similar titles among ${counted(all, 'card')}.`
      : `No two cards for one source among ${counted(all, 'card')}.`
  const cards = groups.reduce((sum, group) => sum + group.cards.length, 0)
  const what = similar ? 'with similar titles: look at each before you merge' : 'for one source each'
  return `${counted(groups.length, 'group')} of cards ${what}; ${grouped(cards)} of ${counted(all, 'card')}.`
}
