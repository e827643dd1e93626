import { parseAssignment } from '../../edit/operations/assign.ts'
import type { Raw } from '../../load/raw.ts'
import type { CardFields } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import { chosenOption, flagName } from '../option.ts'
import { CardDraft } from './draft.ts'
import { type RawCard, readCards } from './input.ts'
import { type AddOptions, type FieldOption, givenFields, OPTION_FIELDS } from './options.ts'
import { givenId, type WantedId } from './plan.ts'
import { namedSource } from './source.ts'

/** A card as it is asked for, before anything is found out or asked. */
export interface DraftRequest {
  readonly draft: CardDraft
  /** The ID that it is to have. */
  readonly id: WantedId | undefined
  /** Which of several it is: `card 3`. */
  readonly place: string | undefined
}

export interface DraftRequests {
  readonly requests: readonly DraftRequest[]
  /** Whether they came as a list, whatever its length. */
  readonly isList: boolean
}

/** The options that several cards can have in common. */
const SHARED: ReadonlySet<FieldOption> = new Set<FieldOption>([
  'type',
  'venue',
  'tag',
  'language',
  'citedBy',
  'accessed',
  'rating',
  'reason',
  'notes',
])

/**
 * The cards that a command line asks for: by its argument, from standard input for `-`, and by its options, which go
 * before both.
 * @throws CardsError `usage`
 */
export async function draftRequests(
  context: Context,
  [argument]: readonly string[],
  options: AddOptions,
): Promise<DraftRequests> {
  const given = givenFields(options, context.today())
  // A person would wait for a program that waits for them.
  if (argument === '-') (await context.prompts())?.note('Reading a card from the terminal; end with Ctrl-D.')
  const cards = argument === '-' ? readCards(await context.readStdin()) : [{}]
  const isList = argument === '-' && cards.length !== 1
  if (isList) refuseForSeveral(options)
  const requests = cards.map((card, i) => {
    const draft = new CardDraft(context.settings.extra)
    const from = isList ? `standard input, card ${i + 1}` : 'standard input'
    fillFromInput(draft, card, from)
    for (const [field, value] of given) overlay(draft, field, value, options)
    if (argument !== undefined && argument !== '-') fillFromArgument(draft, argument, given)
    for (const typed of options.set) assign(draft, typed)
    const { id } = card
    const own = givenId(options.id, '--id')
    const carried = id === undefined ? undefined : givenId(String(id), from)
    const wanted = own ?? carried
    // With --force a card that is here already gets an ID of its own.
    const isOptional = own === undefined && options.force
    return {
      draft,
      id: wanted === undefined ? undefined : { id: wanted, isOptional },
      place: isList ? `card ${i + 1}` : undefined,
    }
  })
  return { requests, isList }
}

function refuseForSeveral(options: AddOptions): void {
  const names = (Object.keys(OPTION_FIELDS) as FieldOption[]).filter(option => !SHARED.has(option))
  for (const name of [...names, 'id', 'edit', 'interactive'] as const) {
    // Given alone, an option is the one that was chosen.
    if (chosenOption(options, [name]) === undefined) continue
    throw new CardsError(
      'usage',
      `${flagName(name)} is for one card, and standard input holds several.`,
      'Leave it out, or add the cards one by one.',
    )
  }
}

function fillFromInput(draft: CardDraft, card: RawCard, from: string): void {
  if (Object.hasOwn(card, 'retired'))
    throw new CardsError(
      'usage',
      `${from}: the card is retired.`,
      'Take `retired` out of it to add it, or bring the old one back: cards revive ID',
    )
  for (const [field, value] of Object.entries(card))
    if (field !== 'id') draft.set(field, value, 'person', from)
}

/** An option goes before standard input; of a rating, each part by itself. */
function overlay(draft: CardDraft, field: keyof CardFields, value: Raw, options: AddOptions): void {
  const names = (Object.keys(OPTION_FIELDS) as FieldOption[]).filter(
    name => OPTION_FIELDS[name] === field && options[name] !== undefined,
  )
  draft.set(field, value, 'person', names.map(flagName).join(' '))
}

function fillFromArgument(
  draft: CardDraft,
  argument: string,
  given: ReadonlyMap<keyof CardFields, Raw>,
): void {
  const source = namedSource(argument)
  for (const [field, value] of Object.entries(source) as [keyof typeof source, string][]) {
    const other = given.get(field)
    const isMain = field === 'url' || source.url === undefined
    if (other !== undefined && other !== value && isMain && !(field === 'url' && source.arxiv !== undefined))
      throw new CardsError(
        'usage',
        `The source is given twice: \`${argument}\` and --${field} ${other}.`,
        'Give one of them; another address of the same source goes to --also-at.',
      )
    draft.fill(field, value, 'person', 'the argument')
  }
}

/** Reads `--set field=value`, for fields that have no option of their own. */
function assign(draft: CardDraft, typed: string): void {
  const field = /^[^=.[]*/.exec(typed)?.[0].trim().replaceAll('-', '_') ?? ''
  const own = (Object.entries(OPTION_FIELDS) as [FieldOption, keyof CardFields][]).filter(
    ([, name]) => name === field,
  )
  if (own.length > 0)
    throw new CardsError(
      'usage',
      `\`${field}\` has an option of its own.`,
      `Give it with ${own.map(([name]) => flagName(name)).join(' and ')}.`,
    )
  if (field === 'id') throw new CardsError('usage', 'The ID has an option of its own.', 'Give it with --id.')
  if (field === 'retired')
    throw new CardsError('usage', 'A new card cannot be retired.', 'Add it, then: cards retire ID')
  const operation = parseAssignment('set', typed, draft.extra)
  if (operation.kind === 'unset') return
  const { pointer } = operation.path
  if (pointer.some(step => typeof step === 'number'))
    throw new CardsError(
      'usage',
      `\`${operation.path.text}\` is a place in a list that is not there yet.`,
      `Give the whole list: --set '${pointer.filter(step => typeof step === 'string').join('.')}=[a, b]'`,
    )
  const value = pointer
    .slice(1)
    .reduceRight<Raw>((inner, step) => Object.fromEntries([[step, inner]]), operation.value)
  draft.set(field, value, 'person', `--set ${operation.path.text}`)
}
