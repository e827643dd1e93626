import { CardsError } from '../../model/errors.ts'
import { flagName } from '../option.ts'
import type { VenuesOptions } from './options.ts'

const ACTIONS = ['list', 'show', 'add', 'edit'] as const

/** What `cards venues` is to do. */
export type VenuesAction = (typeof ACTIONS)[number]

type Name = Exclude<keyof VenuesOptions, 'json'>

/** What each option is for; `--json` is for all. */
const BELONGS: Readonly<Record<Name, readonly VenuesAction[]>> = {
  sort: ['list'],
  unused: ['list'],
  unrated: ['list'],
  all: ['show'],
  name: ['add'],
  domain: ['add'],
  type: ['add'],
  credibility: ['add'],
  peerReviewed: ['add'],
  description: ['add'],
  set: ['edit'],
  unset: ['edit'],
  add: ['edit'],
  remove: ['edit'],
  dryRun: ['add', 'edit'],
}

/** How `edit` says what an option of `add` says. */
const IN_EDIT: Readonly<Partial<Record<Name, string>>> = {
  name: '--set name=…',
  domain: '--add domains=…',
  type: '--set type=…',
  credibility: '--set credibility=…',
  peerReviewed: '--set peer_reviewed=true',
  description: '--set description=…',
}

/**
 * Tells an action from the words behind it. A first word that is no action is a venue to show.
 * @throws CardsError `usage` for an option of another action, and for an action that wants a venue and has none
 */
export function requestOf(
  args: readonly string[],
  options: VenuesOptions,
): { action: VenuesAction; words: readonly string[] } {
  const [first, ...rest] = args
  const named = ACTIONS.find(known => known === first)
  const action = named ?? (first === undefined ? 'list' : 'show')
  const words = named === undefined ? args : rest
  for (const name of Object.keys(BELONGS) as Name[])
    if (!BELONGS[name].includes(action) && isGiven(options[name])) throw misplaced(name, action)
  if (action !== 'list' && words.join('').trim() === '') throw nameless(action)
  return { action, words }
}

function isGiven(value: VenuesOptions[Name]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
}

function misplaced(name: Name, action: VenuesAction): CardsError {
  const belongs = BELONGS[name].map(each => `\`cards venues ${each}\``).join(' and ')
  const inEdit = action === 'edit' ? IN_EDIT[name] : undefined
  return new CardsError(
    'usage',
    `${flagName(name)} belongs to ${belongs}.`,
    inEdit === undefined ? 'See cards venues --help.' : `To change that field: ${inEdit}`,
  )
}

function nameless(action: VenuesAction): CardsError {
  return action === 'add'
    ? new CardsError(
        'usage',
        'The new venue needs an id.',
        'For example: cards venues add rfc-editor --name "RFC Editor" --domain rfc-editor.org',
      )
    : new CardsError('usage', 'No venue is named.', `For example: cards venues ${action} arxiv`)
}
