import { brief } from '../../model/brief.ts'
import type { Card } from '../../model/card.ts'
import { JSON_FIELDS } from '../../model/card-json.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import type { Prompts } from '../prompts.ts'
import type { CardDraft } from './draft.ts'
import type { DraftRequest } from './drafts.ts'
import { type KnownSources, refusalOf, similarNote } from './known-sources.ts'
import { type Fetched, fillFromNetwork, fillGuesses, fillIdentifier, NO_TYPE } from './metadata.ts'
import type { AddOptions } from './options.ts'
import { originTable } from './origin-table.ts'
import type { WantedCard } from './plan.ts'
import {
  askAboutKnown,
  askRest,
  askSource,
  askTitle,
  confirmAdd,
  type Decision,
  hasSource,
} from './questions.ts'

/** A card that can be written, or a retired one that is to come back instead. */
export type PreparedCard =
  | { readonly wanted: WantedCard; readonly notes: readonly string[] }
  | { readonly revive: Card }

/**
 * Makes a card out of what is asked for: finds out what the library has, what the network says and what a person
 * answers, in the order in which a person wants to know.
 * @throws CardsError `no` for a source that the library has, or that nothing is known of; `usage` for wrong values
 */
export async function prepareCard(
  context: Context,
  known: KnownSources,
  { draft, id, place }: DraftRequest,
  options: AddOptions,
): Promise<PreparedCard> {
  const isInterview = options.interactive || !hasSource(draft)
  const prompts = isInterview ? await context.prompts() : undefined
  if (isInterview && !prompts) throw nobodyToAsk(options, place)
  const today = context.today()
  if (prompts) await askSource({ prompts, draft, known, today })
  if (options.noFetch) fillIdentifier(draft)
  const first = options.force ? 'add anyway' : await decide(context, draft, known, prompts)
  if (typeof first === 'object') return first
  const fetched: Fetched = options.noFetch ? { problems: [] } : await fillFromNetwork(draft, context)
  // A page can say by which DOI the library knows its source.
  const decision = first === 'add' ? await decide(context, draft, known, prompts) : first
  if (typeof decision === 'object') return decision
  fillGuesses(draft, known.venues, fetched.venueName)
  const needsTitle = !draft.has('title')
  // To ask for the person anew takes the line about progress away.
  const isAsked = isInterview || needsTitle || !options.noFetch
  const person = isAsked ? await context.prompts() : undefined
  const found = [
    ...fetched.problems,
    ...origins(draft, context, { person, place, isByHand: options.noFetch }),
    ...ownAddress(fetched, known),
    ...unknownVenue(draft, fetched),
  ]
  for (const note of person ? found : []) person?.note(note)
  const asker = needsTitle ? person : prompts
  if (asker) await askTitle({ prompts: asker, draft, known, today })
  if (!draft.has('title')) throw noTitle(draft, fetched, options)
  if (prompts) await askRest({ prompts, draft, known, today })
  const fields = draft.checked(place)
  if (prompts && !options.dryRun) await confirmAdd(prompts, fields)
  const similar = asker ? undefined : similarNote(known, fields)
  return {
    wanted: { fields, id, place, isForced: decision === 'add anyway' },
    notes: headed(place, [...(person ? [] : found), ...(similar === undefined ? [] : [similar])]),
  }
}

/** Notes of one of several cards, under its name. */
function headed(place: string | undefined, notes: readonly string[]): readonly string[] {
  return place === undefined || notes.length === 0 ? notes : [`Standard input, ${place}:`, ...notes]
}

/** What to do about a source that the library has: a person is asked, a script is refused. */
async function decide(
  context: Context,
  draft: CardDraft,
  known: KnownSources,
  prompts: Prompts | undefined,
): Promise<Decision | 'add'> {
  const refusal = refusalOf(known, draft.known())
  if (!refusal) return 'add'
  const asker = prompts ?? (refusal.revivable ? await context.prompts() : undefined)
  if (!asker) throw refusal.error
  return askAboutKnown(asker, refusal)
}

/** What was found out and guessed, as a table. Between questions it has less room; of a card in a list, no guesses. */
function origins(
  draft: CardDraft,
  { errorTerminal }: Context,
  {
    person,
    place,
    isByHand,
  }: { readonly person: Prompts | undefined; readonly place: string | undefined; readonly isByHand: boolean },
): string[] {
  const shown = place === undefined ? (['page', 'guess'] as const) : (['page'] as const)
  // By hand, `web` is what most cards are, and no news.
  const told = isByHand && draft.get('type')?.from === NO_TYPE ? draft.without('type') : draft
  const table = originTable(told, errorTerminal.columns - (person ? 3 : 0), JSON_FIELDS, shown)
  return table === '' ? [] : [table]
}

/** A warning when the page calls another address its own, for which there is a card. */
function ownAddress({ ownUrl }: Fetched, known: KnownSources): string[] {
  const refusal = ownUrl === undefined ? undefined : refusalOf(known, { url: ownUrl })
  if (!refusal) return []
  return [`The page says that its address is ${ownUrl}. ${refusal.error.message}`]
}

/** Where a paper appeared, when the library does not know that venue. */
function unknownVenue(draft: CardDraft, { venueName }: Fetched): string[] {
  if (venueName === undefined || draft.has('venue') || draft.get('type')?.value !== 'paper') return []
  return [`It appeared in “${brief(venueName)}”, which is not in venues.yaml.`]
}

function nobodyToAsk({ interactive }: AddOptions, place: string | undefined): CardsError {
  if (place !== undefined)
    return new CardsError(
      'usage',
      `Standard input, ${place}: nothing says where the source is.`,
      'Give it a url, doi, arxiv, isbn or pmid.',
    )
  const hint =
    'For example: cards add https://www.rfc-editor.org/rfc/rfc9110, cards add doi:10.1038/nature14539, cards add - < card.yaml'
  return interactive
    ? new CardsError('usage', 'There is no terminal to ask questions on.', 'Leave -i out, and give options.')
    : new CardsError('usage', 'What is to be added? No source is given.', hint)
}

function noTitle(draft: CardDraft, { problems }: Fetched, { noFetch }: AddOptions): CardsError {
  const { url, doi, arxiv, isbn, pmid } = draft.known()
  const source = brief(url ?? doi ?? arxiv ?? isbn ?? pmid ?? 'this source')
  const isAsked = !noFetch && (url ?? doi ?? arxiv) !== undefined
  if (!isAsked)
    return new CardsError('usage', `The card for ${source} needs a title.`, 'Give it with --title.')
  return new CardsError(
    'no',
    [`No title is known for ${source}.`, ...problems].join('\n'),
    'Give a title to make the card by hand: --title "…"',
  )
}
