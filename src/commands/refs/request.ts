import { didYouMean } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import { flagName } from '../option.ts'
import type { WriteOptions } from './write-options.ts'

const ACTIONS = ['check', 'rewrite', 'update'] as const

/** What `cards refs` is to do. */
export type RefsAction = (typeof ACTIONS)[number]

/** What each option is for; `--json` and `--key` are for all. */
const BELONGS: Readonly<Record<Exclude<keyof WriteOptions, 'json' | 'key'>, readonly RefsAction[]>> = {
  yes: ['rewrite', 'update'],
  dryRun: ['rewrite', 'update'],
  stableIds: ['rewrite'],
  addPages: ['update'],
  page: ['update'],
}

/**
 * Tells the action from the patterns behind it.
 * @throws CardsError `usage` for no action, no pattern, and an option of another action
 */
export function requestOf(
  args: readonly string[],
  options: WriteOptions,
): { action: RefsAction; patterns: readonly string[] } {
  const [first, ...patterns] = args
  const example = "For example: `cards refs check 'docs/**/*.md'`"
  if (first === undefined) throw new CardsError('usage', 'Check, rewrite or update?', example)
  const action = ACTIONS.find(known => known === first)
  if (action === undefined)
    throw new CardsError('usage', `There is no \`cards refs ${first}\`.`, didYouMean(first, ACTIONS, example))
  for (const name of Object.keys(BELONGS) as (keyof typeof BELONGS)[])
    if (!BELONGS[name].includes(action) && options[name] !== undefined && options[name] !== false)
      throw new CardsError(
        'usage',
        `${flagName(name)} belongs to ${BELONGS[name].map(each => `\`cards refs ${each}\``).join(' and ')}.`,
        'See `cards refs --help`.',
      )
  if (patterns.length === 0)
    throw new CardsError(
      'usage',
      'No document is named.',
      `For example: \`cards refs ${action} 'docs/**/*.md'\``,
    )
  return { action, patterns }
}
