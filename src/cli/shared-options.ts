import { day, flag, negation, text } from '../commands/option.ts'
import { CardsError } from '../model/errors.ts'

/** The options that every command takes, before or after its arguments. */
export const sharedOptions = {
  dir: text('--dir <dir>', "the library's directory (default: CARDS_DIR, else the config's, else cards/)"),
  config: text('--config <file>', 'the config file (default: the nearest cards.config.yaml)'),
  color: text('--color <when>', 'colour: auto, always or never (default: auto)'),
  today: day('--today <date>', 'the day that counts as today (default: the clock, in UTC)'),
  noCache: negation('--no-cache', 'read every file, and keep nothing for the next run'),
  quiet: flag('-q, --quiet', 'print results and failures only'),
}

export type ColorChoice = 'auto' | 'always' | 'never'

/** Reads what `--color` was given. */
export function colorChoice(given: string | undefined): ColorChoice {
  if (given === undefined) return 'auto'
  if (given === 'auto' || given === 'always' || given === 'never') return given
  throw new CardsError(
    'usage',
    `--color takes auto, always or never, not \`${given}\`.`,
    'For example: --color never',
  )
}
