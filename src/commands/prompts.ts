import { CardsError } from '../model/errors.ts'

/** What to throw when a person who is asked says no, or gives up. */
export function cancelled(): CardsError {
  return new CardsError('cancelled', 'Cancelled; nothing was written.')
}

/**
 * The error where a question must be answered and nobody is there.
 * @param what what would be done
 */
export function nobodyToAsk(what: string): CardsError {
  return new CardsError(
    'usage',
    `${what}, and nobody is there to be asked.`,
    'See what would change with --dry-run, then give --yes.',
  )
}

/** Lines that are laid out and painted already. */
export interface Drawing {
  readonly drawn: string
}

/** Questions to the person at the terminal. Each throws `CardsError` `cancelled` when the person gives up (Ctrl-C, Escape). */
export interface Prompts {
  /** A yes or no; `initial` is what Enter answers, no when left out. */
  confirm(question: string, initial?: boolean): Promise<boolean>
  /** One of several. */
  choose<T extends string>(question: string, choices: readonly Choice<T>[]): Promise<T>
  /** A line of text; '' when nothing is typed. */
  text(question: string, options?: TextQuestion): Promise<string>
  /** Something to read between two questions; lines that are not indented are wrapped. */
  note(text: string): void
  /** The same for lines that are laid out and painted already. */
  show(drawing: Drawing): void
}

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly hint?: string
}

export interface TextQuestion {
  /** What stands there already and can be edited. */
  readonly initial?: string | undefined
  /** An example, shown while nothing is typed. */
  readonly placeholder?: string
  /** Why an answer will not do; undefined when it will. */
  check?(answer: string): string | undefined
}
